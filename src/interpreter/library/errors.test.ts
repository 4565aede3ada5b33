import { expect, test } from 'vitest';
import { limitReached } from './errors.js';

function thrownBy(action: () => unknown): unknown {
  try {
    return action();
  } catch (e) {
    return e;
  }
}

test('what V8 cannot hold is memory that has run out', () => {
  expect(limitReached(thrownBy(() => 'ab'.repeat(2 ** 29)))).toBe('Out of memory!');
  expect(limitReached(thrownBy(() => Buffer.alloc(2 ** 29 + 1).toString('latin1')))).toBe('Out of memory!');
  expect(limitReached(thrownBy(() => new Array(-1)))).toBe('Out of memory!');
});

test('other exceptions are mistakes', () => {
  expect(limitReached(new TypeError('x is not a function'))).toBeNull();
  expect(limitReached(new RangeError('toFixed() digits argument must be between 0 and 100'))).toBeNull();
});
