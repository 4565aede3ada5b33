import { expect, it } from 'vitest';
import { outcomeOf } from './testing/child.mjs';

it('is the errno of the call also when garbage is collected all the time', () => {
  const wrong = outcomeOf(
    `
    import { sys } from './results.js';
    let wrong = 0;
    let garbage = [];
    for (let round = 0; round < 300_000; round++) {
      garbage.push({ round, text: 'x' + round });
      if (garbage.length > 2000) garbage = [];
      if (sys.close(-1) !== -9) wrong++;
      if (sys.semctl(-1, 0, 0, 0) !== -22) wrong++;
    }
    console.log(JSON.stringify(wrong));
  `,
    { timeout: 20_000 },
  );
  expect(wrong).toBe(0);
});
