/**
 * A scalar whose string is being appended to again and again: the bytes are kept in a growing buffer and become a
 * JavaScript string when somebody looks. Appending then costs what it costs in C, however long the string is.
 */
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
  /** the string of the buffer's bytes, if it has been asked for since the last append */
  declare private text: string | null;

  /** Turn a plain scalar holding a long string into this. False if it is another kind of scalar or has wide characters. */
  static become(s: Scalar, before: string): s is GrowingString {
    if (before.length < WORTHWHILE || Object.getPrototypeOf(s) !== Scalar.prototype || isWide(before)) return false;
    const g = s as GrowingString;
    Object.setPrototypeOf(g, GrowingString.prototype);
    g.buffer = allocate(before.length * 4);
    g.buffer.latin1Write(before, 0);
    g.used = before.length;
    g.text = null;
    g._v = undefined;
    return true;
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
  /** Back to a plain scalar with this value. */
  private settle(x: PerlValue): void {
    Object.setPrototypeOf(this, Scalar.prototype);
    this.buffer = undefined as unknown as ByteBuffer;
    this.text = null;
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
    this.used = at;
    this.text = null;
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
    this.used = end;
    do {
      const tenth = (rest / 10) | 0;
      buffer[--end] = 0x30 + rest - tenth * 10;
      rest = tenth;
    } while (rest > 0);
    this.text = null;
  }
  private addLong(piece: string): void {
    if (isWide(piece)) {
      this.settle((this.v as string) + piece);
      return;
    }
    if (this.used + piece.length > this.buffer.length) this.grow(piece.length);
    this.used += this.buffer.latin1Write(piece, this.used);
    this.text = null;
  }
  private grow(more: number): void {
    const bigger = allocate(Math.max(this.buffer.length * 2, this.used + more));
    this.buffer.copy(bigger, 0, 0, this.used);
    this.buffer = bigger;
  }
}

function isWide(text: string): boolean {
  return /[^\0-\xff]/.test(text);
}

function digits(n: number): number {
  let count = 1;
  for (let limit = 10; n >= limit && count < 10; limit *= 10) count++;
  return count;
}
