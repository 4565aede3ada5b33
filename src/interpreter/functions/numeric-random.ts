/**
 * rand and srand (perlfunc): perl's own generator, the 48-bit linear congruence of drand48, so that a seed gives the
 * sequence that it gives in perl. The state is 24 + 24 bits, in doubles.
 */
import { randomBytes } from 'node:crypto';
import { active, type ActivePerl, type Op } from '../../runtime/active.js';
import { str, toNumber } from '../../runtime/convert.js';
import { normalInteger, scanNumber } from '../../runtime/numeric.js';
import { type PerlValue, ZERO_BUT_TRUE } from '../../runtime/value.js';
import { double } from '../operators/numbers.js';

const TWO24 = 0x100_0000;
/** 0x5DEECE66D in two halves */
const MULTIPLIER_HIGH = 0x5de;
const MULTIPLIER_LOW = 0xece66d;
const INCREMENT = 0xb;

class Generator {
  private high = 0;
  private low = 0;
  constructor(seed: number) {
    this.high = Math.floor(seed / 0x100);
    this.low = (seed % 0x100) * 0x10000 + 0x330e;
  }
  /** 0 <= r < 1 */
  next(): number {
    const low = this.low * MULTIPLIER_LOW + INCREMENT;
    const carry = Math.floor(low / TWO24);
    this.high = (this.low * MULTIPLIER_HIGH + this.high * MULTIPLIER_LOW + carry) % TWO24;
    this.low = low % TWO24;
    return (this.high * TWO24 + this.low) / 0x1_0000_0000_0000;
  }
}

/** One generator an interpreter; the last used one is at hand. */
const generators = new WeakMap<ActivePerl, Generator>();
let owner: ActivePerl | null = null;
let generator = new Generator(0);

function current(): Generator {
  const perl = active();
  if (perl !== owner) use(perl, generators.get(perl) ?? new Generator(randomSeed()));
  return generator;
}

function use(perl: ActivePerl, chosen: Generator): void {
  generators.set(perl, chosen);
  owner = perl;
  generator = chosen;
}

function randomSeed(): number {
  return randomBytes(4).readUInt32LE(0);
}

export function rand(op: Op, ...operand: PerlValue[]): PerlValue {
  const limit = operand.length === 0 ? 1 : toNumber(operand[0], op) || 1;
  return double(current().next() * limit);
}

/** Returns the seed, as a true value. Perl reads the seed's text. */
export function srand(op: Op, ...operand: PerlValue[]): PerlValue {
  const seed = operand.length === 0 ? randomSeed() : seedOf(str(operand[0], op));
  use(active(), new Generator(Number(BigInt.asUintN(32, BigInt(seed)))));
  return seed === 0 ? ZERO_BUT_TRUE : seed;
}

/** The digits before the point, sign ignored; anything else is the largest number. */
function seedOf(text: string): number | bigint {
  const { garbage } = scanNumber(text);
  const digits = /^[ \t\n\r\f\v]*[+-]?([0-9]*)(?![0-9.]*e)/i.exec(text);
  const seed = garbage || digits === null ? 0xffff_ffff_ffff_ffffn : BigInt(digits[1] || 0);
  if (seed >= 0xffff_ffff_ffff_ffffn && digits?.[1] !== '18446744073709551615') {
    active().warn('overflow', 'Integer overflow in srand');
    return 0xffff_ffff_ffff_ffffn;
  }
  return normalInteger(seed);
}
