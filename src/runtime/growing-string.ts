/**
 * A scalar whose string lies as bytes in a growing buffer and becomes a JavaScript string when somebody looks. Appending
 * to it, or reading a segment into it, costs what it costs in C, however long the string is.
 */
import { isWide } from './astral.js';
import { Scalar } from './scalar.js';
import type { PerlValue } from './value.js';

/** Shorter strings are joined by JavaScript. */
const WORTHWHILE = 256;

/** Methods that every Buffer has and that its types leave out. */
type ByteBuffer = Buffer & {
  latin1Write(text: string, offset: number): number;
  latin1Slice(start: number, end: number): string;
};

function allocate(size: number): ByteBuffer {
  return Buffer.allocUnsafeSlow(size) as ByteBuffer;
}

export class GrowingString extends Scalar {
  declare private buffer: ByteBuffer;
  declare private used: number;
  /** the string of the buffer's bytes, if it has been asked for since the last change */
  declare private text: string | null;
  /** the used part of the buffer as an array, if it has been asked for since the length changed */
  declare private view: Uint8Array | null;

  /** Turn a plain scalar holding a long string into this. False if it is another kind of scalar or has wide characters. */
  static become(s: Scalar, before: string): s is GrowingString {
    if (before.length < WORTHWHILE || Object.getPrototypeOf(s) !== Scalar.prototype || isWide(before)) return false;
    const g = GrowingString.prepare(s, before.length * 4);
    g.buffer.latin1Write(before, 0);
    g.used = before.length;
    return true;
  }

  /** Turn a plain scalar into one with a buffer, whatever its value was. Null if it is another kind of scalar. */
  static emptied(s: Scalar, size: number): GrowingString | null {
    return Object.getPrototypeOf(s) === Scalar.prototype ? GrowingString.prepare(s, size) : null;
  }

  private static prepare(s: Scalar, size: number): GrowingString {
    const g = s as GrowingString;
    Object.setPrototypeOf(g, GrowingString.prototype);
    const old: ByteBuffer | undefined = g.buffer;
    if (old === undefined || old.length < size) g.buffer = allocate(size);
    g.used = 0;
    g.text = null;
    g.view = null;
    g._v = undefined;
    return g;
  }

  override get v(): PerlValue {
    const known = this.text;
    if (known !== null) return known;
    const text = this.buffer.latin1Slice(0, this.used);
    this.text = text;
    return text;
  }
  override set v(x: PerlValue) {
    this.settle(x);
  }
  get length(): number {
    return this.used;
  }
  /** Its bytes where they lie; to be used before anything else happens to the scalar. */
  bytes(): Uint8Array {
    this.view ??= this.buffer.subarray(0, this.used);
    return this.view;
  }
  /** So many bytes instead of what it held, to be filled at once. */
  room(length: number): Uint8Array {
    if (length > this.buffer.length) this.buffer = allocate(length);
    else if (length === this.used && this.view !== null) {
      this.text = null;
      return this.view;
    }
    this.used = length;
    this.text = null;
    this.view = null;
    return this.bytes();
  }
  /** A part of it, without making a string of the rest. */
  slice(start: number, end: number): string {
    return this.text === null ? this.buffer.latin1Slice(start, Math.min(end, this.used)) : this.text.slice(start, end);
  }
  /** Back to a plain scalar with this value. Emptied, it keeps its memory, as Perl's strings do. */
  private settle(x: PerlValue): void {
    Object.setPrototypeOf(this, Scalar.prototype);
    if (x !== '') this.buffer = undefined as unknown as ByteBuffer;
    this.text = null;
    this.view = null;
    (this as Scalar).v = x;
  }
  /** Append characters; wide ones end the arrangement. */
  add(piece: string): void {
    const n = piece.length;
    if (n > 24) {
      this.addLong(piece);
      return;
    }
    if (this.used + n > this.buffer.length) this.grow(n);
    const buffer = this.buffer;
    let at = this.used;
    for (let i = 0; i < n; i++) {
      const unit = piece.charCodeAt(i);
      if (unit > 0xff) {
        this.settle((this.v as string) + piece);
        return;
      }
      buffer[at++] = unit;
    }
    this.extended(at);
  }
  /** Append the digits of an integer below 2**31, without making a string of them. */
  addInteger(n: number): void {
    if (this.used + 11 > this.buffer.length) this.grow(11);
    const buffer = this.buffer;
    let at = this.used;
    let rest = n;
    if (rest < 0) {
      buffer[at++] = 0x2d;
      rest = -rest;
    }
    let end = at + digits(rest);
    this.extended(end);
    do {
      const tenth = (rest / 10) | 0;
      buffer[--end] = 0x30 + rest - tenth * 10;
      rest = tenth;
    } while (rest > 0);
  }
  private addLong(piece: string): void {
    if (isWide(piece)) {
      this.settle((this.v as string) + piece);
      return;
    }
    if (this.used + piece.length > this.buffer.length) this.grow(piece.length);
    this.extended(this.used + this.buffer.latin1Write(piece, this.used));
  }
  private extended(used: number): void {
    this.used = used;
    this.text = null;
    this.view = null;
  }
  private grow(more: number): void {
    const bigger = allocate(Math.max(this.buffer.length * 2, this.used + more));
    this.buffer.copy(bigger, 0, 0, this.used);
    this.buffer = bigger;
    this.view = null;
  }
}

function digits(n: number): number {
  let count = 1;
  for (let limit = 10; n >= limit && count < 10; limit *= 10) count++;
  return count;
}
