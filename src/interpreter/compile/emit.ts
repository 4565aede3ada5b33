/**
 * Dispatch: how each kind of expression becomes JavaScript, by the context it stands in (perldata, "Context").
 * Emitters register by node type; what they don't say follows from the scalar form.
 */
import type { Expr } from '../syntax/ast.js';
import type { Compiler } from './compiler.js';
import { lifetimes } from './ends.js';

type Of<T extends Expr['type']> = Extract<Expr, { type: T }>;

export interface Emitter<E> {
  /** the value, in scalar context */
  scalar(c: Compiler, e: E): string;
  /** a fresh JavaScript array of values, in list context */
  list?(c: Compiler, e: E): string;
  /** for its effects; may be a JavaScript statement if it ends in ';' or '}' */
  voided?(c: Compiler, e: E): string;
  /** a JavaScript boolean */
  bool?(c: Compiler, e: E): string;
  /** a Scalar container that assignment can use */
  lvalue?(c: Compiler, e: E): string;
  /** by the run-time `want` of the sub: PerlValue or array */
  wanted?(c: Compiler, e: E): string;
  /** a JavaScript array of Slots: Scalars where the element is a variable */
  aliases?(c: Compiler, e: E): string;
}

const emitters: { [type: string]: Emitter<never> } = {};

export function register<T extends Expr['type']>(type: T, emitter: Emitter<Of<T>>): void {
  emitters[type] = emitter;
}

function of(e: Expr): Emitter<Expr> {
  const found = emitters[e.type];
  if (found === undefined) throw new Error(`no emitter for ${e.type}`);
  return found;
}

export function scalar(c: Compiler, e: Expr): string {
  return of(e).scalar(c, e);
}
export function list(c: Compiler, e: Expr): string {
  const m = of(e);
  return m.list ? m.list(c, e) : `[${m.scalar(c, e)}]`;
}
export function voided(c: Compiler, e: Expr): string {
  const m = of(e);
  return m.voided ? m.voided(c, e) : m.scalar(c, e);
}
export function bool(c: Compiler, e: Expr): string {
  const m = of(e);
  return m.bool ? m.bool(c, e) : `${c.lib('truthy')}(${m.scalar(c, e)})`;
}
/** What an `if`, a loop, ?: or the left side of && tests. */
export function condition(c: Compiler, e: Expr): string {
  warnOfAssignment(c, e);
  return bool(c, e);
}
const complained = new WeakSet<Expr>();

/** `Found = in conditional, should be ==` (perldiag, category syntax): a constant is assigned where a test is expected. */
export function warnOfAssignment(c: Compiler, given: Expr): void {
  if (given.type !== 'Assign' && given.type !== 'List') return;
  if (complained.has(given)) return;
  complained.add(given);
  const e = given.type === 'List' && given.items.length === 1 ? (given.items[0] as Expr) : given;
  if (e.type !== 'Assign' || e.op !== '=' || (e.right.type !== 'NumLit' && e.right.type !== 'StrLit')) return;
  const { left } = e;
  const toScalar =
    (left.type === 'Var' && left.sigil === '$') ||
    left.type === 'Elem' ||
    left.type === 'HElem' ||
    (left.type === 'My' && !left.paren);
  if (toScalar) c.warn('syntax', 'Found = in conditional, should be ==', e.line);
}
export function lvalue(c: Compiler, e: Expr): string {
  const m = of(e);
  return m.lvalue ? m.lvalue(c, e) : temporary(c, m.scalar(c, e));
}
/** A scalar of its own for a value. */
export function temporary(c: Compiler, value: string): string {
  const k = lifetimes(c);
  return k === null ? `new ${c.lib('Scalar')}(${value})` : `${k}.box(${value})`;
}
export function wanted(c: Compiler, e: Expr): string {
  const m = of(e);
  if (m.wanted) return m.wanted(c, e);
  if (m.list) return `(want===2?${m.list(c, e)}:${m.scalar(c, e)})`;
  return `${c.lib('ret')}(want,${m.scalar(c, e)})`;
}
export function aliases(c: Compiler, e: Expr): string {
  const m = of(e);
  if (m.aliases) return m.aliases(c, e);
  if (m.list) return m.list(c, e);
  return m.lvalue ? `[${m.lvalue(c, e)}]` : `[${m.scalar(c, e)}]`;
}
/** By a context known at compile time. */
export function inContext(c: Compiler, e: Expr, want: 'scalar' | 'list' | 'void' | 'want'): string {
  if (want === 'list') return list(c, e);
  if (want === 'void') return voided(c, e);
  return want === 'want' ? wanted(c, e) : scalar(c, e);
}
/** Can this expression yield other than one value in list context? */
function isListy(e: Expr): boolean {
  return of(e).list !== undefined;
}
/** Concatenate the lists of several expressions into one fresh array. */
export function listOf(c: Compiler, items: readonly Expr[], how: (c: Compiler, e: Expr) => string = list): string {
  if (items.length === 1 && isListy(items[0] as Expr)) return how(c, items[0] as Expr);
  const parts = items.map((e) => {
    const js = how(c, e);
    return isArrayLiteral(js) ? js.slice(1, -1) : `...${js}`;
  });
  return `[${parts.filter((part) => part !== '').join(',')}]`;
}

/** Is this one JavaScript array literal: does its first bracket close at its end? */
function isArrayLiteral(js: string): boolean {
  if (!js.startsWith('[') || !js.endsWith(']')) return false;
  let depth = 0;
  for (let i = 0; i < js.length; i++) {
    const ch = js[i];
    if (ch === '"') i = endOfString(js, i);
    else if (ch === '[') depth++;
    else if (ch === ']' && --depth === 0) return i === js.length - 1;
  }
  return false;
}
function endOfString(js: string, start: number): number {
  let i = start + 1;
  while (js[i] !== '"') i += js[i] === '\\' ? 2 : 1;
  return i;
}

/** The operands of a list operator. Perl passes variables, so that `$!` is read after what follows it (perlvar). */
export function operandList(c: Compiler, items: readonly Expr[]): string {
  const late = items.slice(0, -1).some((e) => e.type === 'Var' && e.sigil === '$' && e.name === '!');
  return late ? `${c.lib('values')}(${listOf(c, items, aliases)})` : listOf(c, items);
}
/** A string as JavaScript source. */
export function quote(s: string): string {
  return JSON.stringify(s).replace(/[\u2028\u2029\ud800-\udfff]/g, (ch) => `\\u${ch.charCodeAt(0).toString(16)}`);
}
