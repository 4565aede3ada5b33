/** Number to text: %.15g, as perl prints a double. */
import { scientific } from './exact-decimal.js';

/** An NV, or an integer below 2**53, as text. Integers beyond 1e15 print their digits here; see FloatInteger. */
export function formatNumber(n: number): string {
  if (Number.isInteger(n) && n < 9007199254740992 && n > -9007199254740992) return `${n}`;
  return formatDouble(n);
}

/** %.15g; Inf, -Inf and NaN; a negative zero is 0. */
export function formatDouble(n: number): string {
  const size = n < 0 ? -n : n;
  if (size >= 1e-4 && size < 1e15) {
    // Only a number of few binary places can lie half way between two roundings.
    if (!Number.isInteger(n * 1048576)) return withoutZeros(n.toPrecision(15));
    const text = `${n}`;
    // 15 significant digits or fewer: the shortest form is the %.15g form.
    if (text.length <= 15) return text;
  } else if (size === 0) return '0';
  else if (!(size < Infinity)) return size === Infinity ? (n > 0 ? 'Inf' : '-Inf') : 'NaN';
  return general15(n);
}

/** Without the zeros at the end of a fraction. */
function withoutZeros(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 0x30) end--;
  if (text.charCodeAt(end - 1) === 0x2e) end--;
  return text.slice(0, end);
}

/** The long way to %.15g. */
function general15(n: number): string {
  const { digits, exponent } = scientific(Math.abs(n), 14);
  return (n < 0 ? '-' : '') + placePoint(digits.replace(/0+$/, ''), exponent);
}

/** Fixed or scientific notation for digits d.ddd times ten to the exponent, trailing zeros already gone. */
function placePoint(digits: string, exponent: number): string {
  if (exponent < -4 || exponent >= 15) {
    const size = Math.abs(exponent);
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    return `${digits[0]}${fraction}e${exponent < 0 ? '-' : '+'}${size < 10 ? '0' : ''}${size}`;
  }
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = exponent + 1;
  if (digits.length <= whole) return digits.padEnd(whole, '0');
  return `${digits.slice(0, whole)}.${digits.slice(whole)}`;
}
