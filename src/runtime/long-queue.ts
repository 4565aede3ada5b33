/**
 * A long array from whose front elements are taken. JavaScript moves all that is left by one place, once an array is longer
 * than about 16,000 elements; perl moves the beginning of the array instead (perlfunc, shift), and so does this: elements
 * that have gone stay where they are, empty, until they are half of all.
 */
import { PerlArray, takesFromFrontBy } from './array.js';
import { counting } from './counting.js';
import { Scalar } from './scalar.js';
import type { PerlValue, Slot } from './value.js';

/** Shorter arrays are moved by JavaScript, which is quick at that. */
export const LONG = 16_000;

/** The elements, the first `gone` of which the program has taken. */
type Slots = Slot[] & { gone: number };

export class LongQueue extends PerlArray {
  /** An ordinary array becomes one. References that are counted are counted by PerlArray alone. */
  static become(array: PerlArray): array is LongQueue {
    if (counting.on || Object.getPrototypeOf(array) !== PerlArray.prototype) return false;
    Object.setPrototypeOf(array, LongQueue.prototype);
    (array.a as Slots).gone = 0;
    return true;
  }

  private get gone(): number {
    return (this.a as Slots).gone;
  }
  /** Back to an ordinary array, for everything that is not quick here. */
  private settle(): PerlArray {
    const { a, gone } = this;
    Object.setPrototypeOf(this, PerlArray.prototype);
    this.a = a.slice(gone);
    return this;
  }
  /** Take so many from the front, all of which are there. */
  private drop(count: number): void {
    const { a, gone } = this;
    for (let i = gone; i < gone + count; i++) a[i] = undefined;
    (a as Slots).gone = gone + count;
    if (this.gone * 2 <= a.length) return;
    const rest = a.slice(this.gone) as Slots;
    rest.gone = 0;
    this.a = rest;
    if (rest.length < LONG / 2) this.settle();
  }

  override get slots(): Slot[] {
    return this.settle().slots;
  }
  override set slots(slots: Slot[]) {
    this.settle().slots = slots;
  }
  override get length(): number {
    return this.a.length - this.gone;
  }
  override set length(n: number) {
    this.settle().length = n;
  }
  override get(i: number): PerlValue {
    const e = i < 0 ? (-i > this.length ? undefined : this.a[this.a.length + i]) : this.a[this.gone + i];
    return e instanceof Scalar ? e.v : e;
  }
  override set(i: number, v: PerlValue): void {
    if (i < 0 || i >= this.length || counting.on) this.settle().set(i, v);
    else super.set(this.gone + i, v);
  }
  override at(i: number): Scalar {
    return i < 0 || i >= this.length || counting.on ? this.settle().at(i) : super.at(this.gone + i);
  }
  override exists(i: number): boolean {
    return this.settle().exists(i);
  }
  override delete(i: number): PerlValue {
    return this.settle().delete(i);
  }
  override clear(): void {
    this.settle().clear();
  }
  override list(): PerlValue[] {
    return this.settle().list();
  }
  override assign(list: PerlValue[]): void {
    this.settle().assign(list);
  }
  override push(v: PerlValue): number {
    if (counting.on) return this.settle().push(v);
    return this.a.push(v) - this.gone;
  }
  override pushList(list: PerlValue[]): number {
    if (counting.on) return this.settle().pushList(list);
    return super.pushList(list) - this.gone;
  }
  override pop(): PerlValue {
    return counting.on || this.length === 0 ? this.settle().pop() : super.pop();
  }
  override shift(): PerlValue {
    if (counting.on || this.length === 0) return this.settle().shift();
    const e = this.a[this.gone];
    this.drop(1);
    return e instanceof Scalar ? e.v : e;
  }
  override unshiftList(list: PerlValue[]): number {
    const { a, gone } = this;
    if (counting.on || list.length > gone) return this.settle().unshiftList(list);
    const from = gone - list.length;
    for (let i = 0; i < list.length; i++) a[from + i] = list[i];
    (a as Slots).gone = from;
    return this.length;
  }
  override splice(offset: number, count: number, list: PerlValue[]): PerlValue[] {
    if (counting.on || offset !== 0 || list.length > 0 || count > this.length)
      return this.settle().splice(offset, count, list);
    const taken = this.a.slice(this.gone, this.gone + count);
    this.drop(count);
    return taken.map((e) => (e instanceof Scalar ? e.v : e));
  }
}

takesFromFrontBy(LONG, LongQueue.become);
