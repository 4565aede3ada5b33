// The kernel in memory against the real one: what several users may do with each other's objects.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runChild } from '../support/child.js';
import { isolated, isolation } from '../support/isolation.js';
import { realPerl, root } from '../support/perls.js';
import { asciiJson } from './ascii-json.js';
import { inMemory, userCalls, users } from './user-calls.js';

const folder = mkdtempSync(join(tmpdir(), 'users-'));
afterAll(() => rmSync(folder, { recursive: true }));

const first = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);
const seeds = Array.from({ length: Number(process.env['FUZZ_RUNS'] ?? 3) }, (_, index) => first + index);

describe.skipIf(realPerl === undefined || isolation === undefined)('several users', () => {
  test.for(seeds)('may do what the kernel lets them, seed %i', { timeout: 60_000 }, async (seed, { skip }) => {
    const calls = userCalls(seed, 3000);
    const file = join(folder, 'calls.json');
    writeFileSync(file, asciiJson([users, calls]));
    const program = join(root, 'test/kernel-memory/users.pl');
    const { stdout, stderr, status } = await runChild(isolated([...(realPerl ?? []), program, file]));
    if (status === 77) skip(stdout);
    expect(stderr).toBe('');
    const real = stdout.trimEnd().split('\n');
    const ours = inMemory(calls);
    const different = ours.findIndex((line, index) => line !== real[index]);
    const shown = JSON.stringify(calls[different]);
    expect([seed, real.length, shown, ours[different]]).toEqual([seed, calls.length, shown, real[different]]);
    // The calls were of both kinds: EACCES and EPERM as well as successes.
    for (const errno of [1, 13, 0])
      expect(real.filter((line) => line.includes(` ${errno} `)).length).toBeGreaterThan(50);
  });
});
