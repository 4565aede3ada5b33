/** Who holds what: the counts themselves, without a program around them. */
import { beforeEach, expect, test } from 'vitest';
import { PerlArray } from '../../runtime/array.js';
import { PerlCode } from '../../runtime/code.js';
import { PerlHash } from '../../runtime/hash.js';
import { Scalar } from '../../runtime/scalar.js';
import { Stash } from '../../runtime/stash.js';
import { ScalarRef } from '../../runtime/value.js';
import { DROPPED, drop, dropContents, dropSlots, hold, owned, pending, releaseArray, retain } from './counts.js';

beforeEach(() => {
  for (const x of pending.splice(0)) x.queued = 0;
});

test('data is nobody to be counted', () => {
  for (const v of [undefined, 1, 'text', 10n ** 20n]) {
    hold(v);
    drop(v);
  }
  expect(pending).toEqual([]);
});

test('the first container counts what is inside, the others only the thing itself', () => {
  const inner = new PerlArray();
  const outer = new PerlArray([inner, inner, 5]);
  expect(inner.rc).toBeUndefined();
  hold(outer);
  expect([outer.rc, inner.rc]).toEqual([1, 2]);
  hold(outer);
  expect([outer.rc, inner.rc]).toEqual([2, 2]);
});

test('what the last container lets go is looked at later', () => {
  const x = new PerlHash();
  hold(x);
  hold(x);
  drop(x);
  expect(pending).toEqual([]);
  drop(x);
  expect(pending).toEqual([x]);
  expect([x.rc, x.queued]).toEqual([0, DROPPED]);
  hold(x);
  drop(x);
  expect(pending).toEqual([x]);
});

test('a reference to a scalar holds the scalar, and that its value', () => {
  const x = new PerlArray();
  const s = new Scalar(x);
  s.rc = 0;
  hold(new ScalarRef(s));
  expect([s.rc, s.holds, x.rc]).toEqual([1, true, 1]);
  dropContents(s);
  expect([s.holds, x.rc]).toEqual([false, 0]);
  expect(pending).toEqual([x]);
});

test('what is gone lets go of its contents, the last element of an array first', () => {
  const elements = [new PerlArray(), new PerlHash(), new PerlArray()];
  const array = new PerlArray([...elements]);
  hold(array);
  dropContents(array);
  expect(array.rc).toBeUndefined();
  expect(pending).toEqual([...elements].reverse());
});

test('a part of an array', () => {
  const [kept, gone] = [new PerlHash(), new PerlHash()];
  const array = new PerlArray([kept, gone]);
  hold(array);
  dropSlots(array.a, 1);
  expect([kept.rc, gone.rc]).toEqual([1, 0]);
});

test('a closure holds the variables it has captured', () => {
  const x = new PerlArray();
  const variable = new Scalar(x);
  variable.rc = 1;
  variable.holds = true;
  hold(x);
  const code = new PerlCode(new Stash('main'), '__ANON__', () => undefined);
  code.captured = [variable];
  hold(code);
  expect(variable.rc).toBe(2);
  dropContents(code);
  expect([variable.rc, variable.holds, x.rc]).toEqual([1, true, 1]);
});

test('what belongs to a variable is not counted twice', () => {
  const x = new PerlArray();
  const array = owned(new PerlArray([x]));
  expect([array.rc, x.rc]).toEqual([1, 1]);
  owned(array);
  expect([array.rc, x.rc]).toEqual([1, 1]);
  retain(array);
  releaseArray(array);
  expect([array.rc, x.rc]).toEqual([1, 1]);
});

test('a lexical array of plain data ends without being looked at', () => {
  const array = owned(new PerlArray([1, 'two']));
  releaseArray(array);
  expect(array.rc).toBeUndefined();
  expect(pending).toEqual([]);
});
