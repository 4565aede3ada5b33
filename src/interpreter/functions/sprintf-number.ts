/** How sprintf writes integers and floating point numbers: digits, sign, prefix; padding is done by the caller. */
import { decompose, fixed, scientific } from '../../runtime/exact-decimal.js';

/** A number ready for padding: zeros for the 0 flag go between prefix and digits. */
export interface NumberText {
  readonly prefix: string;
  readonly digits: string;
}

const RADIX: Readonly<Record<string, number>> = { d: 10, u: 10, o: 8, x: 16, X: 16, b: 2, B: 2 };

/** %d %u %o %x %X %b %B; `precision` is the least number of digits, or -1. */
export function integerText(
  n: number | bigint,
  letter: string,
  plus: string,
  alternate: boolean,
  precision: number,
): NumberText {
  const negative = n < 0;
  const size = negative ? -n : n;
  let digits = size.toString(RADIX[letter]);
  if (letter === 'X') digits = digits.toUpperCase();
  if (precision === 0 && size === 0) digits = '';
  if (digits.length < precision) digits = digits.padStart(precision, '0');
  if (letter === 'd') return { prefix: negative ? '-' : plus, digits };
  if (alternate && letter === 'o') return { prefix: '', digits: digits.startsWith('0') ? digits : `0${digits}` };
  if (!alternate || size === 0) return { prefix: '', digits };
  return { prefix: letter === 'u' ? '' : `0${letter}`, digits };
}

/** %e %f %g %a in either case, for a finite number; `precision` -1 if none was given. */
export function floatText(n: number, letter: string, plus: string, alternate: boolean, precision: number): NumberText {
  const negative = n < 0 || Object.is(n, -0);
  const prefix = negative ? '-' : plus;
  const size = Math.abs(n);
  const kind = letter.toLowerCase();
  if (kind === 'a') return hexadecimalFloat(size, letter === 'A', prefix, alternate, precision);
  const places = precision < 0 ? 6 : precision;
  let digits: string;
  if (kind === 'f') digits = fixed(size, places) + (alternate && places === 0 ? '.' : '');
  else if (kind === 'e') digits = exponential(size, places, alternate);
  else digits = general(size, places || 1, alternate);
  return { prefix, digits: letter === kind ? digits : digits.toUpperCase() };
}

function exponentText(exponent: number): string {
  const size = Math.abs(exponent);
  return `e${exponent < 0 ? '-' : '+'}${size < 10 ? '0' : ''}${size}`;
}

function exponential(size: number, places: number, alternate: boolean): string {
  const { digits, exponent } = scientific(size, places);
  const point = places > 0 || alternate ? '.' : '';
  return digits[0] + point + digits.slice(1) + exponentText(exponent);
}

/** %g: %e or %f, whichever suits, without trailing zeros unless the # flag keeps them. */
function general(size: number, precision: number, alternate: boolean): string {
  const { digits, exponent } = scientific(size, precision - 1);
  if (exponent < -4 || exponent >= precision) {
    const fraction = alternate ? digits.slice(1) : digits.slice(1).replace(/0+$/, '');
    return digits[0] + (fraction === '' && !alternate ? '' : '.') + fraction + exponentText(exponent);
  }
  const text = fixed(size, precision - 1 - exponent);
  if (alternate) return text.includes('.') ? text : `${text}.`;
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** %a: 0x1.8p+1. Perl normalizes subnormal numbers too. */
function hexadecimalFloat(
  size: number,
  upper: boolean,
  sign: string,
  alternate: boolean,
  precision: number,
): NumberText {
  let [mantissa, exponent] = decompose(size);
  if (size === 0) exponent = 0;
  else {
    while (mantissa < 0x10_0000_0000_0000n) {
      mantissa <<= 1n;
      exponent--;
    }
    exponent += 52;
  }
  if (precision >= 0 && precision < 13) mantissa = roundNibbles(mantissa, BigInt(52 - precision * 4));
  const hex = mantissa.toString(16).padStart(14, '0');
  let fraction = hex.slice(1);
  fraction = precision < 0 ? fraction.replace(/0+$/, '') : fraction.padEnd(precision, '0').slice(0, precision);
  const point = fraction !== '' || alternate ? '.' : '';
  const digits = `${hex[0]}${point}${fraction}p${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
  return { prefix: `${sign}0${upper ? 'X' : 'x'}`, digits: upper ? digits.toUpperCase() : digits };
}

/** Drop the low bits. Perl looks at one hexadecimal digit only: 8 goes to the even neighbour whatever follows it. */
function roundNibbles(mantissa: bigint, drop: bigint): bigint {
  const unit = 1n << drop;
  const next = (mantissa >> (drop - 4n)) & 0xfn;
  const base = mantissa - (mantissa % unit);
  return next > 8n || (next === 8n && (mantissa & unit) !== 0n) ? base + unit : base;
}
