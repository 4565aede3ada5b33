import type { NumLit, StrLit } from './ast.js';
import { PerlSyntaxError } from './parser-env.js';

const GREATEST_UV = 2n ** 64n - 1n;

/** perldata, "Scalar value constructors": a numeric literal, or the characters of a version string. */
export function numberLiteral(text: string, line: number): NumLit | StrLit {
  if (/^v\d/.test(text) || /^\d+\.\d+\.\d/.test(text)) return versionString(text, line);
  const plain = text.replaceAll('_', '');
  const wrong = /^0[oO]?[0-7]*([89])/.exec(plain) ?? /^0[bB][01]*([2-9])/.exec(plain);
  if (wrong && !/^0[89]*[.eE]/.test(plain)) {
    throw new PerlSyntaxError(`Illegal ${/b/i.test(plain) ? 'binary' : 'octal'} digit '${wrong[1]}'`, line, '\n');
  }
  const float = /^0([xb])([\da-f]*)\.?([\da-f]*)p([-+]?\d+)$/i.exec(plain);
  if (float) return { type: 'NumLit', value: hexFloat(float), float: true, line };
  if (/^0[xXbB]/.test(plain)) return integer(plain.length > 2 ? BigInt(plain) : 0n, line);
  if (/^0[oO]?[0-7]+$/.test(plain)) return integer(BigInt(`0o${plain.replace(/^0[oO]?/, '') || '0'}`), line);
  if (/^\d+$/.test(plain)) return integer(BigInt(plain), line);
  return { type: 'NumLit', value: Number(plain), float: true, line };
}

/** 0x1.8p3: the digits times a power of two, rounded once. */
function hexFloat([, base, whole = '', fraction = '', exponent]: RegExpExecArray): number {
  const bits = base?.toLowerCase() === 'x' ? 4 : 1;
  const digits = BigInt(`0${base}${whole}${fraction}` === `0${base}` ? '0' : `0${base}${whole}${fraction}`);
  let power = Number(exponent) - bits * fraction.length;
  let value = Number(digits);
  for (; power < -1000; power += 1000) value *= 2 ** -1000;
  return value * 2 ** power;
}

function integer(value: bigint, line: number): NumLit {
  if (value <= BigInt(Number.MAX_SAFE_INTEGER)) return { type: 'NumLit', value: Number(value), float: false, line };
  if (value <= GREATEST_UV) return { type: 'NumLit', value, float: false, line };
  return { type: 'NumLit', value: Number(value), float: true, line };
}

function versionString(text: string, line: number): StrLit {
  const value = text
    .replace(/^v/, '')
    .split('.')
    .map((part) => String.fromCodePoint(Number(part.replaceAll('_', ''))));
  return { type: 'StrLit', value: value.join(''), vstring: true, line };
}
