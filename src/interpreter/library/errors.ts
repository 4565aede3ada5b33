/** eval, die, warn, exit (perlfunc). */
import { libc } from '../../libc/libc.js';
import { looksLikeReference, str, toNumber } from '../../runtime/convert.js';
import { LoopControl, PerlDie, PerlExit, ReturnControl } from '../../runtime/exceptions.js';
import { HANDED_ON, LIST, type PerlValue, referentOf, type Want } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';
import { matchState } from '../regexp/ops.js';

type Result = PerlValue | PerlValue[] | void;

/** eval BLOCK */
export function evalBlock(perl: Interp, body: (want: Want) => Result, want: Want): Result {
  return guarded(perl, 'eval', null, body, want);
}

/** Run with exceptions going to $@; frames, `local`s and the current statement are put right afterwards. */
export function guarded(
  perl: Interp,
  kind: 'eval' | 'evalstr' | 'require',
  text: string | null,
  body: (want: Want) => Result,
  want: Want,
): Result {
  const cop = perl.cop;
  const match = matchState.last;
  const depth = perl.frames.push(kind, cop, null, null, want, text);
  const mark = perl.dynamic.mark();
  const { lifetimes } = perl;
  const floor = lifetimes === null ? 0 : lifetimes.floor;
  perl.errorGlob.s.v = '';
  try {
    const result = lifetimes === null ? body(want) : lifetimes.within(() => body(want));
    perl.frames.depth = depth;
    if (result instanceof PerlDie) {
      const value = unwound(perl, mark, result.value);
      perl.cop = cop;
      matchState.last = match;
      perl.errorGlob.s.v = value;
      return want === LIST ? [] : undefined;
    }
    perl.errorGlob.s.v = '';
    perl.cop = cop;
    matchState.last = match;
    return result;
  } catch (e) {
    perl.frames.depth = depth;
    let value = caught(perl, e);
    if (lifetimes !== null) {
      // What ends on the way sees the exception.
      perl.errorGlob.s.v = value;
      value = recovered(perl, lifetimes, floor, mark, value);
    } else value = unwound(perl, mark, value);
    perl.cop = cop;
    matchState.last = match;
    perl.errorGlob.s.v = value;
    return want === LIST ? [] : undefined;
  }
}

type Lifetimes = NonNullable<Interp['lifetimes']>;

/** The same where references are counted. */
export function recovered(
  perl: Interp,
  lifetimes: Lifetimes,
  floor: number,
  mark: number,
  value: PerlValue,
): PerlValue {
  try {
    lifetimes.recover(floor, mark, value);
    return value;
  } catch (e) {
    return recovered(perl, lifetimes, floor, mark, caught(perl, e));
  }
}

/** Undo what `local` did; what dies meanwhile (a tied variable) takes the place of the exception. */
export function unwound(perl: Interp, mark: number, value: PerlValue): PerlValue {
  let last = value;
  while (perl.dynamic.mark() > mark) {
    try {
      perl.dynamic.unwind(mark);
    } catch (e) {
      last = caught(perl, e);
    }
  }
  return last;
}

/** The value for $@, or the exception again if no eval may catch it. */
export function caught(perl: Interp, e: unknown): PerlValue {
  if (e instanceof PerlDie) return e.value;
  if (e instanceof LoopControl || e instanceof ReturnControl || e instanceof PerlExit) throw e;
  const limit = limitReached(e);
  if (limit !== null) return `${limit}${perl.place()}`;
  throw e;
}

/** What of the machine beneath has run out, in words; null if it is another exception. */
export function limitReached(e: unknown): string | null {
  if (!(e instanceof Error)) return null;
  if (e instanceof RangeError && /call stack/i.test(e.message)) return 'Out of stack: recursion too deep';
  const { code } = e as { code?: unknown };
  const isMemory =
    code === 'ERR_STRING_TOO_LONG' || code === 'ERR_BUFFER_TOO_LARGE' || code === 'ERR_MEMORY_ALLOCATION_FAILED';
  const isLength =
    e instanceof RangeError &&
    /^(?:Invalid (?:string|array|typed array) length|Array buffer allocation failed)/.test(e.message);
  return isMemory || isLength ? 'Out of memory!' : null;
}

/** die LIST */
export function dieList(perl: Interp, list: PerlValue[]): never {
  throw deathOf(perl, list);
}
/** die LIST as a statement of an eval block, which returns this: a JavaScript exception costs a microsecond. */
export function deathOf(perl: Interp, list: PerlValue[]): PerlDie {
  return perl.exception(reasonOf(perl, list));
}
/** die LIST as a statement of a sub: it returns this if its caller looks at the result. */
export function deathHandedOn(perl: Interp, list: PerlValue[]): PerlDie {
  return handOn(perl, deathOf(perl, list));
}
/** An exception that a sub got as a result: to its own caller as well, or thrown. */
export function handOn(perl: Interp, death: PerlDie): PerlDie {
  const { wants, depth } = perl.frames;
  if ((wants[depth - 1] as number) & HANDED_ON) return death;
  throw death;
}
function reasonOf(perl: Interp, list: PerlValue[]): PerlValue {
  if (list.length === 1 && looksLikeReference(list[0])) return list[0];
  const text = list.length === 1 ? str(list[0], 'die') : list.map((v) => str(v, 'die')).join('');
  if (text !== '') return placed(perl, text);
  const previous = perl.errorGlob.s.v;
  if (looksLikeReference(previous)) return propagated(perl, previous);
  const before = str(previous ?? '');
  return placed(perl, before === '' ? 'Died' : `${before}\t...propagated`);
}
function placed(perl: Interp, message: string): string {
  return message.endsWith('\n') ? message : message + perl.place();
}
function propagated(perl: Interp, v: PerlValue): PerlValue {
  const cls = referentOf(v)?.blessed;
  if (!cls || perl.findMethod(cls, 'PROPAGATE') === null) return v;
  const { file, line } = perl.cops[perl.cop] as { file: string; line: number };
  return perl.callMethod(v, 'PROPAGATE', [file, line], 1) as PerlValue;
}
/** warn LIST */
export function warnList(perl: Interp, list: PerlValue[]): PerlValue {
  if (list.length === 1 && looksLikeReference(list[0])) {
    perl.warnValue(list[0]);
    return 1;
  }
  const text = list.map((v) => str(v, 'warn')).join('');
  if (text !== '') perl.warnAlways(text);
  else {
    const before = str(perl.errorGlob.s.v);
    perl.warnAlways(before === '' ? "Warning: something's wrong" : `${before}\t...caught`);
  }
  return 1;
}
export function dieWith(perl: Interp, message: string): never {
  return perl.die(message);
}
/** exit N */
export function exitWith(perl: Interp, v: PerlValue): never {
  const status = Math.trunc(toNumber(v, 'exit')) | 0;
  perl.leaveEarly?.(status);
  perl.scalar('main::?').v = status;
  throw new PerlExit(status);
}

/** dump (perlfunc): an abort, which leaves a core where the system allows one. */
export function dumpCore(): never {
  return libc.abort();
}
