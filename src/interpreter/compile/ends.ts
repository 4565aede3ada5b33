/**
 * JavaScript for the ends of lexicals, statements and loops, where references are counted (interpreter/lifetime).
 * Everywhere else all of this is empty, and the generated code is what it would be without.
 */
import type { Expr } from '../syntax/ast.js';
import type { Compiler } from './compiler.js';
import type { LoopContext } from './scope.js';

/** The constant that holds the interpreter's Lifetimes; null: nothing is counted. */
export function lifetimes(c: Compiler): string | null {
  return c.perl.lifetimes === null ? null : c.unit.constant('I.lifetimes');
}

/** After a statement: does anything end with it? */
export function examined(c: Compiler): string {
  const k = lifetimes(c);
  if (k === null) return '';
  c.fn.counts = true;
  return `if(${k}.pending.length>${k}.floor)${k}.examine();`;
}

/** Can't let anything go: increments, declarations without a value, arithmetic on plain variables. */
export function letsNothingGo(c: Compiler, e: Expr): boolean {
  if (e.type === 'IncDec' || e.type === 'My') return true;
  if (e.type === 'Assign' && e.op === '=' && e.left.type === 'My') return isPlain(e.right);
  return e.type === 'Assign' && /^(?:[-+*/%])$/.test(e.op) && isPlain(e.right) && !c.ask('overloaded', 'arithmetic');
}
function isPlain(e: Expr): boolean {
  if (e.type === 'Var') return e.sigil === '$';
  if (e.type === 'Binary') return isPlain(e.left) && isPlain(e.right);
  return e.type === 'NumLit' || e.type === 'StrLit' || (e.type === 'Interp' && e.parts.every(isPlain));
}

/** What a condition leaves behind ends after the whole `if`: the block (in braces) does not look at it. */
export function behindCondition(c: Compiler, conditions: readonly Expr[], block: () => string): string {
  const k = conditions.some(leavesSomething) ? lifetimes(c) : null;
  if (k === null) return block();
  const floor = c.fresh('f');
  return `{const ${floor}=${k}.raise();${block()}${k}.floor=${floor};}`;
}
/** Does it call something? */
export function leavesSomething(node: object): boolean {
  if (calls.has((node as { type?: string }).type ?? '')) return true;
  // the compiler's annotations (info) lead out of the tree
  return Object.entries(node).some(
    ([key, x]: [string, unknown]) =>
      key !== 'info' && key !== 'cop' && typeof x === 'object' && x !== null && leavesSomething(x),
  );
}
const calls = new Set(['Call', 'CallRef', 'MethodCall', 'DoBlock', 'EvalBlock', 'AnonArray', 'AnonHash', 'AnonSub']);

/** A container that ends with its scope; null if nothing is counted. */
export function scopedContainer(c: Compiler, sigil: string, initial: string): string | null {
  const k = lifetimes(c);
  if (k === null) return null;
  c.scope.hasMy = true;
  c.fn.counts = true;
  if (sigil === '@') return `${k}.array(${initial === '' ? '[]' : initial})`;
  return sigil === '%' ? `${k}.hash()` : `${k}.scalar(${initial === '' ? 'undefined' : initial})`;
}

/** A named sub has been emitted in place: what it captured stays. */
export function captureForGood(c: Compiler): string {
  const k = c.captured.size === 0 ? null : lifetimes(c);
  return k === null ? '' : `${k}.keep([${[...c.captured].join(',')}]);`;
}

// ---- loops: they may be left by jumps, which pass by the ends of scopes -----------------------------------------

/** In front of a loop; the values of the list it walks stay until it is over, whoever else lets them go. */
export function loopHead(c: Compiler, loop: LoopContext, walked: string | null = null): string {
  const k = lifetimes(c);
  if (k === null) return '';
  c.fn.counts = true;
  const kept = walked === null ? '' : `const ${loop.js}w=I.dynamic.mark();${k}.walk(${walked});`;
  loop.walks = walked !== null;
  return `${kept}const ${loop.js}m=I.dynamic.mark(),${loop.js}f=${walked === null ? `${k}.floor` : `${k}.raise()`},${loop.js}i=${k}.floor;`;
}
/** At the end of an iteration. */
export function iterationEnd(c: Compiler, loop: LoopContext): string {
  return loopPartEnd(c, loop, 'm', 'i');
}
/** After the loop. */
export function loopEnd(c: Compiler, loop: LoopContext): string {
  return loopPartEnd(c, loop, loop.walks ? 'w' : 'm', 'f');
}
function loopPartEnd(c: Compiler, loop: LoopContext, mark: string, floor: string): string {
  const k = lifetimes(c);
  return k === null ? '' : `${k}.unwind(${loop.js}${mark});${k}.floor=${loop.js}${floor};${examined(c)}`;
}
/** A jump has been caught in an iteration. */
export function afterJump(c: Compiler, loop: LoopContext): string {
  const k = lifetimes(c);
  return k === null ? '' : `${k}.floor=${loop.js}i;`;
}
/** A body that `redo` runs once more. */
export function redoable(c: Compiler, loop: LoopContext, body: string): string {
  const k = lifetimes(c);
  if (k === null) return `${loop.redoJs}:for(;;){${body}break;}`;
  const mark = `${loop.redoJs}m`;
  return `const ${mark}=I.dynamic.mark();${loop.redoJs}:for(;;){${k}.unwind(${mark});${examined(c)}${body}break;}`;
}
