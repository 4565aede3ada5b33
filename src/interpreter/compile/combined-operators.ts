/**
 * Operators that are one library call together, because what lies between them would be a bigint: a * b & m,
 * (a * b + c) % m (operators/wide-products.ts), and & with a complement (operators/bitwise.ts).
 */
import type { Binary, Expr } from '../syntax/ast.js';
import { isPlain } from './assign-shapes.js';
import type { Compiler } from './compiler.js';
import { look } from './containers.js';
import { scalar } from './emit.js';
import { quickPower } from '../operators/power.js';
import { binaryOpText } from './op-names.js';

/** The call, if this is such a combination. */
export function combinedCall(c: Compiler, e: Binary): string | null {
  if (c.hints.integer) return null;
  if (e.op === '**') return constantPower(e);
  if (e.op !== '&' && e.op !== '%') return null;
  return wideProduct(c, e) ?? (e.op === '&' ? complementAnd(c, e) : null);
}

function wideProduct(c: Compiler, e: Binary): string | null {
  if (!isPlain(e.right) || c.hints.features.has('bitwise')) return null;
  const left = look(e.left);
  const sum = isBinary(left, '+') ? left : null;
  const product = sum === null ? left : look(sum.left);
  if (!isBinary(product, '*') || (sum !== null && !canComeEarly(sum.right))) return null;
  const terms = [product.left, product.right, ...(sum === null ? [] : [sum.right]), e.right].map((x) => scalar(c, x));
  const ops = [product, ...(sum === null ? [] : [sum]), e].map((x) => opOf(c, x));
  const name = `mul${sum === null ? '' : 'Add'}${e.op === '&' ? 'And' : 'Mod'}`;
  return `${c.lib(name)}(${[...terms, ...ops].join(',')})`;
}

/** 2**32 and the like, as a number; perl calculates constants when it compiles, too. */
function constantPower(e: Binary): string | null {
  const [base, exponent] = [look(e.left), look(e.right)];
  if (e.op !== '**' || base.type !== 'NumLit' || exponent.type !== 'NumLit') return null;
  if (typeof base.value !== 'number' || typeof exponent.value !== 'number') return null;
  const power = quickPower(base.value, exponent.value);
  return Number.isSafeInteger(power) && exponent.value >= 0 ? String(power) : null;
}

/** May the summand be evaluated before the product is calculated? */
function canComeEarly(e: Expr): boolean {
  if (isPlain(e)) return true;
  if (e.type !== 'Func') return false;
  return e.name === 'ord' ? e.args.every(canComeEarly) : e.name === 'substr' && e.args.every(isPlain);
}

function complementAnd(c: Compiler, e: Binary): string | null {
  if (c.hints.features.has('bitwise')) return null;
  const [left, right] = [look(e.left), look(e.right)];
  const not = (x: Expr): string => c.op("1's complement (~)", [x]);
  if (right.type === 'Unary' && right.op === '~')
    return `${c.lib('bitAndNot')}(${scalar(c, left)},${scalar(c, right.expr)},${opOf(c, e)},${not(right.expr)})`;
  if (left.type === 'Unary' && left.op === '~')
    return `${c.lib('notBitAnd')}(${scalar(c, left.expr)},${scalar(c, right)},${opOf(c, e)},${not(left.expr)})`;
  return null;
}

function isBinary(e: Expr, op: string): e is Binary {
  return e.type === 'Binary' && e.op === op;
}

function opOf(c: Compiler, e: Binary): string {
  return c.op(binaryOpText[e.op] as string, [e.left, e.right]);
}
