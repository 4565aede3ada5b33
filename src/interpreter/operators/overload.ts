/**
 * `use overload` at work (perldoc overload; amagic_call in perl): which method answers an operation, what is made from
 * other methods when there is none, and what perl says when nothing is found. Only operands that are objects get here.
 */
import { active, type Op } from '../../runtime/active.js';
import type { PerlCode } from '../../runtime/code.js';
import { NOT_OVERLOADED, num } from '../../runtime/convert.js';
import { bool, NO, type PerlValue, referentOf } from '../../runtime/value.js';
import { type Answer, callOverload, copied, type DereferenceKey, type OverloadKey } from './overload-call.js';
import { ALWAYS, NEVER, type OverloadTable, overloadTable } from './overload-table.js';

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

/** a OP b; `assign`: a OP= b. */
export function overloadedBinary(key: OverloadKey, a: PerlValue, b: PerlValue, op: Op, assign: boolean): Answer {
  const left = overloadTable(a);
  const right = overloadTable(b);
  if (left === null && right === null) return NOT_OVERLOADED;
  const own = left === null ? NOT_OVERLOADED : fromLeft(left, key, a, b, assign);
  if (own !== NOT_OVERLOADED) return own;
  const other = right?.methods.get(key);
  if (other !== undefined) return callOverload(other, [b, a, 1]);
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
    if (mutator !== undefined) return callOverload(mutator, [copied(a, table), b, undefined]);
    if (table.fallback === NEVER) return NOT_OVERLOADED;
  }
  const code = table.methods.get(key);
  return code === undefined ? NOT_OVERLOADED : callOverload(code, [a, b, assign ? undefined : NO]);
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
  if (own !== undefined) return relation(key, callOverload(own, [a, b, NO]), op);
  const other = right !== null && right.fallback > NEVER ? right.methods.get(general) : undefined;
  return other === undefined ? NOT_OVERLOADED : relation(key, callOverload(other, [b, a, 1]), op);
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
  if (own !== undefined) return callOverload(own, [a, b, assign ? undefined : NO, key]);
  const other = right?.methods.get('nomethod');
  if (other !== undefined) return callOverload(other, [b, a, 1, key]);
  if ((left?.fallback ?? ALWAYS) === ALWAYS && (right?.fallback ?? ALWAYS) === ALWAYS) return NOT_OVERLOADED;
  const side = (name: string, table: OverloadTable | null): string =>
    `\n\t${name} argument ${table === null ? 'has no overloaded magic' : `in overloaded package ${table.className}`}`;
  return active().die(`Operation "${key}": no method found,${side('left', left)},${side('right', right)}`);
}

/** The reference that `@$v`, `$v->{x}`, `$v->()` ... really use. */
export function dereferenced(v: PerlValue, key: DereferenceKey): PerlValue {
  let current = v;
  for (;;) {
    const code = overloadTable(current)?.methods.get(key);
    if (code === undefined) return current;
    const answer = callOverload(code, [current, undefined, NO]);
    const referent = referentOf(answer);
    if (referent === null) active().die('Overloaded dereference did not return a reference');
    if (referent === referentOf(current)) return current;
    current = answer;
  }
}

/** -e $object and the like: the letter is the second argument. */
export function overloadedFileTest(letter: string, v: PerlValue): Answer {
  const code = overloadTable(v)?.methods.get('-X');
  return code === undefined ? NOT_OVERLOADED : callOverload(code, [v, letter, NO]);
}

/** The code that overloads this operation for the object (overload::Method). */
export function overloadMethod(v: PerlValue, key: string): PerlCode | null {
  return overloadTable(v)?.methods.get(key) ?? null;
}
