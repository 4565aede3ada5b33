/**
 * When things end: at the end of a statement, of a scope, of a call. Compiled code asks for `pending.length > floor`
 * after each statement: what is below the floor belongs to statements that are still running further out.
 */
import { Arguments } from '../../runtime/arguments.js';
import { PerlArray } from '../../runtime/array.js';
import { PerlCode } from '../../runtime/code.js';
import { PerlGlob } from '../../runtime/glob.js';
import { PerlHash } from '../../runtime/hash.js';
import { Scalar } from '../../runtime/scalar.js';
import type { PerlValue, Slot, Want } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';
import { globEnded, isAwaited } from '../io/ended-globs.js';
import { closeForgotten } from '../io/forgotten.js';
import { hasTie, untieQuietly } from '../library/tie.js';
import {
  DROPPED,
  drop,
  dropContents,
  type Held,
  heldBy,
  hold,
  holdContent,
  owned,
  pending,
  release,
  releaseArray,
  releaseVariable,
  retain,
  suspect,
  TEMPORARY,
} from './counts.js';
import { callDestructor, destructorOf } from './destroy.js';
import { clearWeak } from './weak.js';

type Result = PerlValue | PerlValue[] | void;

export class Lifetimes {
  readonly pending = pending;
  floor = pending.length;
  /** Objects with a DESTROY that have not been destroyed: the ones that are left over at the end of the program. */
  readonly objects = new Set<Held>();
  /** all code of the program counts */
  readonly complete: boolean;
  /** has a handle ended that only the garbage collector can know to be nobody's? */
  private doubtful = false;
  private readonly perl: Interp;
  private readonly undo: unknown[];
  private readonly plainCall: Interp['callSub'];
  constructor(perl: Interp, complete: boolean) {
    this.perl = perl;
    this.complete = complete;
    this.undo = perl.dynamic.undo;
    this.plainCall = perl.callSub;
  }

  /** What a part of an expression leaves pending is not looked at by statements further in; the floor until now. */
  raise(): number {
    const { floor } = this;
    this.floor = pending.length;
    return floor;
  }

  /** Call a function with lexicals of its own: they end with it, and so does what only they held. */
  within<R extends Result>(body: () => R): R {
    const { undo } = this;
    const floor = this.raise();
    const base = this.floor;
    const mark = undo.length;
    const result = body();
    if (undo.length > mark || pending.length > base) this.settle(mark, base, result);
    this.floor = floor;
    return result;
  }
  /** Interp.callSub */
  call(code: PerlCode, args: PerlArray, callersWant: Want): Result {
    // Exceptions are thrown here, whatever code says that was compiled before anything was counted.
    const want = (callersWant & 3) as Want;
    if (code.native) return this.plainCall.call(this.perl, code, args, want);
    const { undo } = this;
    const { floor } = this;
    const base = pending.length;
    const mark = undo.length;
    this.floor = base;
    const result = this.plainCall.call(this.perl, code, args, want);
    if (undo.length > mark || pending.length > base) this.settle(mark, base, result);
    this.floor = floor;
    return result;
  }

  /** End lexicals and look at what has become pending since `base`, except for a result that is on its way out. */
  private settle(mark: number, base: number, result: Result): void {
    this.floor = base;
    if (this.perl.lvalueSlots !== null) return this.settleLvalues(mark, base, this.perl.lvalueSlots);
    if (typeof result !== 'object') {
      this.unwind(mark);
      if (pending.length > base) this.examine(base);
      return;
    }
    const kept = Array.isArray(result) ? result.slice() : [result];
    kept.forEach(hold);
    this.unwind(mark);
    if (pending.length > base) this.examine(base);
    for (const v of kept) letGo(v);
  }

  /** The variables that an lvalue sub answers outlive its scope until the statement is over. */
  private settleLvalues(mark: number, base: number, slots: readonly Slot[]): void {
    const kept = slots.map((slot) => (slot instanceof Scalar ? slot : typeof slot === 'object' ? heldBy(slot) : null));
    for (const x of kept) if (x !== null) retain(x);
    this.unwind(mark);
    if (pending.length > base) this.examine(base);
    for (const x of kept) if (x !== null) release(x);
  }

  /** The ends of scopes: what ends before a `local` is restored sees the local value. */
  unwind(mark: number): void {
    const { undo } = this;
    while (undo.length > mark) {
      const last = undo[undo.length - 1];
      if (typeof last !== 'function') {
        undo.pop();
        this.leave(last);
      } else {
        if (pending.length > this.floor) this.endDropped();
        this.perl.dynamic.unwind(undo.length - 1);
      }
    }
  }

  /** After an exception: the scopes it left end, but not what it carries. */
  recover(floor: number, mark: number, value: PerlValue): void {
    hold(value);
    this.floor = floor;
    this.unwind(mark);
    this.examine();
    letGo(value);
  }

  /** The statement is over. What containers let go ends in that order, then values that nobody held, the last first. */
  examine(from = this.floor): void {
    const temporaries: Held[] = [];
    this.sweep(from, temporaries);
    for (let last = temporaries.pop(); last !== undefined; last = temporaries.pop()) {
      this.end(last);
      if (pending.length > from) this.sweep(from, temporaries);
    }
    if (!this.doubtful) return;
    this.doubtful = false;
    closeForgotten();
  }
  private endDropped(): void {
    const temporaries: Held[] = [];
    this.sweep(this.floor, temporaries);
    pending.push(...temporaries);
  }
  /** What ends lets other things go, which end before the next one does. */
  private sweep(from: number, temporaries: Held[]): void {
    const batches: Held[][] = [pending.splice(from).reverse()];
    for (let batch = batches[0]; batch !== undefined; batch = batches.at(-1)) {
      const x = batch.pop();
      if (x === undefined) batches.pop();
      else if (x.queued === TEMPORARY) temporaries.push(x);
      else {
        this.end(x);
        if (pending.length > from) batches.push(pending.splice(from).reverse());
      }
    }
  }

  /** Something was pending: is it over? */
  private end(x: Held): void {
    x.queued = 0;
    if (x.rc !== undefined && x.rc > 0) return;
    const code = x.blessed ? destructorOf(this.perl, x.blessed) : null;
    if (code !== null && x.rc !== -1 && !this.destroy(code, x)) return;
    if (x instanceof PerlCode && this.runs(x)) return;
    if (x.watched) {
      clearWeak(x);
      if (hasTie(x)) untieQuietly(this.perl, x);
    }
    if (x instanceof PerlGlob) this.endGlob(x);
    if (x.rc !== undefined) dropContents(x);
    if (code !== null) x.rc = -1;
  }
  /** False if the object has been saved by its destructor. */
  private destroy(code: PerlCode, x: Held): boolean {
    if (x instanceof Scalar) x.rc ??= 0;
    retain(x);
    callDestructor(this.perl, code, x);
    const holders = (x.rc as number) - 1;
    x.rc = holders;
    if (holders > 0) return false;
    this.objects.delete(x);
    return true;
  }
  /** Where some code does not count, a handle that seems to be nobody's may still be somebody's. */
  private endGlob(glob: PerlGlob): void {
    if (this.complete) globEnded(glob);
    else if (isAwaited(glob)) this.doubtful = true;
  }
  private runs(code: PerlCode): boolean {
    const { codes, depth } = this.perl.frames;
    return code.captured !== undefined && depth > 0 && codes.lastIndexOf(code, depth - 1) >= 0;
  }

  // ---- what compiled code makes ----------------------------------------------------------------------------------

  /** my $x: held by its scope */
  scalar(v: PerlValue): Scalar {
    const s = new Scalar(v);
    s.rc = 1;
    s.holds = false;
    if (typeof v === 'object') holdContent(s);
    this.undo.push(s);
    return s;
  }
  array(list: PerlValue[]): PerlArray {
    const a = new PerlArray(list);
    a.rc = 1;
    for (const v of list) if (typeof v === 'object') hold(v);
    this.perl.dynamic.save(a);
    return a;
  }
  hash(): PerlHash {
    const h = new PerlHash();
    h.rc = 1;
    this.perl.dynamic.save(h);
    return h;
  }
  /** @_: its elements belong to the caller */
  args(slots: Slot[]): PerlArray {
    const a = new Arguments(slots);
    a.rc = -1;
    return a;
  }
  /** The scalar for a value in a list: what refers to it, or captures it, keeps the value. */
  box(slot: Slot): Scalar {
    if (slot instanceof Scalar) return slot;
    const s = new Scalar(slot);
    s.rc = 0;
    return s;
  }
  /** What a loop walks: its values (not the variables in it) stay until it is over. */
  walk(list: readonly Slot[]): void {
    const values = list.filter((slot) => typeof slot === 'object' && !(slot instanceof Scalar)) as PerlValue[];
    if (values.length === 0) return;
    values.forEach(hold);
    this.perl.dynamic.save(() => values.forEach(letGo));
  }
  closure(code: PerlCode, captured: Held[]): PerlCode {
    code.captured = captured;
    return code;
  }
  /** A function around a block or file, whose lexicals end with it. */
  scope<A extends unknown[]>(fn: (...args: A) => Result): (...args: A) => Result {
    return (...args) => this.within(() => fn(...args));
  }
  /** Code that stays for good has captured these. */
  keep(captured: Held[]): void {
    captured.forEach(retain);
  }

  /** A lexical's scope ends (called by DynamicScope). */
  readonly leave = (x: unknown): void => {
    if (x instanceof Scalar) {
      if (x.rc === 1 && !x.holds && !x.watched && !x.blessed) x.rc = 0;
      else releaseVariable(x);
    } else if (x instanceof PerlArray) releaseArray(x);
    else release(x as Held);
  };

  /** A container that belongs to something else than a lexical scope: `leave` lets it go. */
  own<T extends Scalar | PerlArray | PerlHash>(x: T): T {
    return owned(x);
  }
  hold(v: PerlValue): void {
    hold(v);
  }
  drop(v: PerlValue): void {
    drop(v);
  }
  /** bless: an object that no container holds ends with its statement. */
  blessed(x: Held): void {
    if (destructorOf(this.perl, x.blessed as NonNullable<Held['blessed']>) !== null) this.objects.add(x);
    if (!x.rc && !(x instanceof Scalar && x.rc === undefined)) suspect(x, TEMPORARY);
  }

  /** The program is over, its main file's lexicals go. */
  finish(): void {
    this.floor = 0;
    this.unwind(0);
    this.examine(0);
  }
}

/** No longer protected; a value now, whatever it was before. */
function letGo(v: PerlValue): void {
  const x = typeof v === 'object' ? heldBy(v) : null;
  if (x === null) return;
  drop(v);
  if (x.rc === 0 && x.queued === DROPPED) x.queued = TEMPORARY;
}
