/** Perl arrays. Elements are plain values until something aliases one (foreach, \$a[0], @_): then a Scalar sits there. */
import { active } from './active.js';
import { Scalar } from './scalar.js';
import type { Stash } from './stash.js';
import type { PerlValue, Referent, Slot } from './value.js';

/** From this length on, changes at the front are left to another class (long-queue.ts). */
let long = Number.POSITIVE_INFINITY;
let becomesLong: (array: PerlArray) => boolean = () => false;
export function changesFrontBy(length: number, become: (array: PerlArray) => boolean): void {
  long = length;
  becomesLong = become;
}

export class PerlArray implements Referent {
  declare a: Slot[];
  blessed: Stash | null = null;
  declare rc?: number | undefined;
  declare queued?: number;
  declare watched?: boolean;
  constructor(a: Slot[] = []) {
    this.a = a;
  }

  /** The elements as they lie there, for who puts a container in the place of one. */
  get slots(): Slot[] {
    return this.a;
  }
  set slots(slots: Slot[]) {
    this.a = slots;
  }
  get length(): number {
    return this.a.length;
  }
  /** $#a = n - 1 */
  set length(n: number) {
    this.a.length = n < 0 ? 0 : n;
  }
  /** $a[i] as a value; a negative index counts from the end. */
  get(i: number): PerlValue {
    const e = this.a[i < 0 ? i + this.a.length : i];
    return e instanceof Scalar ? e.v : e;
  }
  /** $a[i] = v */
  set(i: number, v: PerlValue): void {
    const at = i < 0 ? this.fromEnd(i) : i;
    const e = this.a[at];
    if (e instanceof Scalar) e.v = v;
    else this.a[at] = v;
  }
  /** The element as a container, created if needed (\$a[i], aliases). */
  at(i: number): Scalar {
    const at = i < 0 ? this.fromEnd(i) : i;
    const e = this.a[at];
    if (e instanceof Scalar) return e;
    const box = new Scalar(e);
    this.a[at] = box;
    return box;
  }
  protected fromEnd(i: number): number {
    const at = i + this.a.length;
    if (at < 0) active().die(`Modification of non-creatable array value attempted, subscript ${i}`);
    return at;
  }
  exists(i: number): boolean {
    return (i < 0 ? i + this.a.length : i) in this.a;
  }
  /** delete $a[i]: the value; the last element shortens the array. */
  delete(i: number): PerlValue {
    const at = i < 0 ? i + this.a.length : i;
    const v = this.get(at);
    if (at === this.a.length - 1) {
      this.a.length--;
      while (this.a.length > 0 && !(this.a.length - 1 in this.a)) this.a.length--;
    } else Reflect.deleteProperty(this.a, at);
    return v;
  }
  clear(): void {
    this.a = [];
  }
  /** All values (a fresh JavaScript array). */
  list(): PerlValue[] {
    const a = this.a;
    const n = a.length;
    const out: PerlValue[] = new Array(n);
    for (let i = 0; i < n; i++) {
      const e = a[i];
      out[i] = e instanceof Scalar ? e.v : e;
    }
    return out;
  }
  /** All elements as aliases (for foreach, map, @_). */
  aliases(): Scalar[] {
    const n = this.length;
    const out: Scalar[] = new Array(n);
    for (let i = 0; i < n; i++) out[i] = this.at(i);
    return out;
  }
  /** @a = LIST. The list is owned by the array afterwards. */
  assign(list: PerlValue[]): void {
    this.a = list;
  }
  push(v: PerlValue): number {
    return this.a.push(v);
  }
  pushList(list: PerlValue[]): number {
    const a = this.a;
    for (let i = 0; i < list.length; i++) a.push(list[i]);
    return a.length;
  }
  pop(): PerlValue {
    const e = this.a.pop();
    return e instanceof Scalar ? e.v : e;
  }
  shift(): PerlValue {
    if (this.a.length > long && becomesLong(this)) return this.shift();
    const e = this.a.shift();
    return e instanceof Scalar ? e.v : e;
  }
  unshiftList(list: PerlValue[]): number {
    if (this.a.length > long && becomesLong(this)) return this.unshiftList(list);
    if (list.length < 10_000) this.a.unshift(...list);
    else this.a = (list as Slot[]).concat(this.a);
    return this.a.length;
  }
  /** splice: the removed values */
  splice(offset: number, count: number, list: PerlValue[]): PerlValue[] {
    if (offset === 0 && list.length === 0 && this.a.length > long && becomesLong(this))
      return this.splice(offset, count, list);
    const gone = list.length < 10_000 ? this.a.splice(offset, count, ...list) : this.bigSplice(offset, count, list);
    for (let i = 0; i < gone.length; i++) {
      const e = gone[i];
      if (e instanceof Scalar) gone[i] = e.v;
    }
    return gone as PerlValue[];
  }
  private bigSplice(offset: number, count: number, list: PerlValue[]): Slot[] {
    const gone = this.a.slice(offset, offset + count);
    this.a = [...this.a.slice(0, offset), ...list, ...this.a.slice(offset + count)];
    return gone;
  }
}
