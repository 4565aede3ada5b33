// The checkers of the documentation find nothing here, and find what is planted.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { errnoNumbers } from '../src/abi/errno-names.js';
import { builtinTable } from '../src/builtins/table.js';
import { constantNames, functionNames } from '../src/ipc-sysv/export-names.js';
import { diagnostics } from '../src/runtime/diagnostics.js';
import { problemsWith } from '../tools/check-builtins.mjs';
import { problemsIn as coverageProblems } from '../tools/check-coverage.mjs';
import { problemsIn, withQuotations } from '../tools/check-docs.mjs';
import { problemsIn as messageProblems } from '../tools/check-perldiag.mjs';
import { root } from './support/perls.js';

let copy = '';
/** What is wrong with the copy anyway: it is not the whole project. */
let before: string[] = [];

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'documentation-'));
  for (const folder of ['CONTRIBUTING.md', 'docs', 'examples', 't', 'src', 'test'])
    cpSync(join(root, folder), join(copy, folder), { recursive: true });
  before = problemsIn(copy);
});

afterEach(() => rmSync(copy, { recursive: true }));

const planted = () => problemsIn(copy).filter((problem) => !before.includes(problem));

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(join(copy, path), change(readFileSync(join(copy, path), 'utf8')));
}

describe('examples', () => {
  test('are what the pages quote', () => {
    expect(problemsIn(root)).toEqual([]);
  });

  test('a changed example is found', () => {
    edit('t/perlfunc/shmget/private.pl', (text) => text.replace('4096', '8192'));
    expect(planted()).toEqual(['docs/perlfunc/shmget.md: differs from t/perlfunc/shmget/private.pl']);
  });

  test('a missing and an unquoted file are found', () => {
    edit('docs/perlfunc/shmget.md', (text) => text.replace('```perl t/perlfunc/shmget/private.pl', '```perl t/x.pl'));
    expect(planted()).toEqual([
      'docs/perlfunc/shmget.md: no file t/x.pl',
      't/perlfunc/shmget/private.pl: no page quotes it',
    ]);
  });

  test('Perl that no test runs is found', () => {
    edit('docs/perlfunc/semget.md', (text) => `${text}\n## More\n\n\`\`\`perl\nsemget(1, 2, 3);\n\`\`\`\n`);
    expect(planted()).toEqual(['docs/perlfunc/semget.md: Perl that is no file in "More"']);
  });

  test('a broken link is found', () => {
    writeFileSync(
      join(copy, 'docs/perlvar.md'),
      'See [this](perlfunc/index.md), [that](none.md#part) and [all](https://x.org).',
    );
    expect(planted()).toContain('docs/perlvar.md: no file none.md to link to');
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

describe('messages', () => {
  test('each has an entry and a test, and each entry is a message', () => {
    expect(messageProblems(root, diagnostics)).toEqual([]);
  });

  test('a new message without an entry is found', () => {
    const more = { ...diagnostics, tooLate: (op: string) => `Too late for ${op}` };
    expect(messageProblems(root, more)).toEqual(['no entry in perldiag: Too late for %s']);
  });

  test('a new message of a module is found', () => {
    edit('src/ipc-sysv/perl/IPC/Msg.pm', (text) => text.replace('sub id', "sub peek { croak '$msg->peek' }\nsub id"));
    expect(messageProblems(copy, diagnostics)).toEqual(['no entry in perldiag: $msg->peek']);
  });

  test('an entry that nothing raises or provokes is found', () => {
    edit('docs/perldiag.md', (text) => `${text}\n\`Segment is too blue\`\n: (F) Never.\n`);
    expect(messageProblems(copy, diagnostics)).toEqual([
      'nothing raises: Segment is too blue',
      'no test provokes: Segment is too blue',
    ]);
  });

  test('a message without a test is found', () => {
    edit('t/diagnostics/messages.t', (text) => text.replace("'invalid project id' =>", "'other' =>"));
    expect(messageProblems(copy, diagnostics)).toEqual(['no test provokes: invalid project id']);
  });
});

describe('functions, methods and constants', () => {
  const names = { functions: functionNames, constants: constantNames, errors: Object.keys(errnoNumbers) };

  test('each has an entry and a test', () => {
    expect(coverageProblems(root, names)).toEqual([]);
  });

  test('a new function and a new constant are found', () => {
    const more = { ...names, functions: [...functionNames, 'shmpeek'], constants: [...constantNames, 'SHM_BLUE'] };
    expect(coverageProblems(root, more)).toEqual([
      'docs/modules/IPC-SysV.md: no entry for shmpeek',
      'IPC::SysV: no test of shmpeek',
      'docs/modules/IPC-SysV.md: no entry for SHM_BLUE',
      'no test of the constant SHM_BLUE',
    ]);
  });

  test('a new method is found, and a row without one', () => {
    edit('src/ipc-sysv/perl/IPC/Msg.pm', (text) => text.replace('sub id', 'sub peek { }\nsub id'));
    edit('docs/modules/IPC-Msg.md', (text) => text.replace('| `id` |', '| `name` |'));
    expect(coverageProblems(copy, names)).toEqual([
      'docs/modules/IPC-Msg.md: no entry for peek',
      'docs/modules/IPC-Msg.md: no entry for id',
      'docs/modules/IPC-Msg.md: no method name',
      'IPC::Msg: no test of peek',
    ]);
  });

  test('a new field of a stat object is found', () => {
    edit('src/ipc-sysv/perl/IPC/Semaphore.pm', (text) => text.replace('otime nsems', 'otime nsems hue'));
    expect(coverageProblems(copy, names)).toEqual([
      expect.stringMatching(/the fields of IPC::Semaphore::stat are .*`hue`$/),
      'IPC::Semaphore::stat: no test of hue',
    ]);
  });
});
