// Random calls of the builtins, and random values as numbers: the same in real perl and in this project, line by line.
// FUZZ_SEED=n FUZZ_RUNS=n FUZZ_COUNT=n npx vitest run test/fuzz.test.ts
import { describe, expect, test } from 'vitest';
import { runChild } from './support/child.js';
import { isolated, isolation } from './support/isolation.js';
import { perlSysV, realPerl, root } from './support/perls.js';

const programs = ['t/fuzz/calls.pl', 't/fuzz/numbers.pl'];
const firstSeed = Number(process.env['FUZZ_SEED'] ?? 1);
const runs = Number(process.env['FUZZ_RUNS'] ?? 4);
const count = Number(process.env['FUZZ_COUNT'] ?? 400);
const seeds = Array.from({ length: runs }, (_, i) => firstSeed + i);

async function linesOf(perl: readonly string[], program: string, seed: number): Promise<string[]> {
  const command = isolated([...perl, program, String(seed), String(count)]);
  const { stdout, stderr, status, timedOut } = await runChild(command, { cwd: root, limit: 60_000 });
  return [...stdout.split('\n'), `stderr: ${stderr}`, `status: ${status}`, `timed out: ${timedOut}`];
}

/** The part of a run about the first call that went differently. */
function aroundDifference(real: string[], ours: string[]): string {
  const line = real.findIndex((text, i) => text !== ours[i]);
  if (line < 0) return '';
  let start = line;
  while (start > 0 && real[start]?.startsWith(' ')) start--;
  const part = (lines: string[]) => lines.slice(start, line + 3).join('\n');
  return `real perl:\n${part(real)}\nours:\n${part(ours)}`;
}

// Ids and keys are the same in two runs only in namespaces of their own.
describe.skipIf(realPerl === undefined || isolation === undefined).each(programs)('%s', (program) => {
  test.concurrent.for(seeds)('seed %i', { timeout: 130_000 }, async (seed, { expect }) => {
    const [real, ours] = await Promise.all([linesOf(realPerl ?? [], program, seed), linesOf(perlSysV, program, seed)]);
    expect(real.length).toBeGreaterThan(count);
    expect(aroundDifference(real, ours), `seed ${seed}, ${count} calls`).toBe('');
  });
});

test('the generators make the same calls for the same seed, and others for another', async () => {
  if (realPerl === undefined || isolation === undefined) return;
  for (const program of programs) {
    const first = await linesOf(realPerl, program, 7);
    expect(await linesOf(realPerl, program, 7)).toEqual(first);
    expect(await linesOf(realPerl, program, 8)).not.toEqual(first);
  }
});
