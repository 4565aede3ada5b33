import { expect, it } from 'vitest';
import { bind, libc } from './libc.js';
import { prototypes } from './prototypes.js';
import { sys } from './results.js';

it('a call replaces its stub, and failure becomes -errno in sys only', () => {
  const stub = libc.close;
  expect(libc.close(-1)).toBe(-1);
  expect(libc.close).not.toBe(stub);
  expect(sys.close(-1)).toBe(-9);
  expect(sys.close(-1)).toBe(-9);
  expect(sys.kill(0x7fff_fff0, 0)).toBe(-3);
});

it('every row names a function of this C library, in types koffi knows', () => {
  for (const name of Object.keys(prototypes) as (keyof typeof prototypes)[]) {
    expect(() => bind(name), name).not.toThrow();
  }
});

it('the key of every row is the C name, if need be with a distinction', () => {
  for (const [key, { c }] of Object.entries(prototypes)) {
    const name = /(\w+)\(/.exec(c)?.[1];
    expect(key === name || key.startsWith(`${name}_`), key).toBe(true);
  }
});
