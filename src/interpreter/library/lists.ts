/** map, grep, sort, ranges in foreach, interpolated arrays, flip-flops. */
import { matchState } from '../regexp/match-state.js';
import { astral } from '../../runtime/astral.js';
import type { Op } from '../../runtime/active.js';
import { str, toNumber } from '../../runtime/convert.js';
import type { PerlCode } from '../../runtime/code.js';
import { PerlArray } from '../../runtime/array.js';
import type { PerlGlob } from '../../runtime/glob.js';
import { Scalar } from '../../runtime/scalar.js';
import { type PerlValue, SCALAR, type Slot } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';
import { values } from './elements.js';
import { numCmp, strCmp } from '../operators/comparison.js';
import { repeatList } from '../operators/concatenation.js';
import { isNumericRange, range } from '../operators/range.js';

export function mapList(perl: Interp, items: Slot[], body: () => PerlValue[]): PerlValue[] {
  const topic = perl.underscore;
  const saved = topic.s;
  const match = matchState.last;
  const out: PerlValue[] = [];
  try {
    for (let i = 0; i < items.length; i++) {
      const e = items[i];
      topic.s = e instanceof Scalar ? e : new Scalar(e);
      const values = body();
      matchState.last = match;
      for (let k = 0; k < values.length; k++) out.push(values[k]);
    }
  } finally {
    topic.s = saved;
    matchState.last = match;
  }
  return out;
}
/** grep answers aliases: the caller takes values where it needs them. */
export function grepList(perl: Interp, items: Slot[], body: () => boolean): Slot[] {
  const topic = perl.underscore;
  const saved = topic.s;
  const match = matchState.last;
  const out: Slot[] = [];
  try {
    for (let i = 0; i < items.length; i++) {
      const e = items[i];
      topic.s = e instanceof Scalar ? e : new Scalar(e);
      if (body()) out.push(e);
      matchState.last = match;
    }
  } finally {
    topic.s = saved;
    matchState.last = match;
  }
  return out;
}

// ---- sort -------------------------------------------------------------------------------------------------------

export function sortStrings(list: PerlValue[], descending: boolean): PerlValue[] {
  const plain = !astral.seen && list.every((v) => typeof v === 'string');
  if (plain) {
    // By code units, as JavaScript does by itself.
    list.sort();
    return descending ? list.reverse() : list;
  }
  const compare = (a: PerlValue, b: PerlValue): number => strCmp(a, b, 'sort');
  return sorted(list, descending ? (a, b) => compare(b, a) : compare);
}
export function sortNumbers(list: PerlValue[], descending: boolean): PerlValue[] {
  if (list.some((v) => typeof v === 'object' || typeof v === 'bigint')) {
    const compare = (a: PerlValue, b: PerlValue): number => toNumber(numCmp(a, b, 'sort'));
    return sorted(list, descending ? (a, b) => compare(b, a) : compare);
  }
  const doubles = plainNumbers(list);
  if (doubles !== null) return fromSorted(doubles.sort(), list, descending);
  const known = new Map<PerlValue, number>();
  for (const v of list) if (typeof v !== 'number' && !known.has(v)) known.set(v, toNumber(v, 'sort'));
  const n = (v: PerlValue): number =>
    typeof v === 'number' ? v : v === undefined ? toNumber(v, 'sort') : (known.get(v) as number);
  return sorted(list, descending ? (a, b) => order(n(b), n(a)) : (a, b) => order(n(a), n(b)));
}
/** Nothing but numbers, and no NaN or negative zero, whose places only a comparison tells. */
function plainNumbers(list: PerlValue[]): Float64Array | null {
  const doubles = new Float64Array(list.length);
  for (let i = 0; i < list.length; i++) {
    const v = list[i];
    if (typeof v !== 'number' || v !== v || (v === 0 && 1 / v < 0)) return null;
    doubles[i] = v;
  }
  return doubles;
}
function fromSorted(doubles: Float64Array, into: PerlValue[], descending: boolean): PerlValue[] {
  const last = doubles.length - 1;
  for (let i = 0; i <= last; i++) into[i] = doubles[descending ? last - i : i];
  return into;
}
const order = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** JavaScript moves undefined to the end without asking: it travels in a box. */
function sorted(list: PerlValue[], compare: (a: PerlValue, b: PerlValue) => number): PerlValue[] {
  if (!list.includes(undefined)) return list.sort(compare);
  return list
    .map((v) => ({ v }))
    .sort((a, b) => compare(a.v, b.v))
    .map((box) => box.v);
}
/** sort BLOCK LIST: $a and $b of the current package alias the two elements. */
export function sortBlock(
  perl: Interp,
  list: PerlValue[],
  a: PerlGlob,
  b: PerlGlob,
  body: () => PerlValue,
): PerlValue[] {
  const savedA = a.s;
  const savedB = b.s;
  const left = new Scalar(undefined);
  const right = new Scalar(undefined);
  a.s = left;
  b.s = right;
  try {
    const compare = (x: PerlValue, y: PerlValue): number => {
      left.v = x;
      right.v = y;
      const r = body();
      return typeof r === 'number' ? r : toNumber(r, 'sort');
    };
    return perl.labels.fenced(() => sorted(list, compare));
  } finally {
    left.v = undefined;
    right.v = undefined;
    a.s = savedA;
    b.s = savedB;
  }
}
export function sortCode(perl: Interp, list: PerlValue[], a: PerlGlob, b: PerlGlob, code: PerlCode): PerlValue[] {
  if (code.fn === null && perl.findMethod(code.stash, 'AUTOLOAD') === null)
    perl.die(`Undefined sort subroutine "${code.stash.name}::${code.name}" called`);
  if (code.prototype === '$$') {
    return sorted(list, (x, y) => toNumber(perl.call(code, [x, y], SCALAR) as PerlValue, 'sort'));
  }
  const none = new PerlArray();
  return sortBlock(perl, list, a, b, () => perl.callSub(code, none, SCALAR) as PerlValue);
}

// ---- ranges -----------------------------------------------------------------------------------------------------

export interface RangeIterator {
  readonly base: number;
  readonly count: number;
  readonly list: PerlValue[] | null;
}
/** foreach over a range makes no list of integers. */
export function rangeIterator(a: PerlValue, b: PerlValue, op: Op): RangeIterator {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a) && Math.abs(b) < 2 ** 53) {
    return { base: a, count: Math.max(0, Math.trunc(b) - a + 1), list: null };
  }
  if (isNumericRange(a, b)) {
    const lo = Math.trunc(toNumber(a, op, 0));
    const hi = Math.trunc(toNumber(b, op, 1));
    if (Number.isSafeInteger(lo) && Number.isSafeInteger(hi))
      return { base: lo, count: Math.max(0, hi - lo + 1), list: null };
  }
  const list = range(a, b, op);
  return { base: 0, count: list.length, list };
}

// ---- strings ----------------------------------------------------------------------------------------------------

/** "@a": joined with $" */
export function joinInterpolated(perl: Interp, list: PerlValue[], op: Op): string {
  if (list.length === 0) return '';
  if (list.length === 1) return str(list[0], op, 1);
  const separator = perl.glob('main::"').s.v;
  return list.map((v, i) => str(v, op, i + 1)).join(separator === undefined ? '' : str(separator));
}

// ---- flip-flop --------------------------------------------------------------------------------------------------

export interface FlipFlop {
  on: boolean;
  n: number;
}
export function flipFlop(state: FlipFlop, left: () => boolean, right: () => boolean, exclusive: boolean): PerlValue {
  if (!state.on) {
    if (!left()) return '';
    state.on = true;
    state.n = 1;
    if (exclusive || !right()) return 1;
    state.on = false;
    return '1E0';
  }
  state.n++;
  if (!right()) return state.n;
  state.on = false;
  return `${state.n}E0`;
}
/** A constant operand of the flip-flop is compared with $. */
export function lineIs(perl: Interp, n: number): boolean {
  return perl.lastRead !== null && perl.lastRead.lineNumber() === n;
}

/** (LIST) x N: every copy reads the variables anew. */
export function repeatSlots(slots: Slot[], n: PerlValue, op: Op): PerlValue[] {
  return values(repeatList(slots as PerlValue[], n, op));
}
