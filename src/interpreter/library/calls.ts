/** Calls from compiled code. `I` is always the interpreter. */
import { Arguments } from '../../runtime/arguments.js';
import type { PerlArray } from '../../runtime/array.js';
import { definedAtHome, PerlCode, type SubFunction } from '../../runtime/code.js';
import { looksLikeReference, str } from '../../runtime/convert.js';
import { LoopControl } from '../../runtime/exceptions.js';
import { GlobValue, PerlGlob } from '../../runtime/glob.js';
import type { Scalar } from '../../runtime/scalar.js';
import type { Stash } from '../../runtime/stash.js';
import { LIST, NO, type PerlValue, SCALAR, VOID, type Want } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';
import { GotoControl, type LabelledBlock } from '../core/labels.js';
import { derefC } from './dereference.js';

type Result = PerlValue | PerlValue[] | void;

/** foo(...): the sub is looked up each time, so that it may be redefined. */
export function callNamed(perl: Interp, glob: PerlGlob, args: PerlArray, want: Want): Result {
  const code = glob.c;
  return code !== null && code.fn !== null ? perl.callSub(code, args, want) : callMissing(perl, glob, args, want);
}
function callMissing(perl: Interp, glob: PerlGlob, args: PerlArray, want: Want): Result {
  return perl.callSub(glob.c ?? new PerlCode(glob.stash, glob.name, null), args, want);
}
/** foo without arguments: a sub that answers a lexical, as the constants of IPC::SysV do, needs neither @_ nor a frame. */
export function callBare(perl: Interp, glob: PerlGlob, want: Want): Result {
  const code = glob.c;
  const defined = code !== null && code.fn === null ? definedAtHome(code) : code;
  const answer = defined?.answer;
  if (answer === undefined || answer.of !== defined?.fn || answer.value.magical) {
    return callNamed(perl, glob, new Arguments([]), want);
  }
  return want === LIST ? [answer.value.v] : answer.value.v;
}
export function callRef(perl: Interp, v: PerlValue, args: PerlArray, want: Want): Result {
  return perl.callSub(v instanceof PerlCode ? v : derefC(perl, v), args, want);
}
/** goto &sub: the callee takes over this frame, as caller() can see. */
export function gotoSub(perl: Interp, code: PerlCode, args: PerlArray, want: Want): Result {
  const d = perl.frames.depth - 1;
  if (d >= 0 && code.native) {
    // Subs without a frame of their own see the caller's statement.
    perl.cop = perl.frames.cops[d] as number;
    perl.frames.depth = d;
  }
  if (code.fn === null || code.native || d < 0) return perl.callSub(code, args, want);
  perl.frames.codes[d] = code;
  perl.frames.args[d] = args;
  perl.cop = perl.frames.cops[d] as number;
  return code.fn(args, want);
}

/** goto LABEL; the block that has it goes on there. */
export function gotoLabel(perl: Interp, label: string): never {
  const found = perl.labels.find(label);
  if (found === 'fence') return perl.die('Can\'t "goto" out of a pseudo block');
  throw found ?? perl.die(`Can't find label ${label}`);
}
/** goto EXPR: a reference to a sub, or the name of a label. */
export function gotoComputed(perl: Interp, v: PerlValue, args: PerlArray, want: Want): Result {
  if (v instanceof PerlCode || (looksLikeReference(v) && !(v instanceof PerlGlob)))
    return gotoSub(perl, derefC(perl, v), args, want);
  if (v === undefined || v === '') return perl.die('goto must have label');
  return gotoLabel(perl, str(v));
}
/** Where the block that was jumped into goes on; a jump elsewhere is thrown on. */
export function gotoCaught(perl: Interp, e: unknown, block: LabelledBlock, depth: number): number {
  if (!(e instanceof GotoControl) || e.block !== block) throw e;
  perl.frames.depth = depth;
  return e.position;
}

export function closure(
  perl: Interp,
  stash: Stash,
  fn: SubFunction,
  prototype: string | null,
  line: number,
  lvalue = false,
): PerlCode {
  const code = new PerlCode(stash, '__ANON__', fn);
  code.prototype = prototype;
  code.lvalue = lvalue;
  code.line = line;
  code.file = perl.cops[perl.cop]?.file ?? '-';
  return code;
}

/** An anonymous sub that does nothing but answer a lexical's value. */
export function answering(code: PerlCode, answer: Scalar): PerlCode {
  code.answer = { of: code.fn, value: answer };
  return code;
}

/** An anonymous sub with attributes of the package's own. */
export function withAttributes(perl: Interp, code: PerlCode, pkg: string, names: string[]): PerlCode {
  perl.callMethod('attributes', 'import', [pkg, code, ...names], VOID);
  return code;
}

// ---- results ----------------------------------------------------------------------------------------------------

export function ret(want: Want, v: PerlValue): PerlValue | PerlValue[] {
  return want === LIST ? [v] : v;
}
export function retList(want: Want, list: PerlValue[]): PerlValue | PerlValue[] {
  return want === LIST ? list : list[list.length - 1];
}
export function retEmpty(want: Want): PerlValue | PerlValue[] {
  return want === LIST ? [] : undefined;
}
export function throwValue(e: unknown): never {
  throw e;
}
/** What a loop does with a jump that was thrown: 1 next, 2 last, 3 redo; not ours is thrown on. */
export function loopCaught(perl: Interp, e: unknown, js: string, label: string | null, depth: number): 1 | 2 | 3 {
  if (!(e instanceof LoopControl) || (e.label !== js && e.label !== label && e.label !== null)) throw e;
  if (topicJumps.has(e.kind)) throw e;
  perl.frames.depth = depth;
  return e.kind === 'next' ? 1 : e.kind === 'last' ? 2 : 3;
}
/** A jump out of a `given` has been thrown: it ends here, or is thrown on. */
export function topicLeft(perl: Interp, e: unknown, js: string, depth: number): void {
  const leaves = e instanceof LoopControl && (e.label === js || (e.label === null && topicJumps.has(e.kind)));
  if (!leaves) throw e;
  perl.frames.depth = depth;
}
const topicJumps = new Set(['break', 'when', 'default']);

/** break, or the end of a `when`, outside of what the compiler sees as a topicalizer: that of a caller is left. */
export function leaveOuterTopic(perl: Interp, word: 'when' | 'default' | 'break'): never {
  if (perl.givens > 0) throw new LoopControl(word, null);
  return perl.die(word === 'break' ? 'Can\'t "break" outside a given block' : `Can't "${word}" outside a topicalizer`);
}
/** `continue` within an expression of a `when` block. */
export function whenContinued(e: unknown, js: string): void {
  if (!(e instanceof LoopControl) || e.label !== js) throw e;
}
/** At the end of the scope a handle of these variables is no longer the one read last. */
export function endingReaders(perl: Interp, result: PerlValue, variables: readonly Scalar[]): PerlValue {
  perl.dynamic.save(() => {
    const last = perl.lastRead;
    if (last !== null && variables.some(({ v }) => v instanceof PerlGlob && (v.io as unknown) === last))
      perl.lastRead = null;
  });
  return result;
}
export function wantarray(want: Want): PerlValue {
  return want === LIST ? 1 : want === SCALAR ? NO : undefined;
}
export function currentSub(perl: Interp): PerlValue {
  for (let i = perl.frames.depth - 1; i >= 0; i--)
    if (perl.frames.kinds[i] === 'sub') return perl.frames.codes[i] ?? undefined;
  return undefined;
}
/** Arity check of a sub with a signature (perldiag). */
export function argumentCheck(perl: Interp, args: PerlArray, least: number, most: number): PerlValue {
  const n = args.length;
  if (n >= least && (most < 0 || n <= most)) return 1;
  const code = perl.frames.codes[perl.frames.depth - 1];
  const name = code ? `${code.stash.name}::${code.name}` : 'main::__ANON__';
  const few = n < least;
  const bound = few ? least : most;
  const atWord = least === most ? '' : few ? 'at least ' : 'at most ';
  return perl.die(
    `Too ${few ? 'few' : 'many'} arguments for subroutine '${name}' (got ${n}; expected ${atWord}${bound})`,
  );
}
export function bareword(perl: Interp, name: string): PerlValue {
  const code = perl.packages.find(perl.packages.qualify(name, perl.currentPackage()))?.c;
  if (code && code.fn !== null) return perl.call(code, [], SCALAR) as PerlValue;
  return name;
}
export function sortSub(perl: Interp, v: PerlValue): PerlCode {
  if (v instanceof PerlCode) return v;
  const glob = v instanceof PerlGlob ? v : v instanceof GlobValue ? v.globValue : null;
  if (glob !== null) return glob.c ?? perl.die('Undefined subroutine in sort');
  return perl.glob(perl.packages.qualify(str(v), perl.currentPackage())).c ?? perl.die('Undefined subroutine in sort');
}
