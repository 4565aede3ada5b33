/**
 * One Perl interpreter: its symbol tables, call frames, current statement and special variables. Compiled code holds
 * it as `I`; everything a program can see of the interpreter hangs here, so several can live in one process.
 */
import { type ActivePerl, active, type Op } from '../../runtime/active.js';
import { PerlArray } from '../../runtime/array.js';
import { definedAtHome, PerlCode, type SubFunction } from '../../runtime/code.js';
import { looksLikeReference, str } from '../../runtime/convert.js';
import { PerlDie } from '../../runtime/exceptions.js';
import type { PerlGlob } from '../../runtime/glob.js';
import { PerlHash } from '../../runtime/hash.js';
import { Scalar } from '../../runtime/scalar.js';
import type { Stash } from '../../runtime/stash.js';
import { refType } from '../../runtime/stringify-ref.js';
import { LIST, type PerlValue, SCALAR, type Slot, VOID, type Want } from '../../runtime/value.js';
import type { Lifetimes } from '../lifetime/lifetimes.js';
import { matchState } from '../regexp/match-state.js';
import { callMethod, versionIsMissing } from './call-method.js';
import type { CompilerService } from './compiler-service.js';
import type { CopInfo, OpInfo } from './cops.js';
import { DynamicScope } from './dynamic-scope.js';
import { type FrameInfo, callerInfo } from './caller.js';
import { Frames } from './frames.js';
import { type Hints, noHints } from './hints.js';
import { Labels } from './labels.js';
import { Packages } from './packages.js';
import { UndefinedNotes, uninitializedMessage } from './uninitialized.js';
import { allCategories } from './warning-categories.js';

/** The part of a file handle that messages mention: `, <FH> line 3`. */
export interface LastRead {
  readonly name: string;
  lineNumber(): number;
  /** "line" or, with an unusual $/, "chunk" */
  unit(): string;
}

/** The part of a compilation that run-time code (strict->import, %^H) may change. */
export interface CompilationHints {
  hints: Hints;
  pkg: string;
}

/** Operators that compiled code takes apart unless a class overloads them. */
export type OverloadedKind = 'concatenation' | 'comparison' | 'negation' | 'arithmetic';

/** What is wanted of an lvalue sub: a value, one variable (to be assigned to, or not), what a list
    assignment fills, or a list of aliases. */
export type LvalueCall = 'value' | 'assigned' | 'variable' | 'targets' | 'aliases';

export class Interp implements ActivePerl {
  readonly packages = new Packages();
  readonly frames = new Frames();
  readonly dynamic = new DynamicScope();
  /** reference counts, in programs that can see them */
  lifetimes: Lifetimes | null = null;
  /** ends a process that `exit` need not leave by way of all its callers; see process/finish.ts */
  leaveEarly: ((status: number) => void) | null = null;
  /** the current statement (index into cops) */
  cop = 0;
  readonly cops: CopInfo[] = [{ file: '-', line: 0, pkg: 'main', hints: noHints }];
  readonly ops: OpInfo[] = [];
  /** pending[0] is not 0 when a signal waits for its handler (libc/signals replaces the array) */
  pending = new Int32Array(1);
  /** what to do then; set by process/signals */
  dispatchSignals: () => void = () => {};
  /** the number behind $! */
  errno = 0;
  lastRead: LastRead | null = null;
  /** the handle print uses by default; an IO object of the io layer */
  selected: PerlGlob | null = null;
  /** what shmget, semget and msgget answer when they fail */
  failedGet: 'undef' | 'minusOne' = 'undef';
  /** whether shmread and shmwrite may keep segments attached */
  segments: 'kept' | 'exact' = 'kept';
  /** $^W */
  warnAll = false;
  /** -W, -X */
  warnForced: boolean | null = null;
  /** what some class overloads so that the operator may answer an object: `.`, comparisons, `!` */
  readonly overloaded = new Set<OverloadedKind>();
  scriptName = '-';
  /** pragmas a program starts with (perl -w gives none; -E features) */
  initialHints: Hints = noHints;
  /** -c: the program is compiled, but does not run */
  checkOnly = false;
  readonly startTime = Math.floor(Date.now() / 1000);
  readonly endBlocks: PerlCode[] = [];
  readonly initBlocks: PerlCode[] = [];
  readonly checkBlocks: PerlCode[] = [];
  /** compilations in progress, innermost last: what `import` methods may change the pragmas of */
  readonly compiling: CompilationHints[] = [];
  readonly errorGlob: PerlGlob;
  readonly underscore: PerlGlob;
  /** set while $SIG{__DIE__} runs, so that it does not call itself */
  private inDieHook = false;
  /** what runs of $SIG{__WARN__}: it does not call itself, but another one that it has put there */
  private warnHook: PerlCode | null = null;
  compiler!: CompilerService;
  /** what compiled code calls, by name: library/library.ts */
  library: Readonly<Record<string, unknown>> = {};
  /** where warnings go when nobody catches them; the io layer replaces it */
  writeError: (text: string) => void = (text) => void process.stderr.write(text, 'latin1');
  /** what compiled code found undefined last, by site, for naming it in a warning */
  readonly notes = new UndefinedNotes();
  noteSites = 0;
  /** the `given` blocks that run */
  givens = 0;
  /** some sub compiled so far jumps out of a loop it does not contain: loops compiled from now on must listen */
  danglingLoopControl = false;
  /** how many warnings there have been: a compilation that gave some is not kept */
  warningCount = 0;
  /** what goto LABEL can reach */
  readonly labels = new Labels();
  /** how the lvalue sub that is about to be called shall answer, and its answer (library/lvalue-calls.ts) */
  lvalueCall: LvalueCall = 'value';
  lvalueSlots: Slot[] | null = null;
  /** is there a named lvalue sub? */
  lvalueSubs = false;
  /** named subs of string evals waiting for their functions */
  readonly pendingSubs: ((fn: SubFunction) => void)[] = [];
  /** files that are loaded from @INC although there is a module of our own */
  readonly preferFiles = new Set<string>();
  /** --system-modules */
  systemModules = false;
  /** modules whose string evals the number in "(eval N)" includes */
  readonly countedModules = new Set<string>();
  /** all of a file handle's text, for @INC hooks; the io layer replaces it */
  slurp: (handle: PerlValue) => string = () => '';
  /** text after __END__ or __DATA__; the io layer replaces it */
  setData: (pkg: string, text: string) => void = () => {};
  /** tie and untie of handles; the io layer replaces them */
  tieHandle: (glob: PerlGlob, object: PerlValue) => void = () => {};
  untieHandle: (glob: PerlGlob) => void = () => {};
  /** the phase for ${^GLOBAL_PHASE} */
  phase = 'START';

  constructor() {
    this.errorGlob = this.glob('main::@');
    this.errorGlob.s.v = '';
    this.underscore = this.glob('main::_');
  }

  // ---- names ----------------------------------------------------------------------------------------------------
  stash(name: string): Stash {
    return this.packages.stash(name);
  }
  /** The glob of a fully qualified name ("main::x"). */
  glob(fullName: string): PerlGlob {
    return this.packages.glob(fullName);
  }
  scalar(fullName: string): Scalar {
    return this.glob(fullName).s;
  }
  /** Define a sub written in JavaScript. */
  define(fullName: string, fn: SubFunction, prototype: string | null = null): PerlCode {
    const at = fullName.lastIndexOf('::');
    const code = new PerlCode(this.stash(fullName.slice(0, at)), fullName.slice(at + 2), normalised(fn));
    code.native = true;
    code.prototype = prototype;
    this.packages.define(fullName, code);
    return code;
  }
  findMethod(stash: Stash, method: string): PerlCode | null {
    return this.packages.findMethod(stash, method);
  }
  currentPackage(): string {
    return (this.cops[this.cop] as CopInfo).pkg;
  }

  /** The type of a reference, whatever it is blessed into: "HASH". */
  referenceType(v: PerlValue): string {
    return refType(v);
  }

  // ---- calls ----------------------------------------------------------------------------------------------------
  callSub(code: PerlCode, args: PerlArray, want: Want): PerlValue | PerlValue[] | void {
    const fn = code.fn;
    if (fn === null) return this.callUndefined(code, args, want);
    const context = (want & 3) as Want;
    if (code.native) return fn(args, context);
    const frames = this.frames;
    const cop = this.cop;
    const match = matchState.last;
    const d = frames.push('sub', cop, code, args, want, null);
    if (d >= 99 && (d < 130 || (d >= 198 && d < 230))) this.checkDepth(code, d);
    const result = fn(args, context);
    frames.depth = d;
    this.cop = cop;
    matchState.last = match;
    return result;
  }
  call(code: PerlCode, args: PerlValue[], want: Want): PerlValue | PerlValue[] | void {
    return this.callSub(code, new PerlArray(args), want);
  }
  callScalar(code: PerlCode, args: PerlValue[]): PerlValue {
    return this.callSub(code, new PerlArray(args), SCALAR) as PerlValue;
  }
  callMethod(invocant: PerlValue, method: string, args: PerlValue[], want: Want): PerlValue | PerlValue[] | void {
    return callMethod(this, invocant, method, new PerlArray([invocant, ...args]), want);
  }
  /** `Deep recursion on subroutine "%s"` at the 100th level of the same sub, or of one of two that call each other. */
  private checkDepth(code: PerlCode, depth: number): void {
    if (!this.warns('recursion')) return;
    let same = 0;
    for (let i = depth; i >= 0 && same <= 100; i--) if (this.frames.codes[i] === code) same++;
    if (same === 100) {
      const what = code.name === '__ANON__' ? 'anonymous subroutine' : `subroutine "${code.stash.name}::${code.name}"`;
      this.warn('recursion', `Deep recursion on ${what}`);
    }
  }
  private callUndefined(code: PerlCode, args: PerlArray, want: Want): PerlValue | PerlValue[] | void {
    const home = definedAtHome(code);
    if (home !== undefined) return this.callSub(home, args, want);
    if (code.stash.name === 'version' && versionIsMissing(this)) return this.callSub(code, args, want);
    const auto = this.findMethod(code.stash, 'AUTOLOAD');
    if (auto !== null && auto.fn !== null && code.name !== '__ANON__') {
      this.scalar(`${auto.stash.name}::AUTOLOAD`).v = `${code.stash.name}::${code.name}`;
      return this.callSub(auto, args, want);
    }
    const name = `${code.stash.name}::${code.name}`;
    return this.die(code.name === '__ANON__' ? 'Not a CODE reference' : `Undefined subroutine &${name} called`);
  }
  /** A fresh container for a variable with this sigil. */
  makeContainer(sigil: string): Scalar | PerlArray | PerlHash {
    if (sigil === '@') return new PerlArray();
    return sigil === '%' ? new PerlHash() : new Scalar(undefined);
  }
  /** caller(level): level 0 is the innermost frame. */
  caller(level: number): FrameInfo | null {
    return callerInfo(this, level);
  }

  // ---- messages -------------------------------------------------------------------------------------------------
  /** ` at FILE line N, <FH> line M.\n` for the current statement. */
  place(): string {
    const { file, line } = this.cops[this.cop] as CopInfo;
    const read = this.lastRead;
    const n = read === null ? 0 : read.lineNumber();
    const input = read !== null && n > 0 ? `, <${read.name}> ${read.unit()} ${n}` : '';
    const destruct = this.phase === 'DESTRUCT' ? ' during global destruction' : '';
    return ` at ${file} line ${line}${input}${destruct}.\n`;
  }
  die(message: string): never {
    return this.dieValue(message.endsWith('\n') ? message : message + this.place());
  }
  /** Throw a value, after $SIG{__DIE__} has seen it. */
  dieValue(value: PerlValue): never {
    throw this.exception(value);
  }
  /** What to throw, after $SIG{__DIE__} has seen the value. */
  exception(value: PerlValue): PerlDie {
    const hook = this.inDieHook ? null : this.hook('__DIE__');
    if (hook !== null) {
      this.inDieHook = true;
      try {
        this.call(hook, [value], VOID);
      } finally {
        this.inDieHook = false;
      }
    }
    return new PerlDie(value);
  }
  warns(category: string): boolean {
    if (this.warnForced !== null) return this.warnForced;
    const warnings = (this.cops[this.cop] as CopInfo).hints.warnings;
    return warnings === null ? this.warnAll && allCategories.has(category) : warnings.has(category);
  }
  warn(category: string, message: string): void {
    if (!this.warns(category)) return;
    const text = message.endsWith('\n') ? message : message + this.place();
    if ((this.cops[this.cop] as CopInfo).hints.fatal.has(category)) this.dieValue(text);
    this.warnValue(text);
  }
  /** A warning without category (warn, severe ones that are on by default). */
  warnAlways(message: string): void {
    this.warnValue(message.endsWith('\n') ? message : message + this.place());
  }
  /** A default-on warning: silent only where its category was switched off. */
  warnDefault(category: string, message: string): void {
    const warnings = (this.cops[this.cop] as CopInfo).hints.warnings;
    if (warnings === null) {
      if (this.warnForced !== false) this.warnAlways(message);
    } else this.warn(category, message);
  }
  warnValue(value: PerlValue): void {
    this.warningCount++;
    const hook = this.hook('__WARN__');
    const running = this.warnHook;
    if (hook === null || hook === running) {
      this.writeError(str(value));
      return;
    }
    this.warnHook = hook;
    try {
      this.call(hook, [value], VOID);
    } finally {
      this.warnHook = running;
    }
  }
  /** The code in $SIG{__DIE__} or $SIG{__WARN__}, or null. */
  private hook(name: string): PerlCode | null {
    const v = this.glob('main::SIG').h?.get(name);
    if (v === undefined || v === '') return null;
    if (v instanceof PerlCode) return v;
    if (looksLikeReference(v)) return null;
    const named = str(v);
    if (named === 'DEFAULT' || named === 'IGNORE') return null;
    return this.packages.find(this.packages.qualify(named, 'main'))?.c ?? null;
  }
  uninitialized(op: Op, operand?: unknown): void {
    if (this.warns('uninitialized')) this.warn('uninitialized', uninitializedMessage(this, op, operand));
  }
  opText(op: Op): string {
    return typeof op === 'string' ? op : (this.ops[op]?.text ?? 'subroutine entry');
  }
}

/** The running interpreter. */
export function interp(): Interp {
  return active() as Interp;
}

/** Subs written in JavaScript may answer a scalar in list context and the other way round. */
function normalised(fn: SubFunction): SubFunction {
  return (args, want) => {
    const r = fn(args, want);
    if (want === LIST) return Array.isArray(r) ? r : [r as PerlValue];
    return Array.isArray(r) ? r[r.length - 1] : r;
  };
}
