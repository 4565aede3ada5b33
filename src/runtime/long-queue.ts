/**
 * A long array that changes at its front. JavaScript moves all elements by one place, once an array is longer than about
 * 16,000 of them; perl moves the beginning of the array instead (perlfunc, shift and unshift), and so does this: places at
 * the front stay there, empty, until they are more than half of all.
 */
import { PerlArray, changesFrontBy } from './array.js';
import { counting } from './counting.js';
import { Scalar } from './scalar.js';
import type { PerlValue, Slot } from './value.js';

/** Shorter arrays are moved by JavaScript, which is quick at that. */
export const LONG = 16_000;

/** The elements, behind the `empty` places. */
type Slots = Slot[] & { empty: number };

export class LongQueue extends PerlArray {
  /** An ordinary array becomes one. References that are counted are counted by PerlArray alone. */
  static become(array: PerlArray): array is LongQueue {
    if (counting.on || Object.getPrototypeOf(array) !== PerlArray.prototype) return false;
    Object.setPrototypeOf(array, LongQueue.prototype);
    (array.a as Slots).empty = 0;
    return true;
  }

  private get empty(): number {
    return (this.a as Slots).empty;
  }
  /** Back to an ordinary array, for everything that is not quick here. */
  private settle(): PerlArray {
    const { a, empty } = this;
    Object.setPrototypeOf(this, PerlArray.prototype);
    this.a = a.slice(empty);
    return this;
  }
  /** Take so many from the front, all of which are there. */
  private drop(count: number): void {
    const { a, empty } = this;
    for (let i = empty; i < empty + count; i++) a[i] = undefined;
    (a as Slots).empty = empty + count;
    if (this.empty * 2 <= a.length) return;
    const rest = a.slice(this.empty) as Slots;
    rest.empty = 0;
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
    return this.a.length - this.empty;
  }
  override set length(n: number) {
    this.settle().length = n;
  }
  override get(i: number): PerlValue {
    const e = i < 0 ? (-i > this.length ? undefined : this.a[this.a.length + i]) : this.a[this.empty + i];
    return e instanceof Scalar ? e.v : e;
  }
  override set(i: number, v: PerlValue): void {
    if (i < 0 || i >= this.length || counting.on) this.settle().set(i, v);
    else super.set(this.empty + i, v);
  }
  override at(i: number): Scalar {
    return i < 0 || i >= this.length || counting.on ? this.settle().at(i) : super.at(this.empty + i);
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
    return this.a.push(v) - this.empty;
  }
  override pushList(list: PerlValue[]): number {
    if (counting.on) return this.settle().pushList(list);
    return super.pushList(list) - this.empty;
  }
  override pop(): PerlValue {
    return counting.on || this.length === 0 ? this.settle().pop() : super.pop();
  }
  override shift(): PerlValue {
    if (counting.on || this.length === 0) return this.settle().shift();
    const e = this.a[this.empty];
    this.drop(1);
    return e instanceof Scalar ? e.v : e;
  }
  override unshiftList(list: PerlValue[]): number {
    if (counting.on) return this.settle().unshiftList(list);
    if (list.length > this.empty) this.makeRoom(list.length);
    const { a } = this;
    const from = this.empty - list.length;
    for (let i = 0; i < list.length; i++) a[from + i] = list[i];
    (a as Slots).empty = from;
    return this.length;
  }
  /** Empty places at the front, as many as there are elements, so that this is seldom needed. */
  private makeRoom(count: number): void {
    const room = this.length + count;
    const moved = new Array<Slot>(room).fill(undefined).concat(this.a.slice(this.empty)) as Slots;
    moved.empty = room;
    this.a = moved;
  }
  override splice(offset: number, count: number, list: PerlValue[]): PerlValue[] {
    if (counting.on || offset !== 0 || list.length > 0 || count > this.length)
      return this.settle().splice(offset, count, list);
    const taken = this.a.slice(this.empty, this.empty + count);
    this.drop(count);
    return taken.map((e) => (e instanceof Scalar ? e.v : e));
  }
}

changesFrontBy(LONG, LongQueue.become);
