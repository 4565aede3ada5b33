/**
 * Doubles as decimal digits, exactly, rounded half to even as glibc's printf does. JavaScript's toFixed and
 * toExponential are exact too, but they break ties upwards and stop at 100 digits and 1e21.
 */

/** %.{digits}f of a finite, non-negative number. */
export function fixed(n: number, digits: number): string {
  if (digits <= 100 && n < 1e21 && !mayBeTie(n, digits)) return n.toFixed(digits);
  const [mantissa, exponent] = decompose(n);
  const scaled = mantissa * 10n ** BigInt(digits);
  const rounded = exponent >= 0 ? scaled << BigInt(exponent) : shiftRounding(scaled, BigInt(-exponent));
  const text = rounded.toString().padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

const POWERS = Array.from({ length: 32 }, (_, i) => 2 ** i);

/** Half-way cases have few binary places: n * 2**(digits + 1) is an integer. */
function mayBeTie(n: number, digits: number): boolean {
  return Number.isInteger(n * (POWERS[digits + 1] ?? 2 ** (digits + 1))) && !Number.isInteger(n);
}

/** Significant digits and decimal exponent: d.ddd (digits of them after the point) times 10**exponent. */
export interface Scientific {
  readonly digits: string;
  readonly exponent: number;
}

/** %.{places}e of a finite, non-negative number, in parts. */
export function scientific(n: number, places: number): Scientific {
  if (n === 0) return { digits: '0'.repeat(places + 1), exponent: 0 };
  if (places < 100) {
    const text = n.toExponential(places);
    if (!endsHalfWay(n, places)) return split(text);
  }
  return exactScientific(n, places);
}

/** Could the digit after the last one be a 5 with nothing behind it? */
function endsHalfWay(n: number, places: number): boolean {
  if (places >= 99) return true;
  const longer = n.toExponential(places + 1);
  return longer[longer.indexOf('e') - 1] === '5' && Number(longer) === n;
}

function split(text: string): Scientific {
  const at = text.indexOf('e');
  return { digits: text.slice(0, at).replace('.', ''), exponent: Number(text.slice(at + 1)) };
}

function exactScientific(n: number, places: number): Scientific {
  let exponent = Number(n.toExponential(20).split('e')[1]);
  for (;;) {
    const digits = scaledTo(n, places - exponent).toString();
    if (digits.length === places + 1) return { digits, exponent };
    // Rounding up made one digit more (9.99 -> 10.0), or the estimate was one too high.
    exponent += digits.length > places + 1 ? 1 : -1;
  }
}

/** n * 10**power as an integer, rounded half to even. */
function scaledTo(n: number, power: number): bigint {
  const [mantissa, exponent] = decompose(n);
  let numerator = mantissa;
  let denominator = 1n;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  if (power >= 0) numerator *= 10n ** BigInt(power);
  else denominator *= 10n ** BigInt(-power);
  return divideRounding(numerator, denominator);
}

function divideRounding(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  const up = twice > denominator || (twice === denominator && (quotient & 1n) === 1n);
  return up ? quotient + 1n : quotient;
}

function shiftRounding(n: bigint, by: bigint): bigint {
  return divideRounding(n, 1n << by);
}

const view = new DataView(new ArrayBuffer(8));

/** A finite double is mantissa * 2**exponent. */
export function decompose(n: number): [mantissa: bigint, exponent: number] {
  view.setFloat64(0, Math.abs(n));
  const bits = view.getBigUint64(0);
  const biased = Number(bits >> 52n);
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  return biased === 0 ? [fraction, -1074] : [fraction | 0x10_0000_0000_0000n, biased - 1075];
}
