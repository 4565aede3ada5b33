// All examples of this project and of the source documents under real perl in WebAssembly: what they print, and how they end.
import { describe, expect, test } from 'vitest';
import { runChild } from '../support/child.js';
import { filesBelow } from '../support/files.js';
import { isolated, isolation } from '../support/isolation.js';
import { realPerl, root } from '../support/perls.js';
import { tableOf } from './page.js';
import { run } from './perl.js';

const folders = ['t/perlfunc', 't/perlvar', 't/pages', 't/programs', 't/documents', 'examples'];
const programs = folders.flatMap((folder) => filesBelow(folder, '.pl'));
const listed = tableOf('Examples');

describe.skipIf(isolation === undefined || realPerl === undefined)('examples under zeroperl', () => {
  test.concurrent.for(programs)('%s', { timeout: 90_000 }, async (program, { expect }) => {
    const real = await runChild(isolated([...(realPerl ?? []), program]), { cwd: root, limit: 20_000 });
    const ours = await run(program);
    if (listed.has(program)) expect(ours, 'it works: take it out of docs/zeroperl.md').not.toEqual(real);
    else expect(ours).toEqual(real);
  });
});

test('what is listed exists', () => {
  expect([...listed.keys()].filter((program) => !programs.includes(program))).toEqual([]);
});
