// docs/differences.md is true: what it lists as missing works in real perl and fails here. Who adds it removes the line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runChild } from './support/child.js';
import { isolated, isolation } from './support/isolation.js';
import { perlSysV, realPerl, root } from './support/perls.js';

/** The programs in the first columns of the tables headed `program`. */
function listedPrograms(page: string): string[] {
  const tables = page.matchAll(/^\| program \|[^\n]*\n\|[-|]+\n((?:\|.*\n)+)/gm);
  return [...tables].flatMap(([, rows = '']) => [...rows.matchAll(/^\| `(.*?)` \|/gm)].map(([, code = '']) => code));
}

const programs = listedPrograms(readFileSync(join(root, 'docs/differences.md'), 'utf8'));
const each = isolation === undefined ? test : test.concurrent;

const run = (perl: readonly string[], program: string) =>
  runChild(isolated([...perl, '-e', program]), { limit: 20_000 });

describe('docs/differences.md', () => {
  test('lists programs', () => {
    expect(programs.length).toBeGreaterThan(20);
  });

  describe.skipIf(realPerl === undefined)('real perl', () => {
    each.for(programs)('can: %s', async (program, { expect }) => {
      expect(await run(realPerl ?? [], program)).toMatchObject({ status: 0 });
    });
  });

  each.for(programs)('missing here: %s', async (program, { expect }) => {
    const { status } = await run(perlSysV, program);
    expect(status === 0 ? 'works now: remove it from docs/differences.md' : 'missing').toBe('missing');
  });
});
