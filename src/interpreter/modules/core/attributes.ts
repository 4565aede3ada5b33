/**
 * The module attributes (perldoc attributes): what `sub name : Attribute(argument)` means. perl knows lvalue, method,
 * const and prototype; others are the business of the package, which says which of them it does not know.
 */
import { PerlArray } from '../../../runtime/array.js';
import { PerlCode } from '../../../runtime/code.js';
import { str } from '../../../runtime/convert.js';
import { refType } from '../../../runtime/stringify-ref.js';
import { LIST, type PerlValue, referentOf } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import type { NativeModule } from '../native-module.js';

export const attributes: NativeModule = {
  version: '0.36',
  install(perl) {
    perl.define('attributes::import', (args) => {
      const [, home, reference, ...names] = args.list();
      if (reference !== undefined) apply(perl, home, reference, names);
    });
    perl.define('attributes::get', (args) => attributesOf(perl, args.get(0)));
    perl.define('attributes::reftype', (args) => {
      const referent = referentOf(args.get(0));
      return referent === null ? undefined : refType(args.get(0));
    });
  },
};

function apply(perl: Interp, home: PerlValue, reference: PerlValue, names: PerlValue[]): void {
  const type = refType(reference);
  const own = names.filter((name) => !(reference instanceof PerlCode && isBuiltIn(reference, str(name))));
  if (own.length === 0) return;
  const pkg = home === undefined ? packageOf(reference) : str(home);
  const handler = perl.findMethod(perl.stash(pkg), `MODIFY_${type}_ATTRIBUTES`);
  const unknown =
    handler === null ? own : (perl.callSub(handler, new PerlArray([pkg, reference, ...own]), LIST) as PerlValue[]);
  if (unknown.length > 0) refuse(perl, type, unknown);
  warnOfReserved(perl, type, own);
}

function refuse(perl: Interp, type: string, names: PerlValue[]): never {
  const list = names.map((name) => str(name)).join(' : ');
  return perl.die(`Invalid ${type} attribute${names.length > 1 ? 's' : ''}: ${list}`);
}

function warnOfReserved(perl: Interp, type: string, names: PerlValue[]): void {
  const small = names.map((name) => str(name)).filter((name) => /^[a-z]+(?:\(.*\))?$/s.test(name));
  if (small.length === 0) return;
  const what = small.length === 1 ? 'attribute' : 'attributes';
  perl.warn(
    'reserved',
    `${type} package ${what} may clash with future reserved word${small.length === 1 ? '' : 's'}: ${small.join(' : ')}`,
  );
}

/** One of perl's own attributes: it is set, or with a minus taken back. */
function isBuiltIn(code: PerlCode, attribute: string): boolean {
  const [, minus, name] = /^(-?)(lvalue|method|const)$/.exec(attribute) ?? [];
  if (name === undefined) return false;
  if (name === 'lvalue') code.lvalue = minus === '';
  if (name === 'method') code.method = minus === '';
  return true;
}

function packageOf(reference: PerlValue): string {
  if (reference instanceof PerlCode) return reference.stash.name;
  return referentOf(reference)?.blessed?.name ?? 'main';
}

function attributesOf(perl: Interp, reference: PerlValue): PerlValue[] {
  const referent = referentOf(reference);
  if (referent === null) perl.die('Usage: attributes::get $ref');
  const found: PerlValue[] = [];
  if (reference instanceof PerlCode && reference.lvalue) found.push('lvalue');
  if (reference instanceof PerlCode && reference.method === true) found.push('method');
  const pkg = packageOf(reference);
  const handler = perl.findMethod(perl.stash(pkg), `FETCH_${refType(reference)}_ATTRIBUTES`);
  if (handler === null) return found;
  return [...found, ...(perl.callSub(handler, new PerlArray([pkg, reference]), LIST) as PerlValue[])];
}
