/** The x87 long double of 64-bit Linux (pack D): 64 bits of mantissa, 15 of exponent, sign, and six bytes of padding. */
import { decompose } from '../../runtime/exact-decimal.js';

const BIAS = 16383;

export function writeExtended(n: number, big: boolean): string {
  const sign = n < 0 || Object.is(n, -0) ? 0x8000 : 0;
  const [mantissa, exponent] = parts(n);
  const bytes: number[] = [];
  for (let i = 0n; i < 8n; i++) bytes.push(Number((mantissa >> (8n * i)) & 255n));
  bytes.push(exponent & 255, (exponent >> 8) | (sign >> 8), 0, 0, 0, 0, 0, 0);
  return String.fromCharCode(...(big ? bytes.reverse() : bytes));
}

/** The mantissa with its leading bit, and the biased exponent. */
function parts(n: number): [mantissa: bigint, exponent: number] {
  if (n === 0) return [0n, 0];
  if (n !== n) return [0xc000_0000_0000_0000n, 0x7fff];
  if (!Number.isFinite(n)) return [0x8000_0000_0000_0000n, 0x7fff];
  let [mantissa, exponent] = decompose(n);
  while (mantissa < 0x8000_0000_0000_0000n) {
    mantissa <<= 1n;
    exponent--;
  }
  return [mantissa, exponent + 63 + BIAS];
}

export function readExtended(s: string, at: number, big: boolean): number {
  const byte = (i: number): number => s.charCodeAt(at + (big ? 15 - i : i));
  let mantissa = 0n;
  for (let i = 7; i >= 0; i--) mantissa = (mantissa << 8n) | BigInt(byte(i));
  const top = byte(8) | (byte(9) << 8);
  const sign = top & 0x8000 ? -1 : 1;
  const exponent = top & 0x7fff;
  if (exponent === 0x7fff) return (mantissa << 1n) & 0xffff_ffff_ffff_ffffn ? NaN : sign * Infinity;
  return sign * Number(mantissa) * 2 ** (exponent - BIAS - 63);
}
