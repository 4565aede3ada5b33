// Every t/**/*.t says under bin/perl-sysv exactly what it says under real perl.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runChild, type Outcome } from './support/child.js';
import { filesBelow } from './support/files.js';
import { isolated, isolation } from './support/isolation.js';
import { knownDifferences } from './support/known-differences.js';
import { perlSysV, realPerl, root } from './support/perls.js';
import { failuresOf, normalisedTap } from './support/tap.js';

const limit = 60_000;
const files = filesBelow('t', '.t');

function run(perl: readonly string[], file: string): Promise<Outcome> {
  return runChild(isolated([...perl, file]), { cwd: root, limit });
}

/** What differs between real perl and this project for one test program; the empty string if nothing does. */
async function differenceIn(file: string): Promise<string> {
  const ours = await run(perlSysV, file);
  if (ours.timedOut) return `timed out\n${ours.stdout}`;
  if (realPerl === undefined) {
    return [...failuresOf(ours.stdout), ours.status === 0 ? '' : `${ours.status}: ${ours.stderr}`].join('\n').trim();
  }
  const real = await run(realPerl, file);
  expect(failuresOf(real.stdout), `real perl passes ${file}: ${real.stderr}`).toEqual([]);
  const expected = normalisedTap(real.stdout);
  const got = normalisedTap(ours.stdout);
  if (ours.status === real.status && got.join('\n') === expected.join('\n')) return '';
  const line = Array.from({ length: got.length + 1 }).findIndex((_, i) => got[i] !== expected[i]);
  return [
    `status ${ours.status}, real perl ${real.status}`,
    `line ${line + 1}: ${got[line] ?? '(end)'}`,
    `real perl: ${expected[line] ?? '(end)'}`,
    ours.stderr.slice(0, 2000),
  ].join('\n');
}

describe('Perl tests', () => {
  const each = isolation === undefined ? test : test.concurrent;
  each.for(files)('%s', { timeout: 2 * limit + 5000 }, async (file, { expect }) => {
    const difference = await differenceIn(file);
    const reason = knownDifferences.get(file);
    if (reason === undefined) expect(difference).toBe('');
    else expect(difference, `${file} passes now: remove it from t/known-differences.txt`).not.toBe('');
  });

  test('t/known-differences.txt names existing tests', () => {
    expect([...knownDifferences.keys()].filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});
