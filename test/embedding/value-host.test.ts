import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runChild } from '../support/child.js';
import { isolated } from '../support/isolation.js';
import { realPerl, root } from '../support/perls.js';
import { calls } from './call-list.js';
import { runTypeScript } from './typescript.js';

const folder = mkdtempSync(join(tmpdir(), 'calls-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the example host on the real kernel', () => {
  it.runIf(realPerl)('does what real perl does', async () => {
    const list = join(folder, 'calls.json');
    writeFileSync(list, JSON.stringify(calls));
    const ours = await runTypeScript('calls.ts', list);
    const theirs = await runChild(isolated([...(realPerl ?? []), join(root, 'test/embedding/calls.pl'), list]));
    expect(ours.stderr).toBe('');
    const lines = ours.stdout.trimEnd().split('\n');
    expect(lines.length).toBe(calls.length);
    expect(lines).toEqual(theirs.stdout.trimEnd().split('\n'));
  });

  it('waits for messages and semaphores without stopping the event loop', async () => {
    const { stdout, stderr } = await runTypeScript('patient.ts');
    expect(stderr).toBe('');
    expect(stdout).toBe('got round 49 1 0\n0 4 true\n0 43\n');
  });
});
