/** return, next, last, redo, goto (perlsyn, perlfunc): jumps where JavaScript can see the target, exceptions elsewhere. */
import type { Expr, Func } from '../syntax/ast.js';
import { CompileError, type Compiler } from './compiler.js';
import { quote, scalar, wanted } from './emit.js';
import { lvalueReturn } from './lvalue-subs.js';
import type { LoopContext } from './scope.js';

const controls = new Set(['return', 'next', 'last', 'redo', 'goto', 'break', 'continue']);

export function isControl(e: Expr): boolean {
  if (e.type === 'List' && e.items.length === 1) return isControl(e.items[0] as Expr);
  return e.type === 'Func' && controls.has(e.name);
}

/** As a JavaScript statement. */
export function controlStatement(c: Compiler, e: Expr): string {
  if (e.type === 'List') return controlStatement(c, e.items[0] as Expr);
  if (e.type !== 'Func') throw new Error('not a jump');
  if (e.name === 'return') return returnStatement(c, e);
  if (e.name === 'goto') return gotoStatement(c, e);
  if (e.name === 'break') return leaveTopic(c, 'break');
  if (e.name === 'continue') return continueStatement(c);
  return loopJump(c, e);
}

/** A value in the context of the sub, whatever the context of the block around it. */
function inContextOfSub(c: Compiler, value: string): string {
  return c.fn.returnWant === 'want' ? value : `((want)=>${value})(${c.fn.returnWant})`;
}

function returnValue(c: Compiler, e: Func): string {
  return inContextOfSub(c, returned(c, e));
}

function returned(c: Compiler, e: Func): string {
  if (e.args.length === 0) return `${c.lib('retEmpty')}(want)`;
  if (e.args.length === 1) return wanted(c, e.args[0] as Expr);
  return wanted(c, { type: 'List', line: e.line, items: e.args, paren: true });
}
/** perldiag: "Can't return outside a subroutine" */
function leavesNothing(c: Compiler): boolean {
  return c.isProgram && c.fn.returnTarget.kind === 'file';
}
const misplaced = (c: Compiler): string => `${c.lib('dieWith')}(I,"Can't return outside a subroutine")`;

const operandOf = (e: Func): Expr =>
  e.args.length === 1 ? (e.args[0] as Expr) : { type: 'List', line: e.line, items: e.args, paren: true };

function returnStatement(c: Compiler, e: Func): string {
  if (leavesNothing(c)) return `return ${misplaced(c)};`;
  if (c.fn.lvalue) return lvalueReturn(c, operandOf(e));
  if (c.fn.kind !== 'inner') return `return ${returnValue(c, e)};`;
  c.fn.returnTarget.catchesReturn = true;
  return `throw new ${c.lib('ReturnControl')}(${returnValue(c, e)});`;
}

function gotoStatement(c: Compiler, e: Func): string {
  if (c.fn.kind !== 'inner') return `return ${gotoValue(c, e)};`;
  c.fn.returnTarget.catchesReturn = true;
  return `throw new ${c.lib('ReturnControl')}(${gotoValue(c, e)});`;
}

/** goto &sub: the current frame becomes the called one. Other operands are labels, unless they turn out to be code. */
function gotoValue(c: Compiler, e: Func): string {
  return inContextOfSub(c, gotoTarget(c, e));
}

function gotoTarget(c: Compiler, e: Func): string {
  const target = e.args[0];
  if (e.label !== undefined) return `${c.lib('gotoLabel')}(I,${quote(e.label)})`;
  if (target?.type === 'Call' && target.amp)
    return `${c.lib('gotoSub')}(I,${c.lib('codeRef')}(I,${c.glob(target.name)}),args,want)`;
  if (target?.type === 'Var' && target.sigil === '&')
    return `${c.lib('gotoSub')}(I,${c.lib('codeRef')}(I,${c.glob(target.name)}),args,want)`;
  if (target?.type === 'CallRef')
    return `${c.lib('gotoSub')}(I,${c.lib('derefC')}(I,${scalar(c, target.callee)},true),args,want)`;
  if (target?.type === 'Deref' && target.sigil === '&')
    return `${c.lib('gotoSub')}(I,${c.lib('derefC')}(I,${scalar(c, target.expr)},true),args,want)`;
  if (target === undefined) throw new CompileError('goto must have label', e.line);
  if (c.fn.sub.kind === 'file' && target.type === 'AnonSub')
    return `${c.lib('dieWith')}(I,"Can't goto subroutine outside a subroutine")`;
  return `${c.lib('gotoComputed')}(I,${scalar(c, target)},args,want)`;
}

function findLoop(c: Compiler, label: string | null): LoopContext | null {
  for (let f: Compiler['fn'] | null = c.fn; f !== null; f = f.parent) {
    for (let i = f.loops.length - 1; i >= 0; i--) {
      const loop = f.loops[i] as LoopContext;
      if (loop.topic !== 'given' && (label === null || loop.label === label)) return loop;
    }
    if (f.kind === 'sub' || f.kind === 'file') return null;
  }
  return null;
}

function loopJump(c: Compiler, e: Func): string {
  const kind = e.name as 'next' | 'last' | 'redo';
  if (e.args.length > 0 && e.label === undefined) {
    return `throw new ${c.lib('LoopControl')}(${quote(kind)},${c.lib('str')}(${scalar(c, e.args[0] as Expr)}));`;
  }
  const label = e.label ?? null;
  const loop = findLoop(c, label);
  if (loop === null) {
    c.perl.danglingLoopControl = true;
    return `throw new ${c.lib('LoopControl')}(${quote(kind)},${label === null ? 'null' : quote(label)});`;
  }
  if (kind === 'redo') loop.usesRedo = true;
  if (loop.fn !== c.fn) {
    loop.caught = true;
    return `throw new ${c.lib('LoopControl')}(${quote(kind)},${quote(loop.js)});`;
  }
  if (kind === 'redo') return `continue ${loop.redoJs};`;
  return kind === 'next' ? `break ${loop.nextJs};` : `break ${loop.js};`;
}

/** The innermost `given`, or foreach over $_. */
export function findTopic(c: Compiler): LoopContext | null {
  for (let f: Compiler['fn'] | null = c.fn; f !== null; f = f.parent) {
    const found = f.loops.findLast((loop) => loop.topic !== null);
    if (found !== undefined) return found;
    if (f.kind === 'sub' || f.kind === 'file') return null;
  }
  return null;
}

/** The end of a `when` block, and `break`: leaves the `given`, or begins the next round of the loop. */
export function leaveTopic(c: Compiler, word: 'when' | 'default' | 'break'): string {
  const topic = findTopic(c);
  if (topic === null) return `${c.lib('leaveOuterTopic')}(I,${quote(word)});`;
  if (word === 'break' && topic.topic === 'foreach')
    return `${c.lib('dieWith')}(I,${quote('Can\'t "break" in a loop topicalizer')});`;
  if (topic.fn === c.fn) return topic.topic === 'given' ? `break ${topic.js};` : `break ${topic.nextJs};`;
  topic.caught = true;
  return `throw new ${c.lib('LoopControl')}(${topic.topic === 'given' ? '"break"' : '"next"'},${quote(topic.js)});`;
}

/** continue: leaves the `when` block, not what is around it. */
function continueStatement(c: Compiler): string {
  const when = c.fn.whens.at(-1);
  if (when !== undefined) return `break ${when};`;
  return `${c.lib('dieWith')}(I,${quote('Can\'t "continue" outside a when block')});`;
}

/** A jump inside a larger expression: thrown from an expression. */
export function controlExpression(c: Compiler, e: Func): string {
  if (e.name === 'return') {
    if (leavesNothing(c)) return misplaced(c);
    c.fn.returnTarget.catchesReturn = true;
    return `${c.lib('throwValue')}(new ${c.lib('ReturnControl')}(${returnValue(c, e)}))`;
  }
  if (e.name === 'goto') {
    c.fn.returnTarget.catchesReturn = true;
    return `${c.lib('throwValue')}(new ${c.lib('ReturnControl')}(${gotoValue(c, e)}))`;
  }
  if (e.name === 'break' || e.name === 'continue') return `(()=>{${controlThrown(c, e.name)}})()`;
  const loop = findLoop(c, e.label ?? null);
  if (loop !== null) {
    loop.caught = true;
    if (e.name === 'redo') loop.usesRedo = true;
  } else c.perl.danglingLoopControl = true;
  const label = loop !== null ? quote(loop.js) : e.label === undefined ? 'null' : quote(e.label);
  return `${c.lib('throwValue')}(new ${c.lib('LoopControl')}(${quote(e.name)},${label}))`;
}

/** break and continue as parts of expressions; only the outermost level of a `when` block can be continued so. */
function controlThrown(c: Compiler, word: 'break' | 'continue'): string {
  if (word === 'break') {
    const topic = findTopic(c);
    if (topic?.topic === 'given') return `throw new ${c.lib('LoopControl')}("break",${quote(topic.js)});`;
    return leaveTopic(c, 'break');
  }
  const when = c.fn.whens.at(-1);
  if (when === undefined) return continueStatement(c);
  return `throw new ${c.lib('LoopControl')}("continue",${quote(when)});`;
}
