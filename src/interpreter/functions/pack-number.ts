/** Numbers as bytes and back: the fixed-size types of pack. Byte strings are JavaScript strings (latin1). */
import { active, type Op } from '../../runtime/active.js';
import { doubleToIv, doubleToUv, integral, num, str } from '../../runtime/convert.js';
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
  const n = typeof v === 'number' ? v : integral(v, op, 0);
  if (typeof n === 'bigint') return n;
  if (n < 9007199254740992 && n > -9007199254740992) return Math.trunc(n);
  if (!Number.isFinite(n)) active().die(`Cannot pack ${str(n)} with '${code}'`);
  return signed ? doubleToIv(n) : doubleToUv(n);
}

function low32(n: number | bigint): number {
  return typeof n === 'number' ? n | 0 : Number(BigInt.asIntN(32, n));
}

type Writer = (v: PerlValue, op: Op) => string;

/** What makes the bytes of one item of a fixed-size numeric type. */
export function numberWriter(code: string, shriek: boolean, big: boolean): Writer {
  const signed = 'silqjnv'.includes(code);
  switch (code) {
    case 's':
    case 'S':
      return (v, op) => bytes16(low32(integer(v, code, op, signed)), big);
    case 'n':
    case 'v': {
      const order = code === 'n';
      return (v, op) => bytes16(low32(integer(v, code, op, true)), order);
    }
    case 'N':
    case 'V': {
      const order = code === 'N';
      return (v, op) => bytes32(low32(integer(v, code, op, false)), order);
    }
    case 'l':
    case 'L':
      if (shriek) return (v, op) => bytes64(integer(v, code, op, signed), big);
      return (v, op) => bytes32(low32(integer(v, code, op, signed)), big);
    case 'i':
    case 'I':
      return (v, op) => bytes32(low32(integer(v, code, op, signed)), big);
    case 'q':
    case 'j':
    case 'Q':
    case 'J':
      return (v, op) => bytes64(integer(v, code, op, signed), big);
    default:
      return (v, op) => packFloat(code, big, Number(num(v, op)));
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

type Reader = (s: string, at: number) => PerlValue;

const signed16 = (n: number): number => (n << 16) >> 16;

/** What reads one item of a fixed-size numeric type out of a byte string. */
export function numberReader(code: string, shriek: boolean, big: boolean): Reader {
  switch (code) {
    case 's':
      return (s, at) => signed16(read16(s, at, big));
    case 'S':
      return (s, at) => read16(s, at, big);
    case 'n':
    case 'v': {
      const order = code === 'n';
      return shriek ? (s, at) => signed16(read16(s, at, order)) : (s, at) => read16(s, at, order);
    }
    case 'N':
    case 'V': {
      const order = code === 'N';
      return shriek ? (s, at) => read32(s, at, order) : (s, at) => read32(s, at, order) >>> 0;
    }
    case 'l':
      return shriek ? (s, at) => read64(s, at, big, true) : (s, at) => read32(s, at, big);
    case 'L':
      return shriek ? (s, at) => read64(s, at, big, false) : (s, at) => read32(s, at, big) >>> 0;
    case 'i':
      return (s, at) => read32(s, at, big);
    case 'I':
      return (s, at) => read32(s, at, big) >>> 0;
    case 'q':
    case 'j':
      return (s, at) => read64(s, at, big, true);
    case 'Q':
    case 'J':
      return (s, at) => read64(s, at, big, false);
    default:
      return (s, at) => double(unpackFloat(code, big, s, at));
  }
}

function unpackFloat(code: string, big: boolean, s: string, at: number): number {
  if (code === 'D') return readExtended(s, at, big);
  const size = code === 'f' ? 4 : 8;
  for (let i = 0; i < size; i++) view.setUint8(i, s.charCodeAt(at + i));
  return size === 4 ? view.getFloat32(0, !big) : view.getFloat64(0, !big);
}
