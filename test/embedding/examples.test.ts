// The programs that docs/embedding.md quotes, as a reader would run them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runChild } from '../support/child.js';
import { isolated } from '../support/isolation.js';
import { root } from '../support/perls.js';

const folder = join(root, 'examples/embedding');

test.for(['small-host', 'interpreter', 'zeroperl'])('%s', { timeout: 60_000 }, async (name) => {
  const command = [process.execPath, '--no-warnings', join(folder, `${name}.mjs`)];
  const { stdout, stderr, status } = await runChild(isolated(command), { cwd: root, limit: 50_000 });
  const text = Buffer.from(stdout, 'latin1').toString();
  expect([text, stderr, status]).toEqual([readFileSync(join(folder, `${name}.out`), 'utf8'), '', 0]);
});

test('the small host has less than a hundred lines', () => {
  expect(readFileSync(join(folder, 'small-host.mjs'), 'utf8').split('\n').length).toBeLessThan(100);
});
