/** What the parts of overloading share: the names of operations, calling a method, copying before a change. */
import { active } from '../../runtime/active.js';
import type { PerlCode } from '../../runtime/code.js';
import type { NOT_OVERLOADED } from '../../runtime/convert.js';
import { Scalar } from '../../runtime/scalar.js';
import { NO, type PerlValue, referentOf, SCALAR, ScalarRef } from '../../runtime/value.js';
import { NEVER, type OverloadTable } from './overload-table.js';

/** The answer of a method, or that there is none. */
export type Answer = PerlValue | typeof NOT_OVERLOADED;

/** Operators of two operands. */
export type OverloadKey =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '**'
  | '<<'
  | '>>'
  | 'x'
  | '.'
  | '&'
  | '|'
  | '^'
  | '&.'
  | '|.'
  | '^.'
  | '<'
  | '<='
  | '>'
  | '>='
  | '=='
  | '!='
  | '<=>'
  | 'lt'
  | 'le'
  | 'gt'
  | 'ge'
  | 'eq'
  | 'ne'
  | 'cmp'
  | 'atan2'
  | '-X'
  | '~~';
/** Operators and functions of one. */
export type OverloadUnaryKey =
  | 'neg'
  | '!'
  | '~'
  | '~.'
  | '++'
  | '--'
  | 'abs'
  | 'int'
  | 'sqrt'
  | 'cos'
  | 'sin'
  | 'exp'
  | 'log'
  | 'bool'
  | '""'
  | '0+'
  | '<>'
  | 'qr'
  | '=';
export type DereferenceKey = '${}' | '@{}' | '%{}' | '&{}' | '*{}';

export function callOverload(code: PerlCode, args: PerlValue[]): PerlValue {
  return active().call(code, args, SCALAR) as PerlValue;
}

/**
 * The copy constructor: before an object is changed in place, for other variables may hold it too. (Perl looks at the
 * reference count.) Without `=`, an object that is a plain scalar is copied, any other is left.
 */
export function copied(v: PerlValue, table: OverloadTable): PerlValue {
  const code = table.methods.get('=');
  if (code !== undefined) {
    const copy = callOverload(code, [v, undefined, NO]);
    return referentOf(copy) === null ? active().die('Copy method did not return a reference') : copy;
  }
  if (!(v instanceof ScalarRef) || v.target.magical || table.fallback === NEVER) return v;
  const copy = new Scalar(v.target.v);
  copy.blessed = v.target.blessed ?? null;
  return new ScalarRef(copy);
}
