/** Blocks and functions: scopes, hoisted declarations, restoring of `local`, implicit return values. */
import type { Block, Expr, Stmt, SubBody } from '../syntax/ast.js';
import type { CopInfo } from '../core/cops.js';
import { CompileError, type Compiler } from './compiler.js';
import { deathStatement } from './deaths.js';
import { declarationStatement } from './declarations.js';
import { controlStatement, isControl } from './emit-control.js';
import { isJumpedInto, labelledStatements } from './goto.js';
import { voided, wanted } from './emit.js';
import { asStatement } from './emit-literals.js';
import { examined, letsNothingGo, lifetimes } from './ends.js';
import { lvalueReturn } from './lvalue-subs.js';
import { FnContext, Scope } from './scope.js';
import { warnIfUseless } from './useless.js';
import { statementEmitters, tailEmitters } from './statement-table.js';

type Captures = 'restored' | 'kept' | 'passed on';

/** Emit inside a new lexical scope; the result is JavaScript for inside a block. Without `ends`, the loop ends its lexicals. */
export function scoped(c: Compiler, emitInside: () => string, captures: Captures = 'restored', ends = true): string {
  const scope = new Scope(c.scope, c.fn);
  scope.ofCondition = captures === 'passed on';
  const cop = c.cop;
  c.scope = scope;
  let body: string;
  try {
    body = emitInside();
  } finally {
    c.scope = scope.parent as Scope;
    c.cop = cop;
  }
  const hoisted = scope.hoisted.length > 0 ? `let ${scope.hoisted.join(',')};` : '';
  if (scope.hasMatch) body = withCaptures(c, scope, body, captures);
  const k = lifetimes(c);
  if (k !== null) return hoisted + withLexicals(c, scope, k, body, ends ? captures : 'kept');
  if (!scope.hasLocal) return hoisted + body;
  const mark = c.fresh('m');
  return `${hoisted}const ${mark}=I.dynamic.mark();try{${body}}finally{I.dynamic.unwind(${mark});}`;
}

/** Where references are counted, lexicals end with the block. A jump leaves that to the loop or sub it ends in (ends.ts). */
function withLexicals(c: Compiler, scope: Scope, k: string, body: string, captures: Captures): string {
  if (captures === 'passed on') {
    const outer = scope.parent as Scope;
    outer.hasMy ||= scope.hasMy;
    outer.hasLocal ||= scope.hasLocal;
  }
  if (captures !== 'restored' || !(scope.hasMy || scope.hasLocal) || endsInJump(body)) return body;
  const mark = c.fresh('m');
  return `const ${mark}=I.dynamic.mark();${body}${k}.unwind(${mark});`;
}

/** `passed on`: the condition of an `if` belongs to the block around it. `kept`: a function, whose caller restores. */
function withCaptures(c: Compiler, scope: Scope, body: string, captures: Captures): string {
  if (captures === 'passed on') (scope.parent as Scope).hasMatch = true;
  if (captures !== 'restored') return body;
  const saved = c.fresh('q');
  return `const ${saved}=${c.lib('matchState')}.last;${body}${endsInJump(body) ? '' : `matchState.last=${saved};`}`;
}
const endsInJump = (js: string): boolean => /(?:^|[;}\n])(?:return|break|continue|throw)\b[^;{}]*;$/.test(js);

/** The statements of a block; `tail`: the last one's value is the value of the function. */
export function statements(c: Compiler, block: Block, tail: boolean): string {
  const out: string[] = [];
  const n = lastExecuted(block) + 1;
  const emit = (s: Stmt, i: number): string => statement(c, s, tail && i === n - 1, i === n - 1);
  if (isJumpedInto(c, block)) out.push(labelledStatements(c, block, emit));
  else block.body.forEach((s, i) => out.push(emit(s, i)));
  if (tail && n === 0) out.push(`return ${c.lib('retEmpty')}(want);`);
  c.scope.introduce();
  return out.join('\n');
}

/** Index of the statement whose value the block has: declarations have none. */
function lastExecuted(block: Block): number {
  const silent = new Set(['Nop', 'SubDef', 'UseStmt', 'PhaseBlock']);
  const at = block.body.findLastIndex((s) => !silent.has(s.type) && !(s.type === 'PackageStmt' && s.block === null));
  return at < 0 ? block.body.length - 1 : at;
}

/** The body of a statement modifier: no scope of its own, and nothing declared in it ends with it. */
export function modifierBody(c: Compiler, block: Block, tail: boolean): string {
  const before = c.scope.inModifier;
  c.scope.inModifier = true;
  const js = statements(c, block, tail);
  c.scope.inModifier = before;
  return js;
}

/** What the last statement of a block leaves behind ends after the block's lexicals. */
export function statement(c: Compiler, s: Stmt, tail: boolean, last = tail): string {
  c.cop = s.cop as CopInfo;
  const isCode = s.type !== 'Nop' && s.type !== 'UseStmt' && s.type !== 'SubDef' && s.type !== 'PackageStmt';
  const mark = isCode && s.type !== 'BlockStmt' ? `I.cop=${c.unit.cop(c.cop)};` : '';
  try {
    const end = last || !isCode || (s.type === 'ExprStmt' && letsNothingGo(c, s.expr)) ? '' : examined(c);
    if (s.type === 'ExprStmt') return mark + expressionStatement(c, s.expr, tail) + end;
    const emit = tail ? tailEmitters[s.type] : statementEmitters[s.type];
    if (emit === undefined) throw new Error(`no emitter for statement ${s.type}`);
    return mark + emit(c, s as never) + end;
  } catch (e) {
    if (!(e instanceof CompileError)) throw e;
    c.report(e, s.line);
    return '';
  } finally {
    c.scope.introduce();
  }
}

function expressionStatement(c: Compiler, e: Expr, tail: boolean): string {
  if (isControl(e)) return controlStatement(c, e);
  const death = deathStatement(c, e, tail);
  if (death !== null) return death;
  if (!tail) {
    warnIfUseless(c, e, e.line);
    const declared = c.scope.jumpedInto || c.scope.inModifier ? null : declarationStatement(c, e);
    return declared ?? asStatement(voided(c, e));
  }
  if (e.type === 'Logical' && e.op !== 'xor' && isControl(e.right))
    return `${asStatement(voided(c, e))}return ${c.lib('retEmpty')}(want);`;
  if (c.fn.lvalue) return lvalueReturn(c, e);
  return `return ${wanted(c, e)};`;
}

/** A block as JavaScript, braces included. */
export function blockSource(c: Compiler, block: Block, tail = false): string {
  return `{${scoped(c, () => statements(c, block, tail))}}`;
}

const LVALUE_HEAD = 'function(args,want)/*lvalue*/';

/** Generate a function; `inside` emits its statements. */
export function functionSource(c: Compiler, kind: FnContext['kind'], head: string, inside: () => string): string {
  const outer = c.fn;
  const fn = new FnContext(kind, outer);
  c.fn = fn;
  fn.lvalue = kind === 'sub' && head === LVALUE_HEAD;
  const scope = c.scope;
  let body: string;
  try {
    body = scoped(c, inside, 'kept');
  } finally {
    c.fn = outer;
    c.scope = scope;
  }
  const called = fn.lvalue ? `const lv=${c.lib('lvalueCall')}(I);` : '';
  const temps = called + (fn.temps.length > 0 ? `let ${fn.temps.join(',')};` : '');
  const guarded = fn.catchesReturn
    ? `try{${body}}catch(e){if(e instanceof ${c.lib('ReturnControl')})return e.value;throw e;}`
    : body;
  const source = withEnd(c, fn, `${head}{${temps}${guarded}}`);
  if (fn.states.length === 0) return source;
  if (kind === 'inner' || kind === 'eval') {
    outer.states.push(...fn.states);
    return source;
  }
  return `(()=>{let ${fn.states.join(',')};return ${source};})()`;
}

/** A block as a function of its context; `return` within it still answers in the context of the sub around it. */
export function blockInContext(c: Compiler, block: Block): string {
  const outer = c.fn.returnWant;
  const kept = `${outer}_`;
  const source = functionSource(c, 'inner', '(want)=>', () => {
    c.fn.returnWant = kept;
    return statements(c, block, true);
  });
  return source.includes(`(${kept})`) ? `(${kept}=>${source})(${outer})` : source;
}

/** Calls of subs and evals end what is in them; blocks and files that are functions in JavaScript do it themselves. */
function withEnd(c: Compiler, fn: FnContext, source: string): string {
  c.captured = fn.captures;
  return fn.counts && (fn.kind === 'inner' || fn.kind === 'eval' || fn.kind === 'file')
    ? `${lifetimes(c)}.scope(${source})`
    : source;
}

/** A Perl sub as a JavaScript function. */
export function subSource(c: Compiler, sub: SubBody): string {
  const head = sub.attributes.includes('lvalue') ? LVALUE_HEAD : 'function(args,want)';
  return functionSource(c, 'sub', head, () => {
    c.fn.death = c.fn.lvalue ? 'thrown' : 'handed on';
    return statements(c, sub.body, true);
  });
}
