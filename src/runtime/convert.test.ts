/** Conversions that need no arithmetic: references as text, dualvars, truth. */
import { describe, expect, test } from 'vitest';
import { hasPerl, runPerl } from '../testing/perl-oracle.js';
import { PerlArray } from './array.js';
import { PerlCode } from './code.js';
import { looksLikeNumber, num, str, stringifyRef, toInt32, truthy } from './convert.js';
import { GlobValue, PerlGlob } from './glob.js';
import { PerlHash } from './hash.js';
import { Scalar } from './scalar.js';
import { Stash } from './stash.js';
import { addressOf, Dual, FlaggedString, FloatInteger, NO, type PerlValue, ScalarRef } from './value.js';

const main = new Stash('main');
const blessed = (stash: Stash): PerlArray => {
  const a = new PerlArray();
  a.blessed = stash;
  return a;
};

const references: [perl: string, value: PerlValue][] = [
  ['[]', new PerlArray()],
  ['{}', new PerlHash()],
  ['sub {}', new PerlCode(main, '__ANON__', null)],
  ['\\1', new ScalarRef(new Scalar(1))],
  ['\\\\1', new ScalarRef(new Scalar(new ScalarRef(new Scalar(1))))],
  ['\\[]', new ScalarRef(new Scalar(new PerlArray()))],
  ['\\*STDOUT', new PerlGlob(main, 'STDOUT')],
  ['*STDOUT', new GlobValue(new PerlGlob(main, 'STDOUT'))],
  ["bless [], 'Foo::Bar'", blessed(new Stash('Foo::Bar'))],
];

describe('references', () => {
  test.runIf(hasPerl)('print as in perl, addresses aside', () => {
    const program = `print join "\\n", map { "$_" =~ s/0x[0-9a-f]+/0x/r } ${references.map(([perl]) => perl).join(', ')};`;
    const theirs = runPerl(program).split('\n');
    expect(references.map(([, v]) => str(v).replace(/0x[0-9a-f]+/, '0x'))).toEqual(theirs);
  });

  test('count as their address', () => {
    const a = new PerlArray();
    expect(num(a)).toBe(addressOf(a));
    expect(stringifyRef(a)).toBe(`ARRAY(0x${addressOf(a).toString(16)})`);
    expect(truthy(a)).toBe(true);
  });
});

describe('values with a text and a number', () => {
  const zero = new Dual(0, 'zero');
  test('numbers, texts, truth', () => {
    expect([str(zero), num(zero), truthy(zero)]).toEqual(['zero', 0, true]);
    expect([str(NO), num(NO), truthy(NO)]).toEqual(['', 0, false]);
    expect(truthy(new Dual(1, '0'))).toBe(false);
    expect([str(new FloatInteger(1e15)), num(new FloatInteger(1e15))]).toEqual(['1e+15', 1e15]);
    expect([str(new FlaggedString('é')), truthy(new FlaggedString('0'))]).toEqual(['é', false]);
  });
  test('looks_like_number goes by the text', () => {
    expect([NO, zero, new Dual(5, '7'), new FloatInteger(1e15), 1, 2n ** 60n].map(looksLikeNumber)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
    ]);
  });
  test('the low 32 bits', () => {
    expect([4294967301, -2147483649, 1e20, 18446744073709551615n, -1e20, '010', 1.999].map((v) => toInt32(v))).toEqual([
      5, 2147483647, -1, -1, 0, 10, 1,
    ]);
  });
});
