// The kernel in memory against the real one: the same random calls, line by line, as in ../fuzz.test.ts.
import { describe, expect, test } from 'vitest';
import { runChild } from '../support/child.js';
import { isolated, isolation } from '../support/isolation.js';
import { perlSysV, realPerl, root } from '../support/perls.js';

const first = Number(process.env['FUZZ_SEED'] ?? 11);
const seeds = Array.from({ length: Number(process.env['FUZZ_RUNS'] ?? 4) }, (_, index) => first + index);
const count = process.env['FUZZ_COUNT'] ?? '600';
const notice = /^perl-sysv: System V IPC in the memory of this process \(--kernel=memory\).*\n/;

// The ids of the real kernel start at 0 only in a namespace of its own.
describe.skipIf(realPerl === undefined || isolation === undefined)('--kernel=memory', () => {
  test.for(seeds)('does what the kernel does, seed %i', { timeout: 130_000 }, async (seed) => {
    const program = ['t/fuzz/calls.pl', String(seed), count];
    const real = await runChild(isolated([...(realPerl ?? []), ...program]), { cwd: root, limit: 60_000 });
    const ours = await runChild([...perlSysV, '--kernel=memory', ...program], { cwd: root, limit: 60_000 });
    const lines = ours.stdout.split('\n');
    const different = real.stdout.split('\n').findIndex((line, index) => line !== lines[index]);
    const around = lines.slice(Math.max(0, different - 3), different + 3).join('\n');
    expect(different === -1 ? '' : `seed ${seed}, ${count} calls:\n${around}`).toBe('');
    expect(lines.length).toBeGreaterThan(Number(count));
    expect([ours.stderr.replace(notice, ''), ours.status]).toEqual([real.stderr, real.status]);
  });

  test('says that it is in use', async () => {
    const { stderr } = await runChild([...perlSysV, '--kernel=memory', '-e', '1']);
    expect(stderr).toMatch(notice);
  });
});
