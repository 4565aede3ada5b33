/** A cached file is only sound if all that its compilation saw of the interpreter is in its trace: see questions.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../compile/', import.meta.url);

/** What the compiler may name of the interpreter without asking: effects, and what the question `state` covers. */
const known = [
  'packages.qualify',
  'packages.overrides',
  'compiler.requireModule',
  'makeContainer',
  'library',
  'cop',
  'cops',
  'pendingSubs',
  'warnAll',
  'lifetimes',
  'labels',
  'danglingLoopControl',
  'warningCount',
  'warn',
  'warnDefault',
  // how a failed compilation ends, which is not cached
  'checkOnly',
  'errno',
  'glob',
  'stash',
  'setData',
];
/** These carry out effects. */
const effects = new Set([
  'install-sub.ts',
  'phases.ts',
  'pragmas.ts',
  'questions.ts',
  'run-time-pragmas.ts',
  'use-effects.ts',
  'link.ts',
  'once.ts',
]);

test('the compiler asks the interpreter nothing behind the back of the trace', () => {
  const unknown: string[] = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.ts') && !effects.has(file))) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    for (const [, path = ''] of text.matchAll(/\bperl\.((?:packages|compiler)\.\w+|\w+)/g))
      if (!known.includes(path) && path !== 'ts' && !text.includes(`/perl.${path}'`))
        unknown.push(`${name}: perl.${path}`);
  }
  expect(unknown).toEqual([]);
});
