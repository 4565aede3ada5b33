/** The module POSIX (perldoc POSIX). */
import type { PerlCode } from '../../../runtime/code.js';
import { str, toNumber } from '../../../runtime/convert.js';
import { PerlArray } from '../../../runtime/array.js';
import { SCALAR, type PerlValue, VOID, type Want } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { callAs } from '../core/call-as.js';
import { defineTable, type TableFunction } from '../call-table.js';
import { defineConstants, exportsOf, type NativeModule, words } from '../native-module.js';
import { posixConstants } from './constants.js';
import { fileFunctions } from './files.js';
import { frexp, modf, oneOperand, twoOperands } from './mathematics.js';
import { processFunctions } from './processes.js';
import { insteadOf, perlFunctions, unimplemented } from './replaced.js';
import { defineSignalClasses, signalFunctions } from './signals.js';
import { defaultTags, requestedTags, untaggedNames } from './tags.js';
import { textFunctions } from './texts.js';
import { timeFunctions } from './times.js';

const mathFunctions: Record<string, TableFunction> = {
  frexp: { operands: 'x', fn: (c) => frexp(c.number(0)) },
  modf: { operands: 'x', fn: (c) => modf(c.number(0)) },
  nan: { operands: 'payload = 0', fn: () => Number.NaN },
  fma: { operands: 'x, y, z', fn: (c) => c.number(0) * c.number(1) + c.number(2) },
  fegetround: { operands: '', fn: () => 0 },
  fesetround: { operands: 'x', fn: (c) => (c.integer(0) === 0 ? 0 : -1) },
  remquo: {
    operands: 'x, y',
    fn: (c) => [twoOperands['remainder']?.(c.number(0), c.number(1)), Math.round(c.number(0) / c.number(1))],
  },
};

export const posix: NativeModule = {
  version: '2.03',
  install(perl) {
    const tags = allTags();
    const always = [...new Set(Object.keys(defaultTags).flatMap((tag) => tags[tag] as string[]))];
    exportsOf(perl, 'POSIX', { always, onRequest: onRequest(tags), tags });
    perl.glob('POSIX::ISA').av.assign([]);
    const constants = posixConstants();
    defineConstants(perl, 'POSIX', constants);
    shareWithFcntl(perl, tags);
    defineTable(perl, 'POSIX', {
      ...fileFunctions,
      ...processFunctions,
      ...textFunctions,
      ...signalFunctions,
      ...timeFunctions,
      ...mathFunctions,
    });
    for (const [name, fn] of Object.entries(oneOperand)) defineMath(perl, name, 1, 'x', (a) => fn(number(a, 0)));
    for (const [name, fn] of Object.entries(twoOperands))
      defineMath(perl, name, 2, 'x, y', (a) => fn(number(a, 0), number(a, 1)));
    for (const name of Object.keys(perlFunctions)) defineLazily(perl, name);
    for (const name of Object.keys(unimplemented)) {
      perl.define(`POSIX::${name}`, () => perl.die(`Unimplemented: POSIX::${name}(): ${insteadOf(name)}`));
    }
    defineSignalClasses(perl);
    defineMissing(perl, always);
    wrapImport(perl);
  },
};

/** What Fcntl has too is the same sub: importing both is no redefinition. */
function shareWithFcntl(perl: Interp, tags: Readonly<Record<string, string[]>>): void {
  perl.compiler.requireModule('Fcntl');
  for (const name of ['fcntl_h', 'sys_stat_h', 'stdio_h', 'unistd_h'].flatMap((tag) => tags[tag] ?? [])) {
    const shared = perl.packages.find(`Fcntl::${name}`)?.c;
    if (shared) perl.glob(`POSIX::${name}`).c = shared;
  }
}

const number = (args: PerlArray, i: number): number => toNumber(args.get(i), 'subroutine entry');

function defineMath(
  perl: Interp,
  name: string,
  count: number,
  operands: string,
  fn: (args: PerlArray) => number,
): void {
  perl.define(`POSIX::${name}`, (args) =>
    args.length === count ? fn(args) : perl.die(`Usage: POSIX::${name}(${operands})`),
  );
}

function allTags(): Record<string, string[]> {
  const tags: Record<string, string[]> = {};
  for (const [tag, names] of Object.entries({ ...defaultTags, ...requestedTags }))
    tags[tag] = names === '' ? [] : words(names);
  return tags;
}

function onRequest(tags: Readonly<Record<string, string[]>>): string[] {
  return [
    ...new Set([
      ...Object.keys(requestedTags).flatMap((tag) => tags[tag] as string[]),
      ...words(untaggedNames),
      'toupper',
      'tolower',
    ]),
  ];
}

/** A function written in Perl: compiled when first called, then in place of this stub. */
function defineLazily(perl: Interp, name: string): void {
  const [operands, expression] = perlFunctions[name] as readonly [string, string];
  const count = operands === '' ? 0 : operands.split(', ').length;
  const anyNumber = operands.includes('...');
  const least = operands === '...' ? 0 : anyNumber ? 1 : count;
  let compiled: PerlCode | null = null;
  perl.define(`POSIX::${name}`, (args, want) => {
    if (args.length < least || (!anyNumber && args.length > count)) perl.die(`Usage: POSIX::${name}(${operands})`);
    compiled ??= perl.compiler.evalIn(`no warnings; sub { ${expression} }`, 'POSIX', SCALAR) as PerlCode;
    return callBody(compiled, args, want);
  });
}

function callBody(code: PerlCode, args: PerlArray, want: Want): PerlValue | PerlValue[] | void {
  return code.fn?.(args, want);
}

/** Exported names that this system does not have die when called; others are no macros at all. */
function defineMissing(perl: Interp, names: readonly string[]): void {
  for (const name of names) {
    if (/\W/.test(name) || perl.packages.find(`POSIX::${name}`)?.c) continue;
    perl.define(`POSIX::${name}`, () => perl.die(`Your vendor has not defined POSIX macro ${name}, used${at(perl)}\n`));
  }
  perl.define('POSIX::AUTOLOAD', () => {
    const name = str(perl.scalar('POSIX::AUTOLOAD').v, 'AUTOLOAD').replace(/^.*::/, '');
    perl.die(`${name} is not a valid POSIX macro${at(perl)}\n`);
  });
}

const at = (perl: Interp): string => perl.place().replace(/\.\n$/, '');

/** `use POSIX 'tmpnam'` says what to use instead; old names such as `unistd_h` are tags. */
function wrapImport(perl: Interp): void {
  const code = perl.define('POSIX::import', (args) => {
    const asked = args.list().map((name) => str(name, 'import'));
    const refused = asked
      .slice(1)
      .filter((name) => name in unimplemented)
      .sort();
    for (const name of refused) perl.warnAlways(`Unimplemented: POSIX::${name}(): ${insteadOf(name)}`);
    if (refused.length > 0) perl.die(`Unimplemented: ${refused.map((name) => `POSIX::${name}()`).join(' ')}`);
    const names = asked.map((name, i) => (i > 0 && /^\w+_h$/.test(name) ? `:${name}` : name));
    importFromPosix(perl, code, names);
  });
}

function importFromPosix(perl: Interp, code: PerlCode, names: string[]): void {
  const level = perl.scalar('Exporter::ExportLevel');
  const outer = level.v;
  level.v = 1;
  try {
    const exporter = perl.glob('Exporter::import').c as PerlCode;
    callAs(perl, 'POSIX', code, () => perl.callSub(exporter, new PerlArray(names), VOID));
  } finally {
    level.v = outer;
  }
}
