import { describe, expect, it } from 'vitest';
import { doubleToCInt, narrow, toCInt } from './c-integer.js';

describe('an IV as a C int', () => {
  it('keeps the low 32 bits', () => {
    expect([5, -1, 2147483648, 4294967295, 4294967301, -2147483649].map(toCInt)).toEqual([
      5, -1, -2147483648, -1, 5, 2147483647,
    ]);
    expect([2n ** 63n - 1n, -(2n ** 63n), 10_000_000_000_000_000_000n].map(toCInt)).toEqual([-1, 0, -1981284352]);
  });

  it('is a number wherever that is exact', () => {
    expect([narrow(5n), narrow(2n ** 53n)]).toEqual([5, 2n ** 53n]);
  });
});

describe('a KEY', () => {
  const keys = [
    1.999,
    -1.999,
    2147483647.5,
    -2147483648.5,
    2147483648,
    -2147483649,
    1e20,
    Number.NaN,
    Infinity,
    -Infinity,
  ];
  const top = -2147483648;

  it('is cast as x86-64 does it', () => {
    const expected = [1, -1, 2147483647, top, top, top, top, top, top, top];
    expect(keys.map((key) => doubleToCInt(key, 'x64'))).toEqual(expected);
  });

  it('is cast as ARM does it', () => {
    const most = 2147483647;
    expect(keys.map((key) => doubleToCInt(key, 'arm64'))).toEqual([1, -1, most, top, most, top, most, 0, most, top]);
  });
});
