/** Overloading of operations on one operand: unary operators, functions, conversions, ++ and -- (perldoc overload). */
import { active, type Op } from '../../runtime/active.js';
import type { PerlCode } from '../../runtime/code.js';
import { NOT_OVERLOADED, setConversionOverloads, truthy } from '../../runtime/convert.js';
import { perl } from '../io/perl.js';
import { patternOf } from '../regexp/perl-reg-exp.js';
import { addressOf, bool, NO, type PerlValue, referentOf } from '../../runtime/value.js';
import { overloadedBinary } from './overload.js';
import { type Answer, callOverload, copied, type OverloadUnaryKey } from './overload-call.js';
import { ALWAYS, NEVER, type OverloadTable, overloadTable } from './overload-table.js';

/** OP a, and the functions abs, int, sqrt ... */
export function overloadedUnary(key: OverloadUnaryKey, v: PerlValue, op: Op): Answer {
  const table = overloadTable(v);
  if (table === null) return NOT_OVERLOADED;
  const code = table.methods.get(key);
  if (code !== undefined) return callOverload(code, [v, undefined, NO]);
  if (table.fallback > NEVER) {
    const substitute = substituted(key, v, table, op);
    if (substitute !== NOT_OVERLOADED) return substitute;
    if (key === 'int' || key === '<>' || key === 'qr') return NOT_OVERLOADED;
  }
  return unaryLastResort(key, v, table);
}

function unaryLastResort(key: string, v: PerlValue, table: OverloadTable): Answer {
  const nomethod = table.methods.get('nomethod');
  if (nomethod !== undefined) return callOverload(nomethod, [v, undefined, NO, key]);
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
    const answer = callOverload(code, [v, undefined, NO]);
    return key === '!' ? bool(!truthy(answer)) : answer;
  }
  if (key === 'neg') {
    const minus = methods.get('-');
    return minus === undefined ? NOT_OVERLOADED : callOverload(minus, [v, 0, 1]);
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
  return negate !== undefined ? callOverload(negate, [v, undefined, NO]) : callOverload(minus as PerlCode, [v, 0, 1]);
}

/** ++ and --: the value that the variable has afterwards. The method changes the object, or + makes a new one. */
export function overloadedMutator(key: '++' | '--', v: PerlValue, op: Op): Answer {
  const table = overloadTable(v);
  if (table === null) return NOT_OVERLOADED;
  const mutator = table.methods.get(key);
  if (mutator !== undefined) {
    const object = copied(v, table);
    callOverload(mutator, [object, undefined, NO]);
    return object;
  }
  if (table.fallback > NEVER) {
    const plain = key === '++' ? '+' : '-';
    const code = table.methods.get(`${plain}=`) ?? table.methods.get(plain);
    if (code !== undefined) return callOverload(code, [copied(v, table), 1, undefined]);
  }
  const answer = unaryLastResort(key, v, table);
  void op;
  return answer === NOT_OVERLOADED ? answer : v;
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

/** The text of an object; in a pattern that of the qr// which its class may make instead (overload, "Regexp"). */
function overloadedString(object: PerlValue, op: Op): Answer {
  const isPattern = op === PATTERN || (typeof op === 'number' && perl().ops[op]?.text === PATTERN);
  const code = isPattern ? overloadTable(object)?.methods.get('qr') : undefined;
  if (code === undefined) return overloadedUnary('""', object, op);
  const answer = callOverload(code, [object, undefined, NO]);
  return patternOf(answer) === null ? active().die('Overloaded qr did not return a REGEXP') : answer;
}
const PATTERN = 'regexp compilation';

setConversionOverloads({
  string: overloadedString,
  number: (object, op) => overloadedUnary('0+', object, op),
  boolean: (object, op) => overloadedUnary('bool', object, op),
});
