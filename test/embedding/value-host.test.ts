import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runChild } from '../support/child.js';
import { isolated } from '../support/isolation.js';
import { realPerl, root } from '../support/perls.js';
import { calls } from './call-list.js';

// Inside the project, so that the bundle finds koffi.
const folder = mkdtempSync(join(root, 'node_modules', '.embedding-'));
const program = join(folder, 'calls.mjs');
const list = join(folder, 'calls.json');

beforeAll(async () => {
  writeFileSync(list, JSON.stringify(calls));
  const options = { bundle: true, packages: 'external', platform: 'node', format: 'esm' } as const;
  await build({ ...options, entryPoints: [join(root, 'test/embedding/calls.ts')], outfile: program });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the example host on the real kernel', () => {
  it.runIf(realPerl)('does what real perl does', async () => {
    const ours = await runChild(isolated([process.execPath, program, list]), { limit: 20_000 });
    const theirs = await runChild(isolated([...(realPerl ?? []), join(root, 'test/embedding/calls.pl'), list]));
    expect(ours.stderr).toBe('');
    const lines = ours.stdout.trimEnd().split('\n');
    expect(lines.length).toBe(calls.length);
    expect(lines).toEqual(theirs.stdout.trimEnd().split('\n'));
  });
});
