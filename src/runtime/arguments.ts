/**
 * The array @_ of a call made by compiled code. It remembers what the sub has shifted away, because caller() shows
 * that too in @DB::args (perlfunc), and Carp prints it: `Class::method(Class=HASH(0x...), 1) called at ...`.
 */
import { PerlArray } from './array.js';
import { LONG } from './long-queue.js';
import { Scalar } from './scalar.js';
import type { PerlValue, Slot } from './value.js';

/** Neither tied nor special in another way. */
export function isPlainArray(a: PerlArray): boolean {
  const prototype = Object.getPrototypeOf(a);
  return prototype === PerlArray.prototype || prototype === Arguments.prototype;
}

interface Gone {
  readonly slot: Slot;
  readonly before: Gone | null;
}

export class Arguments extends PerlArray {
  private gone: Gone | null = null;

  override shift(): PerlValue {
    if (this.a.length > LONG) return this.forget().shift();
    if (this.a.length > 0) this.gone = { slot: this.a[0], before: this.gone };
    return super.shift();
  }
  override unshiftList(list: PerlValue[]): number {
    for (let n = list.length; n > 0 && this.gone !== null; n--) this.gone = this.gone.before;
    return super.unshiftList(list);
  }
  override assign(list: PerlValue[]): void {
    this.gone = null;
    super.assign(list);
  }
  override clear(): void {
    this.gone = null;
    super.clear();
  }
  /** So many that nobody wants to see what has gone: an ordinary array, which is quick at its front (long-queue.ts). */
  private forget(): PerlArray {
    this.gone = null;
    return Object.setPrototypeOf(this, PerlArray.prototype) as PerlArray;
  }
  /** The operands as the sub got them. */
  original(): PerlValue[] {
    const all = this.list();
    for (let g = this.gone; g !== null; g = g.before) all.unshift(g.slot instanceof Scalar ? g.slot.v : g.slot);
    return all;
  }
}
