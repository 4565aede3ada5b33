import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runChild } from '../support/child.js';
import { isolated, isolation } from '../support/isolation.js';
import { realPerl, root } from '../support/perls.js';
import { type Call, calls } from './call-list.js';
import { randomCalls } from './random-calls.js';
import { runTypeScript } from './typescript.js';

const folder = mkdtempSync(join(tmpdir(), 'calls-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What real perl and the example host print for the same calls, a line for each. */
async function compare(list: readonly Call[]): Promise<{ ours: string[]; theirs: string[] }> {
  const file = join(folder, 'calls.json');
  writeFileSync(file, JSON.stringify(list));
  const ours = await runTypeScript('calls.ts', file);
  const theirs = await runChild(isolated([...(realPerl ?? []), join(root, 'test/embedding/calls.pl'), file]));
  expect([ours.stderr, theirs.stderr]).toEqual(['', '']);
  return { ours: ours.stdout.trimEnd().split('\n'), theirs: theirs.stdout.trimEnd().split('\n') };
}

describe('the example host on the real kernel', () => {
  it.runIf(realPerl)('does what real perl does', async () => {
    const { ours, theirs } = await compare(calls);
    expect(ours.length).toBe(calls.length);
    expect(ours).toEqual(theirs);
  });

  // Only alone: it removes whatever object 0 is.
  it.runIf(realPerl && isolation)('does what real perl does at random', { timeout: 120_000 }, async () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    const { ours, theirs } = await compare(randomCalls(seed, 3000));
    const first = ours.findIndex((line, index) => line !== theirs[index]);
    expect([`SEED=${seed}`, ours.length, ours[first]]).toEqual([`SEED=${seed}`, 3000, theirs[first]]);
  });

  it('waits for messages and semaphores without stopping the event loop', async () => {
    const { stdout, stderr } = await runTypeScript('patient.ts');
    expect(stderr).toBe('');
    expect(stdout).toBe('got round 49 1 0\n0 4 true\n0 43\n');
  });
});
