/**
 * The module overload (perldoc overload). What a class overloads is left in its symbol table as perl's own module
 * leaves it: a sub "(+" for an operator, "((" to mark the class, and "()" whose scalar is the fallback.
 */
import type { PerlArray } from '../../../runtime/array.js';
import { PerlCode } from '../../../runtime/code.js';
import { str } from '../../../runtime/convert.js';
import { identityText } from '../../../runtime/stringify-ref.js';
import { bool, type PerlValue, referentOf } from '../../../runtime/value.js';
import type { Interp, OverloadedKind } from '../../core/interp.js';
import { noteConstantHandler } from '../../core/overloaded-constants.js';
import { type NativeModule, words } from '../native-module.js';

const operators: Readonly<Record<string, string>> = {
  with_assign: '+ - * / % ** << >> x .',
  assign: '+= -= *= /= %= **= <<= >>= x= .=',
  num_comparison: '< <= >  >= == !=',
  '3way_comparison': '<=> cmp',
  str_comparison: 'lt le gt ge eq ne',
  binary: '& &= | |= ^ ^= &. &.= |. |.= ^. ^.=',
  unary: 'neg ! ~ ~.',
  mutators: '++ --',
  func: 'atan2 cos sin exp abs log sqrt int',
  conversion: 'bool "" 0+ qr',
  iterators: '<>',
  filetest: '-X',
  dereferencing: '${} @{} %{} &{} *{}',
  matching: '~~',
  special: 'nomethod fallback =',
};
const known = new Set(Object.values(operators).flatMap(words));

/** What code that is compiled from now on must reckon with. */
const kinds: Readonly<Record<string, OverloadedKind>> = Object.fromEntries<OverloadedKind>([
  ['.', 'concatenation'],
  ['!', 'negation'],
  ...words('+ - * / % += -= *= /= %=').map((key): [string, OverloadedKind] => [key, 'arithmetic']),
  ...words('< <= > >= == != lt le gt ge eq ne cmp').map((key): [string, OverloadedKind] => [key, 'comparison']),
]);

export const overload: NativeModule = {
  version: '1.37',
  install(perl) {
    const nil = perl.define('overload::nil', () => undefined);
    const table = perl.glob('overload::ops').hv;
    for (const [kind, names] of Object.entries(operators)) table.set(kind, names);
    perl.define('overload::import', (args) => declare(perl, nil, perl.currentPackage(), args.list().slice(1)));
    perl.define('overload::OVERLOAD', (args) => declare(perl, nil, text(args, 0), args.list().slice(1)));
    perl.define('overload::unimport', (args) => forget(perl, nil, args.list().slice(1)));
    for (const name of ['StrVal', 'AddrRef']) perl.define(`overload::${name}`, (args) => plainText(args.get(0)));
    perl.define('overload::Overloaded', (args) => {
      const cls = classOf(args.get(0));
      return bool(has(perl, cls, '()') || has(perl, cls, '(('));
    });
    perl.define('overload::Method', (args) => method(perl, nil, args.get(0), text(args, 1)));
    perl.define('overload::mycan', (args) => perl.findMethod(perl.stash(text(args, 0)), text(args, 1)) ?? undefined);
    perl.define('overload::constant', (args) => changeConstants(perl, args.list(), true));
    perl.define('overload::remove_constant', (args) => changeConstants(perl, args.list(), false));
  },
};

const text = (args: PerlArray, i: number): string => str(args.get(i), 'subroutine entry');
const classOf = (v: PerlValue): string => referentOf(v)?.blessed?.name ?? (referentOf(v) ? '' : str(v, 'overload'));
const has = (perl: Interp, cls: string, name: string): boolean =>
  cls !== '' && perl.findMethod(perl.stash(cls), name) !== null;

function plainText(v: PerlValue): PerlValue {
  const referent = referentOf(v);
  return referent === null ? v : identityText(v, referent);
}

function declare(perl: Interp, nil: PerlCode, pkg: string, list: PerlValue[]): void {
  perl.packages.define(`${pkg}::((`, nil);
  for (let i = 0; i < list.length; i += 2) {
    const key = str(list[i], 'overload');
    const value = list[i + 1];
    if (key === 'fallback') {
      perl.packages.define(`${pkg}::()`, nil);
      perl.scalar(`${pkg}::()`).v = value;
      continue;
    }
    const kind = kinds[key];
    if (kind !== undefined) perl.overloaded.add(kind);
    if (!known.has(key)) perl.warn('all', `overload arg '${key}' is invalid`);
    if (value instanceof PerlCode) perl.packages.define(`${pkg}::(${key}`, value);
    else {
      perl.scalar(`${pkg}::(${key}`).v = value;
      perl.packages.define(`${pkg}::(${key}`, nil);
    }
  }
}

function forget(perl: Interp, nil: PerlCode, keys: PerlValue[]): void {
  const pkg = perl.currentPackage();
  perl.packages.define(`${pkg}::((`, nil);
  for (const v of keys) {
    const key = str(v, 'overload');
    const name = key === 'fallback' ? '()' : `(${key}`;
    perl.stash(pkg).globs.delete(name);
    perl.packages.forget(`${pkg}::${name}`);
  }
}

/** The code that implements an operator, or undef. */
function method(perl: Interp, nil: PerlCode, v: PerlValue, key: string): PerlValue {
  const cls = classOf(v);
  if (cls === '') return undefined;
  for (const pkg of [...perl.packages.linearIsa(cls), 'UNIVERSAL']) {
    const glob = perl.packages.find(`${pkg}::(${key}`);
    if (!glob?.c) continue;
    if (glob.c !== nil) return glob.c;
    return perl.findMethod(perl.stash(cls), str(glob.s.v, 'overload')) ?? undefined;
  }
  return undefined;
}

const constantKinds = new Set(['integer', 'float', 'binary', 'q', 'qr']);

/** overload::constant and overload::remove_constant: for what is being compiled, until the end of its block. */
function changeConstants(perl: Interp, list: readonly PerlValue[], on: boolean): undefined {
  const compilation = perl.compiling.at(-1);
  if (list.length % 2 === 1) perl.warn('overload', 'Odd number of arguments for overload::constant');
  const user = new Map(compilation?.hints.user);
  for (let i = 0; i + 1 < list.length; i += 2) {
    const kind = str(list[i]);
    const code = list[i + 1];
    if (!constantKinds.has(kind)) perl.warn('overload', `'${kind}' is not an overloadable type`);
    else if (!on) user.delete(kind);
    else if (code instanceof PerlCode) user.set(kind, noteConstantHandler(perl, code));
    else perl.warn('overload', `'${code === undefined ? '' : str(code)}' is not a code reference`);
  }
  if (compilation !== undefined) compilation.hints = { ...compilation.hints, user };
  return undefined;
}
