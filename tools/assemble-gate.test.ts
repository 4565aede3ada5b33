import { expect, it } from 'vitest';
import { isFresh } from './assemble-gate.mjs';

it('the bytes of the gate are what the assemblers make of its sources', () => {
  expect(isFresh()).not.toBe(false);
});
