/** vec (perlfunc): a string as an array of small unsigned integers, as a value and as an lvalue. */
import { active, type Op } from '../../runtime/active.js';
import { isWide } from '../../runtime/astral.js';
import { int, str, toUnsigned } from '../../runtime/convert.js';
import { GrowingString } from '../../runtime/growing-string.js';
import { normalInteger } from '../../runtime/numeric.js';
import { MagicScalar, type Scalar } from '../../runtime/scalar.js';
import type { PerlValue } from '../../runtime/value.js';
import type { CoreFunctionTable } from './core-function.js';

/** vec(EXPR, OFFSET, BITS); perl converts the bits first, then the offset, then the string. */
export function vec(op: Op, v: PerlValue, offset: PerlValue, bits: PerlValue): PerlValue {
  const size = int(bits, op, 2);
  const at = int(offset, op, 1);
  return at < 0 ? 0 : vecGet(str(v, op, 0), at, Number(size));
}

/** vec of a variable: a string that is kept as bytes does not become a JavaScript string for it. */
function vecOf(op: Op, target: Scalar, offset: PerlValue, bits: PerlValue): PerlValue {
  if (!(target instanceof GrowingString)) return vec(op, target.v, offset, bits);
  const size = Number(int(bits, op, 2));
  const at = int(offset, op, 1);
  return at < 0 ? 0 : element(target.kept.bytes(), Number(at), size);
}

/** The number of bits is a power of two. */
function checkSize(size: number): void {
  if (size < 1 || !Number.isInteger(Math.log2(size))) active().die('Illegal number of bits in vec');
}

function warnOfSize(): void {
  active().warn('portable', 'Bit vector size > 32 non-portable');
}

function checkBytes(text: string): void {
  if (isWide(text)) active().die('Use of strings with code points over 0xFF as arguments to vec is forbidden');
}

function vecGet(text: string, offset: number | bigint, size: number): PerlValue {
  checkSize(size);
  checkBytes(text);
  return element({ length: text.length, at: (i) => text.charCodeAt(i) }, Number(offset), size);
}

/** Bytes of a string, or of a buffer: asked only for what is there. */
interface Bytes {
  readonly length: number;
  at(i: number): number | undefined;
}

/** Beyond the end of the string everything is 0. */
function element(bytes: Bytes, at: number, size: number): PerlValue {
  checkSize(size);
  if (size > 32) warnOfSize();
  if (at < 0 || at * size >= bytes.length * 8) return 0;
  if (size < 8) return (byteAt(bytes, Math.floor((at * size) / 8)) >> ((at * size) % 8)) & ((1 << size) - 1);
  const first = at * (size / 8);
  if (size <= 32) {
    let value = 0;
    for (let i = 0; i < size / 8; i++) value = value * 256 + byteAt(bytes, first + i);
    return value;
  }
  let value = 0n;
  for (let i = 0; i < 8; i++) value = value * 256n + BigInt(byteAt(bytes, first + i));
  return normalInteger(value);
}

function byteAt(bytes: Bytes, i: number): number {
  return i < bytes.length ? (bytes.at(i) as number) : 0;
}

/** The string with element `offset` set; it grows with NULs as needed. */
function vecSet(text: string, offset: number | bigint, size: number, v: number | bigint): string {
  const at = Number(offset);
  if (at < 0) active().die('Negative offset to vec in lvalue context');
  checkSize(size);
  checkBytes(text);
  const end = Math.ceil(((at + 1) * size) / 8);
  if (end > 0x1fff_ffe8) active().die('Out of memory in vec in lvalue context');
  const whole = text.length < end ? text + '\0'.repeat(end - text.length) : text;
  const first = Math.floor((at * size) / 8);
  return whole.slice(0, first) + elementText(whole.charCodeAt(first), (at * size) % 8, size, v) + whole.slice(end);
}

/** The bytes of one element; `old` is what is in its byte now. */
function elementText(old: number, shift: number, size: number, v: number | bigint): string {
  if (size < 8) {
    const mask = ((1 << size) - 1) << shift;
    const low = typeof v === 'number' ? v % 256 : Number(BigInt.asUintN(8, v));
    return String.fromCharCode((old & ~mask) | ((low << shift) & mask));
  }
  if (size > 32) warnOfSize();
  if (typeof v === 'number' && size <= 32) return integerText(v, size / 8);
  let rest = BigInt(v);
  let out = '';
  for (let i = 0; i < size / 8; i++, rest >>= 8n) out = String.fromCharCode(Number(rest & 0xffn)) + out;
  return out;
}

/** The last bytes of an integer of less than 54 bits, the highest first. */
function integerText(v: number, bytes: number): string {
  if (bytes === 1) return String.fromCharCode(v % 256);
  let out = '';
  for (let i = 0, rest = v; i < bytes; i++, rest = Math.floor(rest / 256)) out = String.fromCharCode(rest % 256) + out;
  return out;
}

/** An element of a long byte string is set where it lies: false if that can't be. */
function setInPlace(target: Scalar, at: number, size: number, v: number | bigint): boolean {
  if (at < 0 || size > 32 || target.readonly || !GrowingString.holds(target)) return false;
  checkSize(size);
  const { kept } = target;
  const end = Math.ceil(((at + 1) * size) / 8);
  if (end > kept.length * 2) return false;
  if (end > kept.length) kept.add('\0'.repeat(end - kept.length));
  const first = Math.floor((at * size) / 8);
  return kept.overwrite(first, elementText(kept.bytes()[first] as number, (at * size) % 8, size, v));
}

/** vec as an lvalue: assignments go through to the string in the container. */
export class VecLvalue extends MagicScalar {
  readonly lvalueKind = 'vec';
  private readonly container: Scalar;
  private readonly offset: number | bigint;
  private readonly size: number;
  constructor(op: Op, container: Scalar, offset: PerlValue, bits: PerlValue) {
    super();
    this.container = container;
    this.size = Number(int(bits, op, 2));
    this.offset = int(offset, op, 1);
    // Perl reads the element first; only a warning can tell.
    if (this.size > 32) this.fetch();
  }
  fetch(): PerlValue {
    const { container } = this;
    if (this.offset < 0) return 0;
    if (container instanceof GrowingString) return element(container.kept.bytes(), Number(this.offset), this.size);
    const { v } = container;
    return vecGet(v === undefined ? '' : str(v), this.offset, this.size);
  }
  store(v: PerlValue): void {
    const value = toUnsigned(v, 'scalar assignment');
    if (setInPlace(this.container, Number(this.offset), this.size, value)) return;
    const before = this.container.v;
    this.container.v = vecSet(before === undefined ? '' : str(before), this.offset, this.size, value);
  }
}

/** What compiled code calls where vec stands as an lvalue. */
export function vecLvalue(container: Scalar, offset: PerlValue, bits: PerlValue): VecLvalue {
  return new VecLvalue('vec', container, offset, bits);
}

export const bitFunctions: CoreFunctionTable = {
  vec: { operands: 'sss', returns: 's', fn: vec },
  /** of a variable: the compiler chooses this row then */
  vecOf: { operands: 'Sss', returns: 's', fn: vecOf },
};
