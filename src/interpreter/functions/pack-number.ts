/** Numbers as bytes and back: the fixed-size types of pack. Byte strings are JavaScript strings (latin1). */
import { active, type Op } from '../../runtime/active.js';
import { doubleToIv, doubleToUv, num, str } from '../../runtime/convert.js';
import { normalInteger } from '../../runtime/numeric.js';
import type { PerlValue } from '../../runtime/value.js';
import { double } from '../operators/numbers.js';
import { readExtended, writeExtended } from './pack-extended.js';

const chars = String.fromCharCode;
const view = new DataView(new ArrayBuffer(8));
const TWO32 = 0x1_0000_0000;

/** Bytes, most significant first or last. */
function bytes16(n: number, big: boolean): string {
  return big ? chars((n >> 8) & 255, n & 255) : chars(n & 255, (n >> 8) & 255);
}
function bytes32(n: number, big: boolean): string {
  const a = n & 255;
  const b = (n >> 8) & 255;
  const c = (n >> 16) & 255;
  const d = (n >> 24) & 255;
  return big ? chars(d, c, b, a) : chars(a, b, c, d);
}
export function bytes64(n: number | bigint, big: boolean): string {
  const low = typeof n === 'number' ? n >>> 0 : Number(BigInt.asUintN(32, n));
  const high = typeof n === 'number' ? Math.floor(n / TWO32) : Number(BigInt.asUintN(32, n >> 32n));
  return big ? bytes32(high, true) + bytes32(low, true) : bytes32(low, false) + bytes32(high, false);
}

/** The operand as IV or UV; infinities and NaN are refused. */
function integer(v: PerlValue, code: string, op: Op, signed: boolean): number | bigint {
  const n = typeof v === 'number' ? v : num(v, op);
  if (typeof n === 'bigint') return n;
  if (n < 9007199254740992 && n > -9007199254740992) return Math.trunc(n);
  if (!Number.isFinite(n)) active().die(`Cannot pack ${str(n)} with '${code}'`);
  return signed ? doubleToIv(n) : doubleToUv(n);
}

function low32(n: number | bigint): number {
  return typeof n === 'number' ? n | 0 : Number(BigInt.asIntN(32, n));
}

/** The bytes of one item of a fixed-size numeric type. */
export function packNumber(code: string, shriek: boolean, big: boolean, v: PerlValue, op: Op): string {
  switch (code) {
    case 's':
    case 'S':
      return bytes16(low32(integer(v, code, op, code === 's')), big);
    case 'n':
      return bytes16(low32(integer(v, code, op, true)), true);
    case 'v':
      return bytes16(low32(integer(v, code, op, true)), false);
    case 'N':
      return bytes32(low32(integer(v, code, op, false)), true);
    case 'V':
      return bytes32(low32(integer(v, code, op, false)), false);
    case 'l':
    case 'L':
      if (shriek) return bytes64(integer(v, code, op, code === 'l'), big);
      return bytes32(low32(integer(v, code, op, code === 'l')), big);
    case 'i':
    case 'I':
      return bytes32(low32(integer(v, code, op, code === 'i')), big);
    case 'q':
    case 'j':
      return bytes64(integer(v, code, op, true), big);
    case 'Q':
    case 'J':
      return bytes64(integer(v, code, op, false), big);
    default:
      return packFloat(code, big, Number(num(v, op)));
  }
}

function packFloat(code: string, big: boolean, n: number): string {
  if (code === 'D') return writeExtended(n, big);
  const size = code === 'f' ? 4 : 8;
  if (size === 4) view.setFloat32(0, n, !big);
  else view.setFloat64(0, n, !big);
  let out = '';
  for (let i = 0; i < size; i++) out += chars(view.getUint8(i));
  return out;
}

function read32(s: string, at: number, big: boolean): number {
  const a = s.charCodeAt(at);
  const b = s.charCodeAt(at + 1);
  const c = s.charCodeAt(at + 2);
  const d = s.charCodeAt(at + 3);
  return big ? (a << 24) | (b << 16) | (c << 8) | d : (d << 24) | (c << 16) | (b << 8) | a;
}

function read16(s: string, at: number, big: boolean): number {
  const a = s.charCodeAt(at);
  const b = s.charCodeAt(at + 1);
  return big ? (a << 8) | b : (b << 8) | a;
}

export function read64(s: string, at: number, big: boolean, signed: boolean): number | bigint {
  const high = read32(s, big ? at : at + 4, big);
  const low = read32(s, big ? at + 4 : at, big) >>> 0;
  const top = signed ? high : high >>> 0;
  if (top < 0x20_0000 && top >= -0x1f_ffff) return top * TWO32 + low;
  return normalInteger((BigInt(top) << 32n) | BigInt(low));
}

/** One item of a fixed-size numeric type out of a byte string. */
export function unpackNumber(code: string, shriek: boolean, big: boolean, s: string, at: number): PerlValue {
  switch (code) {
    case 's':
      return (read16(s, at, big) << 16) >> 16;
    case 'S':
      return read16(s, at, big);
    case 'n':
      return shriek ? (read16(s, at, true) << 16) >> 16 : read16(s, at, true);
    case 'v':
      return shriek ? (read16(s, at, false) << 16) >> 16 : read16(s, at, false);
    case 'N':
      return shriek ? read32(s, at, true) : read32(s, at, true) >>> 0;
    case 'V':
      return shriek ? read32(s, at, false) : read32(s, at, false) >>> 0;
    case 'l':
      return shriek ? read64(s, at, big, true) : read32(s, at, big);
    case 'L':
      return shriek ? read64(s, at, big, false) : read32(s, at, big) >>> 0;
    case 'i':
      return read32(s, at, big);
    case 'I':
      return read32(s, at, big) >>> 0;
    case 'q':
    case 'j':
      return read64(s, at, big, true);
    case 'Q':
    case 'J':
      return read64(s, at, big, false);
    default:
      return double(unpackFloat(code, big, s, at));
  }
}

function unpackFloat(code: string, big: boolean, s: string, at: number): number {
  if (code === 'D') return readExtended(s, at, big);
  const size = code === 'f' ? 4 : 8;
  for (let i = 0; i < size; i++) view.setUint8(i, s.charCodeAt(at + i));
  return size === 4 ? view.getFloat32(0, !big) : view.getFloat64(0, !big);
}
