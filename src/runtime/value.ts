/**
 * Perl values as JavaScript values (perldata, perlguts).
 *
 * A PerlValue is what a scalar holds:
 *   undefined            undef
 *   number               IV or NV: an integer-valued number below 2**53 counts as an integer; one beyond is a double
 *   bigint               an IV or UV outside +-(2**53 - 1), never inside (see normalInteger)
 *   string               code units; all <= 0xFF: a byte string (or characters, Perl does not care either)
 *   ScalarRef, PerlArray, PerlHash, PerlCode, PerlGlob   a reference to that thing (the object IS the reference)
 *   GlobValue            a glob itself (*STDOUT), not a reference to it
 *   Dual                 number and text at once ($! copies, !1)
 *   FloatInteger         an integer-valued double in [1e15, 2**53) that Perl prints as 1e+15
 *   FlaggedString        characters <= 0xFF with the UTF-8 flag on (only utf8::upgrade, memwrite, ftok can tell)
 *   PerlRegExp           see regexp.ts: the inside of qr//
 */
import type { PerlArray } from './array.js';
import type { PerlCode } from './code.js';
import type { GlobValue, PerlGlob } from './glob.js';
import type { PerlHash } from './hash.js';
import type { Scalar } from './scalar.js';
import type { Stash } from './stash.js';

export type PerlValue =
  | undefined
  | number
  | bigint
  | string
  | ScalarRef
  | PerlArray
  | PerlHash
  | PerlCode
  | PerlGlob
  | GlobValue
  | Dual
  | FloatInteger
  | FlaggedString;

/** What an array or hash slot holds: a value, or a Scalar once something aliases the element. */
export type Slot = PerlValue | Scalar;

/** Contexts of a call (perlfunc wantarray). */
export const VOID = 0;
export const SCALAR = 1;
export const LIST = 2;
export type Want = 0 | 1 | 2;
/** Added to a call's Want: an exception may be its result (interpreter/compile/deaths.ts). */
export const HANDED_ON = 4;

/** Anything a reference can point to, and that bless can mark. */
export interface Referent {
  blessed?: Stash | null;
  /** how many containers hold it, why it may be about to end, must a weak reference or tie be told (interpreter/lifetime) */
  rc?: number | undefined;
  queued?: number;
  watched?: boolean;
}

/** A reference to a scalar. Compare targets, not ScalarRefs. */
export class ScalarRef {
  declare readonly target: Scalar;
  constructor(target: Scalar) {
    this.target = target;
  }
}

/** A value with a number and a text of its own (Scalar::Util dualvar). */
export class Dual {
  readonly n: number | bigint;
  readonly s: string;
  constructor(n: number | bigint, s: string) {
    this.n = n;
    this.s = s;
  }
}

/** Perl's false (PL_sv_no): '' as text, 0 as number, no warning. True is the number 1. */
export const NO = new Dual(0, '');
/** What a ctl call returns for 0. An ordinary string in Perl too: numeric conversion knows it. */
export const ZERO_BUT_TRUE = '0 but true';

/** A double that is integer-valued, in [1e15, 2**53), and must print as a double (1e+15). */
export class FloatInteger {
  readonly n: number;
  constructor(n: number) {
    this.n = n;
  }
}

/** A string of characters all <= 0xFF whose UTF-8 flag is on. */
export class FlaggedString {
  readonly s: string;
  constructor(s: string) {
    this.s = s;
  }
}

/** The value of a comparison. */
export function bool(b: boolean): PerlValue {
  return b ? 1 : NO;
}

const addresses = new WeakMap<object, number>();
let nextAddress = 0x55d0_c000_1000;

/** The address a reference shows: HASH(0x55d0c0001018). Stable for the life of the object. */
export function addressOf(referent: object): number {
  let address = addresses.get(referent);
  if (address === undefined) {
    nextAddress += 24;
    address = nextAddress;
    addresses.set(referent, address);
  }
  return address;
}

/** The object a reference points to, or null if the value is not a reference. */
export function referentOf(v: PerlValue): (Referent & object) | null {
  if (typeof v !== 'object') return null;
  if (v instanceof ScalarRef) return v.target;
  if (v instanceof Dual || v instanceof FloatInteger || v instanceof FlaggedString) return null;
  return 'globValue' in v ? null : v;
}
