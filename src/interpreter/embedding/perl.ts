/** The interpreter as a library: docs/embedding.md, "The interpreter". */
import type { Kernel } from '../../libc/kernel.js';
import { setActive } from '../../runtime/active.js';
import { PerlArray } from '../../runtime/array.js';
import { PerlCode } from '../../runtime/code.js';
import { str } from '../../runtime/convert.js';
import { LoopControl, PerlDie, PerlExit, ReturnControl } from '../../runtime/exceptions.js';
import { PerlHash } from '../../runtime/hash.js';
import { LIST, type PerlValue, SCALAR, type Want } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';
import { flushAll } from '../io/file-handle.js';
import { makeHandle } from '../io/handles.js';
import { plainLayers } from '../io/layers.js';
import { beginRun } from '../lifetime/begin-run.js';
import { createPerl, runProgram } from '../perl.js';
import { matchState } from '../regexp/match-state.js';
import { setUpSysV } from '../sysv/sysv.js';
import { asError, PerlError } from './errors.js';
import { FunctionStream } from './function-stream.js';
import { fromPerl, type FromPerl, type Functions, type PerlSub, toPerl, type ToPerl } from './values.js';

/** What an interpreter begins with, and what it sees of the process. */
export interface PerlOptions {
  /** System V IPC comes from this kernel; the real one where absent. */
  readonly kernel?: Kernel;
  /** What shmget, semget and msgget answer when they fail: undef, or a false -1. */
  readonly failedGet?: 'undef' | 'minusOne';
  /** Takes what is written to STDOUT; the process's own where absent. */
  readonly stdout?: (bytes: Uint8Array) => void;
  /** The same for STDERR, with every warning. */
  readonly stderr?: (bytes: Uint8Array) => void;
  /** What STDIN reads; the process's own where absent. */
  readonly stdin?: string | Uint8Array;
  /** @ARGV. */
  readonly argv?: readonly string[];
  /** %ENV; that of the process where absent. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Folders in front of @INC. */
  readonly include?: readonly string[];
  /** $0, and the file in messages. */
  readonly scriptName?: string;
  /** $^W, as by perl -w. */
  readonly warnings?: boolean;
}

/** One Perl. Any number of them live in a process; they share nothing but the process itself. */
export class Perl {
  private readonly interp: Interp;
  private readonly functions: Functions = {
    wrap: (call) => this.subOf(call),
    unwrap:
      (code) =>
      (...args) =>
        this.enter(() => this.invoke(code, args, SCALAR)),
  };

  constructor(options: PerlOptions = {}) {
    const { kernel, failedGet = 'undef', stdout, stderr, stdin, ...rest } = options;
    const before = setActive(null);
    try {
      this.interp = createPerl(rest);
      this.interp.failedGet = failedGet;
      if (kernel !== undefined) setUpSysV(this.interp, { kernel, failedGet });
      if (stdout !== undefined) this.redirect('STDOUT', new FunctionStream(stdout, '', false), false);
      if (stderr !== undefined) this.redirect('STDERR', new FunctionStream(stderr, '', true), false);
      if (stdin !== undefined) this.redirect('STDIN', new FunctionStream(null, byteString(stdin), false), true);
    } finally {
      setActive(before);
    }
  }

  /** Runs a whole program as the command does, END blocks included: the exit status. */
  run(source: string): number {
    return this.enter(() => {
      const status = runProgram(this.interp, byteString(source));
      this.interp.phase = 'RUN';
      return status;
    });
  }

  /** The value of some code, in scalar context. What it dies with is thrown as a PerlError. */
  eval(code: string): FromPerl {
    return this.enter(() => this.fromPerl(this.interp.compiler.evalIn(byteString(code), 'main', SCALAR) as PerlValue));
  }

  /** The values of some code, in list context. */
  evalList(code: string): FromPerl[] {
    return this.enter(() => this.listFromPerl(this.interp.compiler.evalIn(byteString(code), 'main', LIST)));
  }

  /** Calls a sub by its name (`main` where there is no package), in scalar context. */
  call(name: string, ...args: ToPerl[]): FromPerl {
    return this.enter(() => this.invoke(this.find(name), args, SCALAR));
  }

  /** The same in list context. */
  callList(name: string, ...args: ToPerl[]): FromPerl[] {
    return this.enter(() => {
      const result = this.interp.call(this.find(name), this.listToPerl(args), LIST);
      return this.listFromPerl(result);
    });
  }

  /** Calls a method of an object or a class. */
  method(invocant: ToPerl, name: string, ...args: ToPerl[]): FromPerl {
    return this.enter(() => {
      const object = toPerl(invocant, this.functions);
      return this.fromPerl(this.interp.callMethod(object, name, this.listToPerl(args), SCALAR) as PerlValue);
    });
  }

  /**
   * Makes a JavaScript function a sub. An Error that it throws becomes a Perl exception; an array that it answers is a
   * list.
   */
  define(name: string, call: PerlSub, prototype: string | null = null): void {
    this.interp.define(qualified(name), (args, want) => this.answer(call, args, want), prototype);
  }

  /** The value of a variable: `$x`, `@list`, `%Package::hash`. */
  get(name: string): FromPerl {
    const glob = this.interp.glob(qualified(name.slice(1)));
    const sigil = name.charAt(0);
    return this.enter(() => this.fromPerl(sigil === '$' ? glob.s.v : sigil === '@' ? glob.av : glob.hv));
  }

  /** Sets a variable; arrays take an array, hashes an object. */
  set(name: string, value: ToPerl): void {
    const glob = this.interp.glob(qualified(name.slice(1)));
    this.enter(() => {
      const converted = toPerl(value, this.functions);
      if (name.startsWith('$')) glob.s.v = converted;
      else if (name.startsWith('@')) glob.av.assign(listOf(converted));
      else glob.hv.assign(listOf(converted), (key) => str(key));
    });
  }

  /** Makes this the running interpreter, whatever ran before, and turns Perl's exceptions into Errors. */
  private enter<T>(action: () => T): T {
    const { interp } = this;
    const before = setActive(interp);
    const match = matchState.last;
    const endRun = beginRun(interp);
    const [cop, depth] = [interp.cop, interp.frames.depth];
    try {
      return action();
    } catch (event) {
      interp.frames.depth = depth;
      throw asError(event, (value) => this.fromPerl(value));
    } finally {
      endRun();
      interp.cop = cop;
      // Of every interpreter: a handle has none. Whose output comes earlier than perl would write it, sees no other difference.
      flushAll();
      matchState.last = match;
      setActive(before);
    }
  }

  private find(name: string): PerlCode {
    const code = this.interp.packages.find(qualified(name))?.c;
    return code ?? this.interp.die(`Undefined subroutine &${qualified(name)} called`);
  }

  private invoke(code: PerlCode, args: readonly ToPerl[], want: Want): FromPerl {
    return this.fromPerl(this.interp.call(code, this.listToPerl(args), want) as PerlValue);
  }

  private subOf(call: PerlSub): PerlCode {
    const code = new PerlCode(this.interp.stash('main'), '__ANON__', (args, want) => this.answer(call, args, want));
    code.native = true;
    return code;
  }

  /** A JavaScript function at work for Perl. */
  private answer(call: PerlSub, args: PerlArray, want: Want): PerlValue | PerlValue[] {
    const given = Array.from({ length: args.length }, (_, index) => this.fromPerl(args.get(index)));
    const result = this.guard(() => call(...(given as ToPerl[])));
    const list = this.listToPerl(Array.isArray(result) ? result : [result as ToPerl]);
    return want === LIST ? list : list[list.length - 1];
  }

  private guard<T>(action: () => T): T {
    try {
      return action();
    } catch (event) {
      if (event instanceof PerlError) return this.interp.dieValue(event.raw);
      const perls = [PerlDie, PerlExit, LoopControl, ReturnControl].some((kind) => event instanceof kind);
      if (perls || !(event instanceof Error)) throw event;
      return this.interp.die(event.message);
    }
  }

  private redirect(name: string, stream: FunctionStream, reads: boolean): void {
    const handle = makeHandle(this.interp.glob(`main::${name}`));
    handle.discard();
    handle.attach(stream, reads, !reads, plainLayers);
    handle.immediate = stream.unbuffered;
    handle.terminal = false;
  }

  private fromPerl(value: PerlValue): FromPerl {
    return fromPerl(value, this.functions);
  }
  private listFromPerl(values: PerlValue | PerlValue[] | void): FromPerl[] {
    return (values as PerlValue[]).map((value) => this.fromPerl(value));
  }
  private listToPerl(values: readonly ToPerl[]): PerlValue[] {
    return values.map((value) => toPerl(value, this.functions));
  }
}

function qualified(name: string): string {
  return name.includes('::') ? name : `main::${name}`;
}

/** The elements of what an array or a hash is set to. */
function listOf(value: PerlValue): PerlValue[] {
  if (value instanceof PerlArray) return value.list();
  return value instanceof PerlHash ? value.keys().flatMap((key) => [key, value.get(key)]) : [value];
}

/** Source text as perl reads it: bytes. Text that has only bytes stays as it is. */
function byteString(source: string | Uint8Array): string {
  if (typeof source !== 'string') return Buffer.from(source).toString('latin1');
  return Buffer.from(source, 'utf8').toString('latin1');
}
