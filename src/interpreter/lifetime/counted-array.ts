/** Arrays that count what they hold: installed on the prototype when counting begins. */
import { PerlArray } from '../../runtime/array.js';
import { Scalar } from '../../runtime/scalar.js';
import type { PerlValue, Slot } from '../../runtime/value.js';
import { drop, dropSlot, dropSlots, hold, owned } from './counts.js';

/** Are this array's elements counted? One that is filled before anything holds it belongs to code that is not compiled
    for counting, or written in JavaScript. */
function counts(array: PerlArray): boolean {
  if (array.rc === undefined) owned(array);
  return (array.rc as number) >= 0;
}
const counted = (array: PerlArray): boolean => array.rc !== undefined && array.rc >= 0;

export function countArrays(): void {
  const plain = { ...descriptorsOf(PerlArray.prototype) };
  const length = Object.getOwnPropertyDescriptor(PerlArray.prototype, 'length') as PropertyDescriptor;
  Object.defineProperty(PerlArray.prototype, 'length', {
    ...length,
    set(this: PerlArray, n: number) {
      const gone = counted(this) && n < this.a.length ? this.a.slice(Math.max(n, 0)) : null;
      length.set?.call(this, n);
      if (gone !== null) dropSlots(gone, 0);
    },
  });
  const methods: Partial<PerlArray> & ThisType<PerlArray> = {
    set(i, v) {
      const at = i < 0 ? i + this.a.length : i;
      const e = this.a[at];
      if (e instanceof Scalar || at < 0) plain.set.call(this, i, v);
      else {
        if (typeof v === 'object' && counts(this)) hold(v);
        this.a[at] = v;
        if (typeof e === 'object' && counted(this)) drop(e);
      }
    },
    at(i) {
      const at = i < 0 ? i + this.a.length : i;
      const e = this.a[at];
      if (e instanceof Scalar) return e;
      const box = plain.at.call(this, i);
      if (counted(this)) {
        box.rc = 1;
        if (typeof e === 'object') box.holds = true;
      }
      return box;
    },
    delete(i) {
      const e = this.a[i < 0 ? i + this.a.length : i];
      const v = plain.delete.call(this, i);
      if (typeof e === 'object' && counted(this)) dropSlot(e);
      return v;
    },
    clear() {
      const gone = this.a;
      this.a = [];
      if (counted(this)) dropSlots(gone, 0);
    },
    assign(list) {
      const gone = this.a;
      if (gone.length > 0 || list.some((v) => typeof v === 'object')) counts(this);
      const counting = counted(this);
      if (counting) for (const v of list) if (typeof v === 'object') hold(v);
      this.a = list;
      if (counting) dropSlots(gone, 0);
    },
    push(v) {
      if (typeof v === 'object' && counts(this)) hold(v);
      return this.a.push(v);
    },
    pushList(list) {
      holdAll(this, list);
      return plain.pushList.call(this, list);
    },
    unshiftList(list) {
      holdAll(this, list);
      return plain.unshiftList.call(this, list);
    },
    pop() {
      return removed(this, this.a.pop());
    },
    shift() {
      return removed(this, this.a.shift());
    },
    splice(offset, count, list) {
      const gone = this.a.slice(offset, offset + count);
      holdAll(this, list);
      const values = plain.splice.call(this, offset, count, list);
      if (counted(this)) gone.forEach(dropSlot);
      return values;
    },
  };
  for (const [name, value] of Object.entries(methods))
    Object.defineProperty(PerlArray.prototype, name, { value, configurable: true, writable: true });
}

/** The methods as they are without counting. */
function descriptorsOf(
  prototype: PerlArray,
): Pick<PerlArray, 'set' | 'at' | 'delete' | 'pushList' | 'unshiftList' | 'splice'> {
  const { set, at, delete: remove, pushList, unshiftList, splice } = prototype;
  return { set, at, delete: remove, pushList, unshiftList, splice };
}
function holdAll(array: PerlArray, list: readonly PerlValue[]): void {
  for (const v of list) if (typeof v === 'object' && counts(array)) hold(v);
}
function removed(array: PerlArray, e: Slot): PerlValue {
  if (typeof e !== 'object') return e;
  const v = e instanceof Scalar ? e.v : e;
  if (counted(array)) dropSlot(e);
  return v;
}
