// The checkers of the documentation find nothing here, and find what is planted.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { builtinTable } from '../src/builtins/table.js';
import { problemsWith } from '../tools/check-builtins.mjs';
import { problemsIn, withQuotations } from '../tools/check-docs.mjs';
import { root } from './support/perls.js';

let copy = '';

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'documentation-'));
  for (const folder of ['docs', 't', 'src', 'test'])
    cpSync(join(root, folder), join(copy, folder), { recursive: true });
});

afterEach(() => rmSync(copy, { recursive: true }));

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(join(copy, path), change(readFileSync(join(copy, path), 'utf8')));
}

describe('examples', () => {
  test('are what the pages quote', () => {
    expect(problemsIn(root)).toEqual([]);
  });

  test('a changed example is found', () => {
    edit('t/perlfunc/shmget/private.pl', (text) => text.replace('4096', '8192'));
    expect(problemsIn(copy)).toEqual(['docs/perlfunc/shmget.md: differs from t/perlfunc/shmget/private.pl']);
  });

  test('a missing and an unquoted file are found', () => {
    edit('docs/perlfunc/shmget.md', (text) => text.replace('```perl t/perlfunc/shmget/private.pl', '```perl t/x.pl'));
    expect(problemsIn(copy)).toEqual([
      'docs/perlfunc/shmget.md: no file t/x.pl',
      't/perlfunc/shmget/private.pl: no page quotes it',
    ]);
  });

  test('a broken link is found', () => {
    writeFileSync(
      join(copy, 'docs/perlvar.md'),
      'See [this](perlfunc/index.md), [that](none.md#part) and [all](https://x.org).',
    );
    expect(problemsIn(copy)).toContain('docs/perlvar.md: no file none.md to link to');
  });

  test('quotations are brought up to date', () => {
    const page = 'before\n```perl a.pl\nold\n```\nafter\n```perl\nfree\n```\n';
    expect(withQuotations(page, (path: string) => `print "$&${path}";\n`)).toBe(
      'before\n```perl a.pl\nprint "$&a.pl";\n```\nafter\n```perl\nfree\n```\n',
    );
  });
});

describe('builtins', () => {
  test('have a row, a source file, a page, a test and examples', () => {
    expect(problemsWith(builtinTable, root)).toEqual([]);
  });

  test('a missing test is found', () => {
    rmSync(join(copy, 't/builtins/semop.t'));
    expect(problemsWith(builtinTable, copy)).toEqual(['semop: no t/builtins/semop.t']);
  });

  test('a missing section and another signature are found', () => {
    edit('docs/perlfunc/msgget.md', (text) =>
      text.replace('## Edge cases', '## Cases').replace('msgget KEY,', 'msgget ID,'),
    );
    expect(problemsWith(builtinTable, copy)).toEqual([
      'docs/perlfunc/msgget.md: no section "Edge cases"',
      'docs/perlfunc/msgget.md: the signature is msgget KEY, FLAGS',
    ]);
  });

  test('a page without a builtin is found', () => {
    writeFileSync(join(copy, 'docs/perlfunc/shmfoo.md'), '');
    expect(problemsWith(builtinTable, copy)).toEqual(['docs/perlfunc/shmfoo.md: no builtin has this name']);
  });
});
