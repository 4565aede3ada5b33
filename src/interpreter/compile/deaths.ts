/**
 * die without a JavaScript exception, which costs more than a microsecond. An eval block whose statement dies returns the
 * exception (library/errors.ts looks at what it returned), and so does a sub whose caller has said that it looks at the
 * result (HANDED_ON): a call that is a statement of an eval block, or of a sub that was itself called so.
 */
import type { Expr, Func } from '../syntax/ast.js';
import { HANDED_ON } from '../../runtime/value.js';
import type { Compiler } from './compiler.js';
import { bool, operandList } from './emit.js';
import { constantCall, callSource } from './emit-calls.js';
import { lifetimes } from './ends.js';

type Calling = Extract<Expr, { type: 'Call' | 'CallRef' | 'MethodCall' }>;

/** `die`, `EXPR or die`, or a call, as a statement of an eval block or a sub; null if it is to be emitted as usual. */
export function deathStatement(c: Compiler, e: Expr, tail: boolean): string | null {
  if (c.fn.death === 'thrown' || c.fn.guards > 0 || lifetimes(c) !== null) return null;
  if (isCall(e)) return constantCall(c, e) ? null : callStatement(c, e, tail);
  if (isDie(e)) return death(c, e);
  if (tail || e.type !== 'Logical' || e.op !== '||' || !isDie(e.right)) return null;
  return `if(!(${bool(c, e.left)}))${death(c, e.right)}`;
}

/** `my $x = CALL` in an eval block: the value, after the statement that looks for an exception. */
export function lookedAt(c: Compiler, e: Expr): { before: string; value: string } | null {
  if (c.fn.death !== 'returned' || c.fn.guards > 0 || lifetimes(c) !== null || !isCall(e) || constantCall(c, e))
    return null;
  const t = c.temp();
  return { before: `${t}=${callSource(c, e, String(HANDED_ON | 1))};${passedOn(c, t)}`, value: t };
}

function callStatement(c: Compiler, e: Calling, tail: boolean): string | null {
  if (tail) return c.fn.death === 'returned' ? `return ${callSource(c, e, `want|${HANDED_ON}`)};` : null;
  const t = c.temp();
  return `${t}=${callSource(c, e, String(HANDED_ON))};${passedOn(c, t)}`;
}

function passedOn(c: Compiler, t: string): string {
  const result = c.fn.death === 'returned' ? t : `${c.lib('handOn')}(I,${t})`;
  return `if(${t} instanceof ${c.lib('PerlDie')})return ${result};`;
}

function death(c: Compiler, e: Func): string {
  return `return ${c.lib(c.fn.death === 'returned' ? 'deathOf' : 'deathHandedOn')}(I,${operandList(c, e.args)});`;
}

function isDie(e: Expr): e is Func {
  return e.type === 'Func' && e.name === 'die';
}

function isCall(e: Expr): e is Calling {
  return e.type === 'Call' || e.type === 'CallRef' || e.type === 'MethodCall';
}
