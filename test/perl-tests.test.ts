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
import { firstDifference, verdict } from './support/verdict.js';

const limit = 120_000;
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
  const difference = firstDifference(normalisedTap(real.stdout), normalisedTap(ours.stdout));
  if (difference === '' && ours.status === real.status) return '';
  return `status ${ours.status}, real perl ${real.status}\n${difference}\n${ours.stderr.slice(0, 2000)}`;
}

describe('Perl tests', () => {
  const each = isolation === undefined ? test : test.concurrent;
  each.for(files)('%s', { timeout: 2 * limit + 5000 }, async (file, { expect }) => {
    expect(verdict(await differenceIn(file), knownDifferences.get(file))).toBe('');
  });

  test('t/known-differences.txt names existing tests', () => {
    expect([...knownDifferences.keys()].filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});
