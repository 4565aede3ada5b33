/** Subscripts, slices and element aliases (perldata). */
import { active, type Op } from '../../runtime/active.js';
import { isPlainArray } from '../../runtime/arguments.js';
import type { PerlArray } from '../../runtime/array.js';
import { int, str, toNumber } from '../../runtime/convert.js';
import type { PerlHash } from '../../runtime/hash.js';
import { ArrayElement, HashElement } from '../../runtime/element-alias.js';
import { MagicScalar, Scalar } from '../../runtime/scalar.js';
import { addressOf, type PerlValue, type Slot } from '../../runtime/value.js';
import { type Interp, interp } from '../core/interp.js';
import { TiedArray, TiedHash } from './tie.js';

/** An array subscript as an integer. */
export function index(v: PerlValue, op: Op): number {
  return typeof v === 'number' && (v | 0) === v ? v : slowIndex(v, op);
}
function slowIndex(v: PerlValue, op: Op): number {
  return Number(int(v, op));
}
/** A hash subscript as a string. */
export function hkey(v: PerlValue, op: Op): string {
  return typeof v === 'string' ? v : str(v, op);
}

export function aset(v: PerlValue, a: PerlArray, i: number): PerlValue {
  a.set(i, v);
  return v;
}
export function hset(v: PerlValue, h: PerlHash, k: string): PerlValue {
  h.set(k, v);
  return v;
}
/** $s = v as a value: what the variable holds afterwards ($! and tied variables may differ from v). */
export function sset(v: PerlValue, s: Scalar): PerlValue {
  s.v = v;
  return s.v;
}

/** An assignment whose value nobody asks for: a tied variable is not read. */
export function put(v: PerlValue, s: Scalar): void {
  s.v = v;
}

/** An element is undefined: remembered for the name in a warning. */
export function undefElem(perl: Interp, site: number, a: PerlArray, i: number): undefined {
  perl.notes.element(site, a, i);
}
export function undefHelem(perl: Interp, site: number, h: PerlHash, k: string): undefined {
  perl.notes.element(site, h, k);
}
/** An array or hash is about to be flattened into the operands of an operation. */
export function noteList(perl: Interp, site: number, list: PerlArray | PerlHash): void {
  perl.notes.containers[site] = list;
}
/** Which of its operands a condition chose. */
export function chosen<T>(perl: Interp, site: number, choice: number, slot: T): T {
  perl.notes.choice(site, choice);
  return slot;
}

// ---- aliases of elements that may not exist (perlsub: arguments are created only when assigned) ------------------

export function elemAlias(a: PerlArray, i: number): Scalar {
  return a instanceof TiedArray || a.exists(i) ? a.at(i) : new ArrayElement(a, i);
}
export function helemAlias(h: PerlHash, k: string): Scalar {
  return h instanceof TiedHash || h.exists(k) ? h.at(k) : new HashElement(h, k);
}
export function asScalar(slot: Slot): Scalar {
  return slot instanceof Scalar ? slot : new Scalar(slot);
}
export function values(slots: Slot[]): PerlValue[] {
  for (let i = 0; i < slots.length; i++) {
    const s = slots[i];
    if (s instanceof Scalar) slots[i] = s.v;
  }
  return slots as PerlValue[];
}
export function hashAliases(h: PerlHash): Slot[] {
  const out: Slot[] = [];
  for (const k of h.keys()) out.push(k, h.at(k));
  return out;
}

// ---- slices -----------------------------------------------------------------------------------------------------

const subscript = (v: PerlValue): number => index(v, 'array slice');
const subkey = (v: PerlValue): string => hkey(v, 'hash slice');

export function slice(a: PerlArray, indices: PerlValue[]): PerlValue[] {
  return indices.map((i) => a.get(subscript(i)));
}
export function hslice(h: PerlHash, keys: PerlValue[]): PerlValue[] {
  return keys.map((k) => h.get(subkey(k)));
}
export function kvSlice(a: PerlArray, indices: PerlValue[]): PerlValue[] {
  return indices.flatMap((i) => [i, a.get(subscript(i))]);
}
export function kvHslice(h: PerlHash, keys: PerlValue[]): PerlValue[] {
  return keys.flatMap((k) => [k, h.get(subkey(k))]);
}
export function sliceAliases(a: PerlArray, indices: PerlValue[]): Scalar[] {
  return indices.map((i) => a.at(subscript(i)));
}
export function hsliceAliases(h: PerlHash, keys: PerlValue[]): Scalar[] {
  return keys.map((k) => h.at(subkey(k)));
}
export function deleteSlice(a: PerlArray, indices: PerlValue[], kv: boolean): PerlValue[] {
  return indices.flatMap((i) => (kv ? [i, a.delete(subscript(i))] : [a.delete(subscript(i))]));
}
export function deleteHslice(h: PerlHash, keys: PerlValue[], kv: boolean): PerlValue[] {
  return keys.flatMap((k) => (kv ? [k, h.delete(subkey(k))] : [h.delete(subkey(k))]));
}
/** (LIST)[...]: empty only if the list is empty */
export function listSlice(list: PerlValue[], indices: PerlValue[]): PerlValue[] {
  if (list.length === 0) return [];
  return indices.map((v) => {
    const i = index(v, 'list slice');
    return list[i < 0 ? i + list.length : i];
  });
}
export function last(list: PerlValue[]): PerlValue {
  return list[list.length - 1];
}

// ---- $#a --------------------------------------------------------------------------------------------------------

class LastIndexLvalue extends MagicScalar {
  private readonly array: PerlArray;
  constructor(array: PerlArray) {
    super();
    this.array = array;
  }
  override fetch(): PerlValue {
    return this.array.length - 1;
  }
  override store(v: PerlValue): void {
    this.array.length = toNumber(v) + 1;
  }
}
export function lastIndexLvalue(a: PerlArray): Scalar {
  return new LastIndexLvalue(a);
}
export function setLastIndex(v: PerlValue, a: PerlArray): PerlValue {
  a.length = Math.trunc(toNumber(v)) + 1;
  return v;
}

// ---- each, keys, splice -----------------------------------------------------------------------------------------

export function arrayKeys(a: PerlArray): PerlValue[] {
  return Array.from({ length: a.length }, (_, i) => i);
}
export function countKeys(h: PerlHash): number {
  h.resetIterator();
  return h.size;
}
export function hashScalar(h: PerlHash): PerlValue {
  return h instanceof TiedHash ? h.scalarValue : h.size;
}
export function eachHash(h: PerlHash, want: number): PerlValue | PerlValue[] {
  if (h.hasGrown) warnOfGrowth();
  const k = h.nextKey();
  if (want === 2) return k === undefined ? [] : [k, h.get(k)];
  return k;
}
/** perldiag; a perl that could have several interpreters says which one it is. */
function warnOfGrowth(): void {
  const perl = interp();
  const consequence = 'without resetting hash iterator results in undefined behavior';
  const which = `Perl interpreter: 0x${addressOf(perl).toString(16)}`;
  perl.warnDefault('internal', `Use of each() on hash after insertion ${consequence}, ${which}`);
}
/** Positions by what the arrays hold: who gets another list begins anew, and `local` brings back the position too. */
const arrayIterators = new WeakMap<object, number>();

/** keys and values of an array begin its iteration anew (perlfunc each). */
export function rewound(a: PerlArray): PerlArray {
  arrayIterators.delete(a.slots);
  return a;
}

export function eachArray(a: PerlArray, want: number): PerlValue | PerlValue[] {
  const { slots } = a;
  const i = arrayIterators.get(slots) ?? 0;
  if (i >= a.length) {
    arrayIterators.delete(slots);
    return want === 2 ? [] : undefined;
  }
  arrayIterators.set(slots, i + 1);
  return want === 2 ? [i, a.get(i)] : i;
}
export function splice(
  a: PerlArray,
  offset: PerlValue,
  count: PerlValue,
  list: PerlValue[],
  given: number,
): PerlValue[] {
  const n = a.length;
  let from = given > 1 ? index(offset, 'splice') : 0;
  if (from < 0) from += n;
  if (from < 0) active().die('Modification of non-creatable array value attempted, subscript ' + (from - n));
  if (from > n) {
    interp().warn('misc', 'splice() offset past end of array');
    from = n;
  }
  let remove = given > 2 && count !== undefined ? index(count, 'splice') : n - from;
  if (remove < 0) remove = Math.max(0, n - from + remove);
  return a.splice(from, Math.min(remove, n - from), list);
}
/** \\delete $h{x} and \\delete $a[0]: the variable itself, no longer an element */
export function deletedElement(container: PerlArray | PerlHash, at: number | string): Scalar {
  const place = at as never;
  if (!container.exists(place)) return new Scalar(undefined);
  const element = container.at(place);
  container.delete(place);
  return element;
}
export function shiftAlias(a: PerlArray): Scalar {
  const e = a.length > 0 && isPlainArray(a) ? a.a[0] : undefined;
  const v = a.shift();
  return e instanceof Scalar ? e : new Scalar(v);
}
export function popAlias(a: PerlArray): Scalar {
  const e = isPlainArray(a) ? a.a[a.a.length - 1] : undefined;
  const v = a.pop();
  return e instanceof Scalar ? e : new Scalar(v);
}
