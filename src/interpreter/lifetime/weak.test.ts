/** Weak references among the counts. */
import { expect, test } from 'vitest';
import { PerlHash } from '../../runtime/hash.js';
import { Scalar } from '../../runtime/scalar.js';
import { hold, holdContent, pending } from './counts.js';
import { clearWeak, isWeakCounted, unweakenCounted, weakenCounted } from './weak.js';

/** A scalar that holds a hash, as an assignment leaves it. */
function holder(): { s: Scalar; x: PerlHash } {
  const x = new PerlHash();
  const s = new Scalar(x);
  s.rc = 1;
  holdContent(s);
  return { s, x };
}

test('a weak reference does not count', () => {
  const { s, x } = holder();
  hold(x);
  expect(x.rc).toBe(2);
  weakenCounted(s);
  expect([isWeakCounted(s), x.rc]).toEqual([true, 1]);
  weakenCounted(s);
  expect(x.rc).toBe(1);
  unweakenCounted(s);
  expect([isWeakCounted(s), x.rc]).toEqual([false, 2]);
});

test('what only a weak reference refers to is held by nobody', () => {
  const { s, x } = holder();
  pending.length = 0;
  weakenCounted(s);
  expect(pending).toEqual([x]);
  clearWeak(x);
  expect([s.v, x.watched]).toEqual([undefined, false]);
});

test('a scalar that has another value by then keeps it', () => {
  const { s, x } = holder();
  weakenCounted(s);
  s.v = 'text';
  clearWeak(x);
  expect(s.v).toBe('text');
});

test('what is no reference can not be weak', () => {
  const s = new Scalar('text');
  weakenCounted(s);
  expect(isWeakCounted(s)).toBe(false);
});
