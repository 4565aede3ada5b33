import { describe, expect, test } from 'vitest';
import { PerlArray } from './array.js';
import './glob.js';
import { LONG, LongQueue } from './long-queue.js';
import type { Scalar } from './scalar.js';

const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);
const kind = (array: PerlArray) => Object.getPrototypeOf(array);

/** What a program does to an array, told by three numbers below 1. */
const acts: ((array: PerlArray, x: number, y: number) => unknown)[] = [
  (a) => a.shift(),
  (a, x) => a.splice(0, Math.floor(x * 100), []),
  (a, x) => a.push(Math.floor(x * 1e6)),
  (a) => a.pop(),
  (a, x) => a.get(Math.floor(x * a.length)),
  (a, x) => a.get(-1 - Math.floor(x * a.length)),
  (a, x, y) => a.set(Math.floor(x * a.length), y),
  (a, x) => a.at(Math.floor(x * a.length)).v,
  (a, x, y) => a.unshiftList([x, y]),
  (a, x, y) => a.pushList([x, y]),
  (a) => a.length,
];
const rareActs: typeof acts = [
  (a, x) => a.splice(Math.floor(x * a.length), 3, [1, 2, 3, 4]),
  (a, x) => a.delete(Math.floor(x * a.length)),
  (a) => a.list().length,
  (a, x) => a.exists(Math.floor(x * a.length)),
  (a) => a.slots.length,
  (a) => {
    a.length -= 5;
  },
];

/** Numbers that look random, the same in every run. */
function* pseudoRandom(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

describe('a long array from whose front elements are taken', () => {
  test('becomes a queue, and an ordinary array again when little is left', () => {
    const array = new PerlArray(numbers(LONG + 1));
    expect(array.shift()).toBe(0);
    expect(kind(array)).toBe(LongQueue.prototype);
    for (let i = 1; i <= LONG; i++) expect(array.shift()).toBe(i);
    expect(array.shift()).toBeUndefined();
    expect(kind(array)).toBe(PerlArray.prototype);
  });

  test('does what an ordinary one does', () => {
    const random = pseudoRandom(7);
    const next = () => random.next().value;
    const queue = new PerlArray(numbers(LONG * 3));
    const model = new (class extends PerlArray {})(numbers(LONG * 3));
    let asQueue = 0;
    for (let n = 0; n < 20_000; n++) {
      const from = next() < 0.002 ? rareActs : acts;
      const act = from[Math.floor(next() * from.length)] as (typeof acts)[number];
      const [x, y] = [next(), next()];
      expect(act(queue, x, y)).toEqual(act(model, x, y));
      if (kind(queue) === LongQueue.prototype) asQueue++;
    }
    expect(queue.list()).toEqual(model.list());
    expect(asQueue).toBeGreaterThan(1000);
  });

  test('keeps containers where they are', () => {
    const array = new PerlArray(numbers(LONG + 10));
    const box: Scalar = array.at(20);
    array.shift();
    expect(array.at(19)).toBe(box);
    expect(array.slots[19]).toBe(box);
  });
});
