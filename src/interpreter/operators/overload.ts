/**
 * `use overload` at work (perldoc overload; amagic_call in perl): which method answers an operation, what is made from
 * other methods when there is none, and what perl says when nothing is found. Only operands that are objects get here.
 */
import { active, type Op } from '../../runtime/active.js';
import type { PerlCode } from '../../runtime/code.js';
import { NOT_OVERLOADED, num, setConversionOverloads, truthy } from '../../runtime/convert.js';
import { Scalar } from '../../runtime/scalar.js';
import { addressOf, bool, NO, type PerlValue, referentOf, SCALAR, ScalarRef } from '../../runtime/value.js';
import { ALWAYS, NEVER, type OverloadTable, overloadTable } from './overload-table.js';

type Answer = PerlValue | typeof NOT_OVERLOADED;

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

/** Comparisons made from <=> and cmp. */
const FROM_CMP: Readonly<Record<string, string>> = {
  '<': '<=>',
  '<=': '<=>',
  '>': '<=>',
  '>=': '<=>',
  '==': '<=>',
  '!=': '<=>',
  lt: 'cmp',
  le: 'cmp',
  gt: 'cmp',
  ge: 'cmp',
  eq: 'cmp',
  ne: 'cmp',
};

function callMethod(code: PerlCode, args: PerlValue[]): PerlValue {
  return active().call(code, args, SCALAR) as PerlValue;
}

/** a OP b; `assign`: a OP= b. */
export function overloadedBinary(key: OverloadKey, a: PerlValue, b: PerlValue, op: Op, assign: boolean): Answer {
  const left = overloadTable(a);
  const right = overloadTable(b);
  if (left === null && right === null) return NOT_OVERLOADED;
  const own = left === null ? NOT_OVERLOADED : fromLeft(left, key, a, b, assign);
  if (own !== NOT_OVERLOADED) return own;
  const other = right?.methods.get(key);
  if (other !== undefined) return callMethod(other, [b, a, 1]);
  if ((left?.fallback ?? 0) > NEVER || (right?.fallback ?? 0) > NEVER) {
    // Strings are made by the conversion.
    if (key === '.' || key === 'x') return NOT_OVERLOADED;
    const compared = fromComparison(key, a, b, left, right, op);
    if (compared !== NOT_OVERLOADED) return compared;
  }
  return lastResort(assign ? `${key}=` : key, a, b, left, right, assign);
}

/** The left operand's own method: that of the assignment, or of the operator. */
function fromLeft(table: OverloadTable, key: OverloadKey, a: PerlValue, b: PerlValue, assign: boolean): Answer {
  if (assign) {
    const mutator = table.methods.get(`${key}=`);
    if (mutator !== undefined) return callMethod(mutator, [copied(a, table), b, undefined]);
    if (table.fallback === NEVER) return NOT_OVERLOADED;
  }
  const code = table.methods.get(key);
  return code === undefined ? NOT_OVERLOADED : callMethod(code, [a, b, assign ? undefined : NO]);
}

/** <, == and the like from <=>; lt, eq and the like from cmp. */
function fromComparison(
  key: string,
  a: PerlValue,
  b: PerlValue,
  left: OverloadTable | null,
  right: OverloadTable | null,
  op: Op,
): Answer {
  const general = FROM_CMP[key];
  if (general === undefined) return NOT_OVERLOADED;
  const own = left !== null && left.fallback > NEVER ? left.methods.get(general) : undefined;
  if (own !== undefined) return relation(key, callMethod(own, [a, b, NO]), op);
  const other = right !== null && right.fallback > NEVER ? right.methods.get(general) : undefined;
  return other === undefined ? NOT_OVERLOADED : relation(key, callMethod(other, [b, a, 1]), op);
}

function relation(key: string, order: PerlValue, op: Op): PerlValue {
  const n = num(order, op);
  switch (key) {
    case '<':
    case 'lt':
      return bool(n < 0);
    case '<=':
    case 'le':
      return bool(n <= 0);
    case '>':
    case 'gt':
      return bool(n > 0);
    case '>=':
    case 'ge':
      return bool(n >= 0);
    case '==':
    case 'eq':
      return bool(n === 0);
    default:
      return bool(n !== 0);
  }
}

/** nomethod; or the operation without overloading, where `fallback` allows it; or death. */
function lastResort(
  key: string,
  a: PerlValue,
  b: PerlValue,
  left: OverloadTable | null,
  right: OverloadTable | null,
  assign: boolean,
): Answer {
  const own = left?.methods.get('nomethod');
  if (own !== undefined) return callMethod(own, [a, b, assign ? undefined : NO, key]);
  const other = right?.methods.get('nomethod');
  if (other !== undefined) return callMethod(other, [b, a, 1, key]);
  if ((left?.fallback ?? ALWAYS) === ALWAYS && (right?.fallback ?? ALWAYS) === ALWAYS) return NOT_OVERLOADED;
  const side = (name: string, table: OverloadTable | null): string =>
    `\n\t${name} argument ${table === null ? 'has no overloaded magic' : `in overloaded package ${table.className}`}`;
  return active().die(`Operation "${key}": no method found,${side('left', left)},${side('right', right)}`);
}

/** OP a, and the functions abs, int, sqrt ... */
export function overloadedUnary(key: OverloadUnaryKey, v: PerlValue, op: Op): Answer {
  const table = overloadTable(v);
  if (table === null) return NOT_OVERLOADED;
  const code = table.methods.get(key);
  if (code !== undefined) return callMethod(code, [v, undefined, NO]);
  if (table.fallback > NEVER) {
    const substitute = substituted(key, v, table, op);
    if (substitute !== NOT_OVERLOADED) return substitute;
    if (key === 'int' || key === '<>' || key === 'qr') return NOT_OVERLOADED;
  }
  return unaryLastResort(key, v, table);
}

function unaryLastResort(key: string, v: PerlValue, table: OverloadTable): Answer {
  const nomethod = table.methods.get('nomethod');
  if (nomethod !== undefined) return callMethod(nomethod, [v, undefined, NO, key]);
  if (table.fallback === ALWAYS) return NOT_OVERLOADED;
  return active().die(`Operation "${key}": no method found, argument in overloaded package ${table.className}`);
}

/** Conversions stand in for each other, in this order. */
const CONVERSIONS: Readonly<Record<string, readonly string[]>> = {
  bool: ['0+', '""'],
  '0+': ['""', 'bool'],
  '""': ['0+', 'bool'],
  '!': ['bool', '0+', '""'],
};

/** What is made out of other methods (overload, "Minimal Set of Overloaded Operations"). */
function substituted(key: OverloadUnaryKey, v: PerlValue, table: OverloadTable, op: Op): Answer {
  const methods = table.methods;
  for (const other of CONVERSIONS[key] ?? []) {
    const code = methods.get(other);
    if (code === undefined) continue;
    const answer = callMethod(code, [v, undefined, NO]);
    return key === '!' ? bool(!truthy(answer)) : answer;
  }
  if (key === 'neg') {
    const minus = methods.get('-');
    return minus === undefined ? NOT_OVERLOADED : callMethod(minus, [v, 0, 1]);
  }
  return key === 'abs' ? absolute(v, table, op) : NOT_OVERLOADED;
}

/** abs from < (or <=>) and negation (or subtraction). */
function absolute(v: PerlValue, table: OverloadTable, op: Op): Answer {
  const methods = table.methods;
  const negate = methods.get('neg');
  const minus = methods.get('-');
  if (!(methods.has('<') || methods.has('<=>')) || (negate === undefined && minus === undefined)) return NOT_OVERLOADED;
  const less = overloadedBinary('<', v, 0, op, false);
  if (less === NOT_OVERLOADED || !truthy(less)) return v;
  return negate !== undefined ? callMethod(negate, [v, undefined, NO]) : callMethod(minus as PerlCode, [v, 0, 1]);
}

/** ++ and --: the value that the variable has afterwards. The method changes the object, or + makes a new one. */
export function overloadedMutator(key: '++' | '--', v: PerlValue, op: Op): Answer {
  const table = overloadTable(v);
  if (table === null) return NOT_OVERLOADED;
  const mutator = table.methods.get(key);
  if (mutator !== undefined) {
    const object = copied(v, table);
    callMethod(mutator, [object, undefined, NO]);
    return object;
  }
  if (table.fallback > NEVER) {
    const plain = key === '++' ? '+' : '-';
    const code = table.methods.get(`${plain}=`) ?? table.methods.get(plain);
    if (code !== undefined) return callMethod(code, [copied(v, table), 1, undefined]);
  }
  const answer = unaryLastResort(key, v, table);
  void op;
  return answer === NOT_OVERLOADED ? answer : v;
}

/**
 * The copy constructor: before an object is changed in place, for other variables may hold it too. (Perl looks at the
 * reference count.) Without `=`, an object that is a plain scalar is copied, any other is left.
 */
function copied(v: PerlValue, table: OverloadTable): PerlValue {
  const code = table.methods.get('=');
  if (code !== undefined) {
    const copy = callMethod(code, [v, undefined, NO]);
    return referentOf(copy) === null ? active().die('Copy method did not return a reference') : copy;
  }
  if (!(v instanceof ScalarRef) || v.target.magical || table.fallback === NEVER) return v;
  const copy = new Scalar(v.target.v);
  copy.blessed = v.target.blessed ?? null;
  return new ScalarRef(copy);
}

/** The reference that `@$v`, `$v->{x}`, `$v->()` ... really use. */
export function dereferenced(v: PerlValue, key: DereferenceKey): PerlValue {
  let current = v;
  for (;;) {
    const code = overloadTable(current)?.methods.get(key);
    if (code === undefined) return current;
    const answer = callMethod(code, [current, undefined, NO]);
    const referent = referentOf(answer);
    if (referent === null) active().die('Overloaded dereference did not return a reference');
    if (referent === referentOf(current)) return current;
    current = answer;
  }
}

/** -e $object and the like: the letter is the second argument. */
export function overloadedFileTest(letter: string, v: PerlValue): Answer {
  const table = overloadTable(v);
  const code = table?.methods.get('-X');
  return code === undefined ? NOT_OVERLOADED : callMethod(code, [v, letter, NO]);
}

/**
 * What an operator takes a reference for that wants a number but works on strings too (sv_2num): the answer of 0+, which
 * may be a string, or the address.
 */
export function numericOperand(v: PerlValue, op: Op): PerlValue {
  const referent = referentOf(v);
  if (referent === null) return v;
  const answer = overloadedUnary('0+', v, op);
  return answer === NOT_OVERLOADED || referentOf(answer) === referent
    ? addressOf(referent)
    : numericOperand(answer, op);
}

/** Is the value an object whose class overloads anything (overload::Overloaded)? */
export function isOverloaded(v: PerlValue): boolean {
  return overloadTable(v) !== null;
}

/** The code that overloads this operation for the object (overload::Method). */
export function overloadMethod(v: PerlValue, key: string): PerlCode | null {
  return overloadTable(v)?.methods.get(key) ?? null;
}

setConversionOverloads({
  string: (object, op) => overloadedUnary('""', object, op),
  number: (object, op) => overloadedUnary('0+', object, op),
  boolean: (object, op) => overloadedUnary('bool', object, op),
});
