/** Operators of perlop other than assignment and matching. */
import type { Binary, Chain, Expr, Logical, Range, Unary } from '../syntax/ast.js';
import { isOnlyPiece } from './joined-strings.js';
import { CompileError, type Compiler } from './compiler.js';
import { look } from './containers.js';
import { controlStatement, isControl } from './emit-control.js';
import { combinedCall } from './combined-operators.js';
import { aliases, bool, condition as tested, list, lvalue, register, scalar, voided, wanted } from './emit.js';
import { asStatement } from './emit-literals.js';
import { smartMatchCall } from './emit-smartmatch.js';
import { assigned } from './lvalue-subs.js';
import { binaryOpText, integerOpText } from './op-names.js';

/** value-producing binary operators and their library functions */
const valueOps: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '%': 'mod',
  '**': 'pow',
  '.': 'concat',
  x: 'repeat',
  '&': 'bitAnd',
  '|': 'bitOr',
  '^': 'bitXor',
  '&.': 'sbitAnd',
  '|.': 'sbitOr',
  '^.': 'sbitXor',
  '<<': 'shiftLeft',
  '>>': 'shiftRight',
  '<=>': 'numCmp',
  cmp: 'strCmp',
};
const integerOps: Readonly<Record<string, string>> = {
  '+': 'intAdd',
  '-': 'intSub',
  '*': 'intMul',
  '/': 'intDiv',
  '%': 'intMod',
  '<': 'intLt',
  '>': 'intGt',
  '<=': 'intLe',
  '>=': 'intGe',
  '==': 'intEq',
  '!=': 'intNe',
  '<=>': 'intCmp',
  '&': 'intBitAnd',
  '|': 'intBitOr',
  '^': 'intBitXor',
  '<<': 'intShiftLeft',
  '>>': 'intShiftRight',
};
/** & | ^ under `use feature 'bitwise'`: always numbers (perlop, "Bitwise String Operators") */
const numericBits: Readonly<Record<string, string>> = { '&': 'nbitAnd', '|': 'nbitOr', '^': 'nbitXor' };
/** operators whose library function answers a JavaScript boolean */
const truthOps: Readonly<Record<string, string>> = {
  '==': 'numEq',
  '!=': 'numNe',
  '<': 'numLt',
  '>': 'numGt',
  '<=': 'numLe',
  '>=': 'numGe',
  eq: 'strEq',
  ne: 'strNe',
  lt: 'strLt',
  gt: 'strGt',
  le: 'strLe',
  ge: 'strGe',
  isa: 'isaOp',
};

const { isa: _isa, ...comparisons } = truthOps;
const comparable: Readonly<Record<string, string>> = { ...comparisons, cmp: 'strCmp' };

/** The JavaScript call of a binary operator on two value expressions. */
function binaryCall(c: Compiler, op: string, a: string, b: string, operands: [Expr, Expr], certain = true): string {
  const numeric = c.hints.features.has('bitwise') && !c.hints.integer ? numericBits[op] : undefined;
  const integer = c.hints.integer ? integerOps[op] : undefined;
  const fn = numeric ?? integer ?? valueOps[op] ?? truthOps[op];
  if (fn === undefined) throw new CompileError(`Operator ${op} is not supported`);
  const plain = numeric === undefined ? (binaryOpText[op] as string) : `numeric ${binaryOpText[op]}`;
  const text = integer === undefined ? plain : integerOpText(op);
  return `${c.lib(fn)}(${a},${b},${c.op(text, operands, certain)})`;
}

/** The same for `op=`: library functions named ...Assign know that the left may be undef. */
export function assignCall(c: Compiler, op: string, a: string, b: string, operands: [Expr, Expr]): string {
  const numeric = c.hints.features.has('bitwise') && !c.hints.integer ? numericBits[op] : undefined;
  const integer = c.hints.integer ? integerOps[op] : undefined;
  const fn = numeric ?? integer ?? valueOps[op];
  if (fn === undefined) throw new CompileError(`Operator ${op}= is not supported`);
  const plain = numeric === undefined ? (binaryOpText[op] as string) : `numeric ${binaryOpText[op]}`;
  const text = integer === undefined ? plain : integerOpText(op);
  return `${c.lib(`${fn}Assign`)}(${a},${b},${c.op(text, operands)})`;
}

function binaryTruth(c: Compiler, e: Binary): string {
  return binaryCall(c, e.op, scalar(c, e.left), scalar(c, e.right), [e.left, e.right]);
}
function binaryScalar(c: Compiler, e: Binary): string {
  if (e.op === '~~') return smartMatchCall(c, e.left, e.right);
  if (e.op in comparable && !c.hints.integer && c.ask('overloaded', 'comparison')) return comparison(c, e);
  if (e.op in truthOps) return `${c.lib('bool')}(${binaryTruth(c, e)})`;
  if (e.op === '.' && look(e.left).type === 'Binary' && c.ask('overloaded', 'concatenation'))
    return assignCall(c, '.', scalar(c, e.left), scalar(c, e.right), [e.left, e.right]);
  if (e.listRepeat) return `${c.lib('last')}(${repeatList(c, e)})`;
  const certain = e.op !== '.' || isOnlyPiece(c, e);
  return combinedCall(c, e) ?? binaryCall(c, e.op, scalar(c, e.left), scalar(c, e.right), [e.left, e.right], certain);
}
/** A comparison whose answer may be an object. */
function comparison(c: Compiler, e: Binary): string {
  const { left, right, op } = e;
  const text = c.op(binaryOpText[op] as string, [left, right]);
  return `${c.lib('compared')}("${op}",${scalar(c, left)},${scalar(c, right)},${text})`;
}
function repeatList(c: Compiler, e: Binary): string {
  return `${c.lib('repeatSlots')}(${aliases(c, e.left)},${scalar(c, e.right)},${c.op('repeat (x)', [null, e.right])})`;
}
register('Binary', {
  scalar: (c, e) =>
    e.listRepeat ? binaryCall(c, 'x', scalar(c, e.left), scalar(c, e.right), [e.left, e.right]) : binaryScalar(c, e),
  list: (c, e) => (e.listRepeat ? repeatList(c, e) : `[${binaryScalar(c, e)}]`),
  bool: (c, e) => (e.op in truthOps ? binaryTruth(c, e) : `${c.lib('truthy')}(${binaryScalar(c, e)})`),
});

/** Each operand is evaluated once, and none after the first comparison that is false. */
function chain(c: Compiler, e: Chain): string {
  let left = scalar(c, e.operands[0] as Expr);
  const comparisons = e.ops.map((op, i) => {
    const operands: [Expr, Expr] = [e.operands[i] as Expr, e.operands[i + 1] as Expr];
    const kept = i === e.ops.length - 1 ? null : c.temp();
    const right = scalar(c, operands[1]);
    const comparison = binaryCall(c, op, left, kept === null ? right : `(${kept}=${right})`, operands);
    left = kept ?? '';
    return comparison;
  });
  return `(${comparisons.join('&&')})`;
}
register('Chain', {
  scalar: (c, e) => `${c.lib('bool')}(${chain(c, e)})`,
  list: (c, e) => `[${c.lib('bool')}(${chain(c, e)})]`,
  bool: chain,
});

// ---- logic ------------------------------------------------------------------------------------------------------

function test(c: Compiler, op: Logical['op'], value: string): string {
  if (op === '//') return `${value}!==undefined`;
  const truth = `${c.lib('truthy')}(${value})`;
  return op === '&&' ? `!${truth}` : truth;
}
register('Logical', {
  scalar(c, e) {
    if (e.op === 'xor') return `${c.lib('bool')}(${bool(c, e.left)}!==${bool(c, e.right)})`;
    const t = c.temp();
    return `(${test(c, e.op, `(${t}=${scalar(c, e.left)})`)}?${t}:${scalar(c, e.right)})`;
  },
  list(c, e) {
    if (e.op === 'xor') return `[${scalar(c, e)}]`;
    const t = c.temp();
    return `(${test(c, e.op, `(${t}=${scalar(c, e.left)})`)}?[${t}]:${list(c, e.right)})`;
  },
  voided(c, e) {
    if (e.op === 'xor') return `(${bool(c, e.left)},${bool(c, e.right)})`;
    const left = e.op === '//' ? `${scalar(c, e.left)}===undefined` : tested(c, e.left);
    const condition = e.op === '||' ? `!(${left})` : left;
    if (isControl(e.right)) return `if(${condition}){${controlStatement(c, e.right)}}`;
    return `if(${condition}){${asStatement(voided(c, e.right))}}`;
  },
  bool(c, e) {
    if (e.op === 'xor') return `(${bool(c, e.left)}!==${bool(c, e.right)})`;
    if (e.op === '//') return `${c.lib('truthy')}(${scalar(c, e)})`;
    return `(${tested(c, e.left)}${e.op}${bool(c, e.right)})`;
  },
  wanted(c, e) {
    if (e.op === 'xor') return `${c.lib('ret')}(want,${scalar(c, e)})`;
    const t = c.temp();
    return `(${test(c, e.op, `(${t}=${scalar(c, e.left)})`)}?${c.lib('ret')}(want,${t}):${wanted(c, e.right)})`;
  },
  lvalue(c, e) {
    if (e.op === 'xor') return `new ${c.lib('Scalar')}(${scalar(c, e)})`;
    const t = c.temp();
    return `(${test(c, e.op, `(${t}=${lvalue(c, e.left)}).v`)}?${t}:${lvalue(c, e.right)})`;
  },
  aliases(c, e) {
    if (e.op === 'xor') return `[${scalar(c, e)}]`;
    const t = c.temp();
    return `(${test(c, e.op, `(${t}=${lvalue(c, e.left)}).v`)}?[${t}]:${aliases(c, e.right)})`;
  },
});

register('Ternary', {
  scalar: (c, e) => `(${tested(c, e.cond)}?${scalar(c, e.then)}:${scalar(c, e.else)})`,
  list: (c, e) => `(${tested(c, e.cond)}?${list(c, e.then)}:${list(c, e.else)})`,
  voided: (c, e) =>
    `if(${tested(c, e.cond)}){${asStatement(voided(c, e.then))}}else{${asStatement(voided(c, e.else))}}`,
  bool: (c, e) => `(${tested(c, e.cond)}?${bool(c, e.then)}:${bool(c, e.else)})`,
  lvalue: (c, e) => `(${tested(c, e.cond)}?${lvalue(c, e.then)}:${lvalue(c, e.else)})`,
  wanted: (c, e) => `(${tested(c, e.cond)}?${wanted(c, e.then)}:${wanted(c, e.else)})`,
  aliases: (c, e) => `(${tested(c, e.cond)}?${aliases(c, e.then)}:${aliases(c, e.else)})`,
});

function negation(c: Compiler, e: Unary): string {
  return `${c.lib('logicalNot')}(${scalar(c, e.expr)},${c.op('not', [e.expr])})`;
}
register('Unary', {
  scalar(c, e) {
    if (e.op === '!') return c.ask('overloaded', 'negation') ? negation(c, e) : `${c.lib('bool')}(!${bool(c, e.expr)})`;
    if (e.op === '+') return scalar(c, e.expr);
    if (e.op === '~') {
      const fn = c.hints.integer ? 'intBitNot' : c.hints.features.has('bitwise') ? 'nbitNot' : 'bitNot';
      return `${c.lib(fn)}(${scalar(c, e.expr)},${c.op("1's complement (~)", [e.expr])})`;
    }
    if (e.op === '~.')
      return `${c.lib('sbitNot')}(${scalar(c, e.expr)},${c.op("string 1's complement (~)", [e.expr])})`;
    if (e.expr.type === 'NumLit' && typeof e.expr.value === 'number' && !e.expr.float)
      return e.expr.value === 0 ? '0' : `(-${e.expr.value})`;
    if (e.expr.type === 'NumLit' && e.expr.value === 0) return '-0';
    if (e.expr.type === 'Bareword') return `${JSON.stringify(`-${e.expr.name}`)}`;
    const text = c.hints.integer ? 'integer negation (-)' : 'negation (-)';
    return `${c.lib(c.hints.integer ? 'intNeg' : 'neg')}(${scalar(c, e.expr)},${c.op(text, [e.expr])})`;
  },
  bool(c, e) {
    if (e.op === '!' && !c.ask('overloaded', 'negation')) return `!${bool(c, e.expr)}`;
    return `${c.lib('truthy')}(${scalar(c, e)})`;
  },
  voided: (c, e) => (e.op === '!' ? bool(c, e.expr) : scalar(c, e)),
});

register('IncDec', {
  scalar(c, e) {
    const fn = e.prefix ? (e.op === '++' ? 'preInc' : 'preDec') : e.op === '++' ? 'postInc' : 'postDec';
    const text = `${e.prefix ? 'pre' : 'post'}${e.op === '++' ? 'increment (++)' : 'decrement (--)'}`;
    return `${c.lib(fn)}(${assigned(c, look(e.expr), text)},${c.op(text, [e.expr])})`;
  },
  voided(c, e) {
    const fn = e.op === '++' ? 'preInc' : 'preDec';
    const text = `pre${e.op === '++' ? 'increment (++)' : 'decrement (--)'}`;
    return `${c.lib(fn)}(${assigned(c, look(e.expr), text)},${c.op(`pre${e.op === '++' ? 'increment (++)' : 'decrement (--)'}`, [e.expr])})`;
  },
  lvalue: (c, e) =>
    e.prefix
      ? `${c.lib('incLvalue')}(${lvalue(c, e.expr)},${e.op === '++' ? 1 : -1},${c.op(e.op === '++' ? 'preincrement (++)' : 'predecrement (--)', [e.expr])})`
      : `new ${c.lib('Scalar')}(${c.lib(e.op === '++' ? 'postInc' : 'postDec')}(${lvalue(c, e.expr)},0))`,
});

// ---- ranges and flip-flops --------------------------------------------------------------------------------------

function flipFlop(c: Compiler, e: Range): string {
  const state = c.fresh('ff');
  c.fn.sub.states.push(`${state}={on:false,n:0}`);
  const side = (x: Expr): string => (x.type === 'NumLit' ? `${c.lib('lineIs')}(I,${x.value})` : bool(c, x));
  return `${c.lib('flipFlop')}(${state},()=>${side(e.left)},()=>${side(e.right)},${e.exclusive})`;
}
register('Range', {
  scalar: flipFlop,
  list: (c, e) =>
    `${c.lib('range')}(${scalar(c, e.left)},${scalar(c, e.right)},${c.op('range (or flop)', [e.left, e.right])})`,
});
