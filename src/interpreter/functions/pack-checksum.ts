/** `%<bits>` of unpack: the sum of the values instead of the values. */
import { num } from '../../runtime/convert.js';
import { normalInteger } from '../../runtime/numeric.js';
import type { PerlValue } from '../../runtime/value.js';
import { double } from '../operators/numbers.js';

export class Checksum {
  private readonly bits: number;
  private whole = 0n;
  private real = 0;
  private isReal = false;
  constructor(bits: number) {
    this.bits = bits;
  }
  add(v: PerlValue, real: boolean): void {
    const n = num(v, 'unpack');
    if (real || this.bits > 64) {
      this.isReal = true;
      this.real += Number(n);
    } else this.whole += typeof n === 'bigint' ? n : BigInt(Math.trunc(n));
  }
  /** The sum modulo 2**bits, exactly up to 64 bits, else as a double. */
  value(): PerlValue {
    if (this.isReal || this.bits > 64) {
      const modulus = 2 ** this.bits;
      return double(((this.real % modulus) + modulus) % modulus);
    }
    return normalInteger(BigInt.asUintN(this.bits, this.whole));
  }
}
