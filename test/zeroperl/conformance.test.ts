// The conformance suite under real perl in WebAssembly: every test passes but those that docs/zeroperl.md lists.
import { describe, expect, test } from 'vitest';
import { suite } from '../../src/conformance/suite.js';
import { isolation } from '../support/isolation.js';
import { tableOf } from './page.js';
import { run } from './perl.js';
import { unmet } from './unmet.js';

const listed = tableOf('The conformance suite');

/** A name in the table; a star stands for anything. */
function matches(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((text) => text.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(name);
}

describe.skipIf(isolation === undefined)('the conformance suite under zeroperl', () => {
  test.concurrent.for(suite)('$file', { timeout: 70_000 }, async ({ file }, { expect }) => {
    const patterns = (listed.get(file) ?? []).map(([name = '']) => name);
    const { stdout, stderr, timedOut } = await run(file);
    const failing = unmet(stdout);
    expect(
      failing.filter((name) => !patterns.some((pattern) => matches(pattern, name))),
      stderr,
    ).toEqual([]);
    expect(patterns.filter((pattern) => !failing.some((name) => matches(pattern, name)))).toEqual([]);
    expect([timedOut, /^1\.\.\d+/m.test(stdout)]).toEqual([false, true]);
  });
});

test('what is listed is part of the suite, and has a reason', () => {
  const files = suite.map(({ file }) => file);
  expect([...listed.keys()].filter((file) => !files.includes(file))).toEqual([]);
  expect([...listed.values()].flat().filter((row) => row.length !== 2 || row[1] === '')).toEqual([]);
});
