/** <stdlib.h>, <string.h> and <locale.h> of POSIX: numbers in texts, and the C locale. */
import { ERANGE } from '../../../abi/linux-errno.js';
import { PerlHash } from '../../../runtime/hash.js';
import { normalInteger } from '../../../runtime/numeric.js';
import { errnoText } from '../../../runtime/errno.js';
import type { PerlValue } from '../../../runtime/value.js';
import type { Operands, TableFunction } from '../call-table.js';

const LONG_MAX = 9223372036854775807n;
const ULONG_MAX = 18446744073709551615n;

const prefixes: Readonly<Record<string, RegExp>> = { 16: /^0[xX](?=[0-9a-fA-F])/, 8: /^0/ };

/** strtol(3) and strtoul(3): the number and how many characters were left over. */
function integerIn(c: Operands, unsigned: boolean): PerlValue | PerlValue[] {
  const text = c.text(0);
  let base = c.integer(1, 0);
  const [lead = '', sign = ''] = /^[ \t\n\v\f\r]*([-+]?)/.exec(text) ?? [];
  let rest = text.slice(lead.length);
  if (base === 0) base = prefixes[16]?.test(rest) ? 16 : rest.startsWith('0') ? 8 : 10;
  if (base === 16) rest = rest.replace(prefixes[16] as RegExp, '');
  let n = 0n;
  let used = 0;
  for (; used < rest.length; used++) {
    const digit = Number.parseInt(rest[used] as string, 36);
    if (!(digit < base)) break;
    n = n * BigInt(base) + BigInt(digit);
  }
  if (sign === '-') n = -n;
  const value = inRange(c, n, unsigned);
  if (c.want !== 2) return value;
  return [value, used === 0 ? text.length : rest.length - used];
}

/** Numbers out of range become the nearest limit, and $! says ERANGE. */
function inRange(c: Operands, n: bigint, unsigned: boolean): PerlValue {
  const [low, high] = unsigned ? [-ULONG_MAX, ULONG_MAX] : [-LONG_MAX - 1n, LONG_MAX];
  if (n < low || n > high) c.perl.errno = ERANGE;
  if (unsigned) return normalInteger(n < low || n > high ? ULONG_MAX : BigInt.asUintN(64, n));
  return normalInteger(n < low ? low : n > high ? high : n);
}

/** strtod(3). */
function doubleIn(c: Operands): PerlValue | PerlValue[] {
  const text = c.text(0);
  const found = /^\s*([-+]?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?|inf(?:inity)?|nan))/i.exec(text);
  const digits = found?.[1] ?? '';
  const special = /inf/i.test(digits) ? Number.POSITIVE_INFINITY : Number.NaN;
  const value =
    digits === '' ? 0 : /[in]/i.test(digits) ? (digits.startsWith('-') ? -special : special) : Number(digits);
  return c.want === 2 ? [value, text.length - (found?.[0].length ?? 0)] : value;
}

function setlocale(c: Operands): PerlValue {
  const wanted = c.count > 1 ? c.value(1) : undefined;
  if (wanted === undefined) return 'C';
  return ['C', 'POSIX', ''].includes(c.text(1)) ? 'C' : undefined;
}

export const textFunctions: Readonly<Record<string, TableFunction>> = {
  strtol: { operands: 'str, base = 0', fn: (c) => integerIn(c, false) },
  strtoul: { operands: 'str, base = 0', fn: (c) => integerIn(c, true) },
  strtod: { operands: 'str', fn: doubleIn },
  strtold: { operands: 'str', fn: doubleIn },
  strstr: { operands: 'big, little', fn: (c) => c.text(0).indexOf(c.text(1)) },
  strcoll: {
    operands: 's1, s2',
    fn(c) {
      const [a, b] = [c.text(0), c.text(1)];
      return a < b ? -1 : a > b ? 1 : 0;
    },
  },
  strxfrm: { operands: 'src', fn: (c) => c.text(0) },
  strerror: { operands: 'errno', fn: (c) => errnoText(c.integer(0)) },
  toupper: { operands: 'c', fn: (c) => c.text(0).toUpperCase() },
  tolower: { operands: 'c', fn: (c) => c.text(0).toLowerCase() },
  setlocale: { operands: 'category, locale = 0', fn: setlocale },
  localeconv: { operands: '', fn: () => new PerlHash(new Map([['decimal_point', '.']])) },
  mblen: { operands: 's, n = ~0', fn: (c) => (c.text(0) === '' ? 0 : 1) },
  errno: { operands: '', fn: (c) => c.perl.errno },
};
