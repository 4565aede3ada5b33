/**
 * A byte string in a buffer that grows, and becomes a JavaScript string when somebody looks. Appending to it, or reading
 * a segment into it, costs what it costs in C, however long it is.
 */
import { isWide } from './astral.js';

/** Methods that every Buffer has and that its types leave out. */
type ByteBuffer = Buffer & {
  latin1Write(text: string, offset: number): number;
  latin1Slice(start: number, end: number): string;
};

function allocate(size: number): ByteBuffer {
  return Buffer.allocUnsafeSlow(size) as ByteBuffer;
}

/** Longer pieces are written by node. */
const SHORT = 24;
/** Digits and sign of the longest integer that addInteger takes. */
const LONGEST_INTEGER = 11;

export class ByteString {
  private buffer: ByteBuffer;
  private used = 0;
  /** the string of the buffer's bytes, if it has been asked for since the last change */
  private known: string | null = null;
  /** the used part of the buffer as an array, if it has been asked for since the length changed */
  private view: Uint8Array | null = null;

  constructor(size: number) {
    this.buffer = allocate(size);
  }

  get length(): number {
    return this.used;
  }
  get text(): string {
    this.known ??= this.buffer.latin1Slice(0, this.used);
    return this.known;
  }
  clear(): void {
    this.changed(0);
  }
  /** Its bytes where they lie; to be used before anything else happens to it. */
  bytes(): Uint8Array {
    this.view ??= this.buffer.subarray(0, this.used);
    return this.view;
  }
  /** All of its memory, if that is as long. */
  memory(length: number): Uint8Array | undefined {
    return length <= this.buffer.length ? this.buffer : undefined;
  }
  /** Its memory has been written to, and holds a string of that length now. */
  filled(length: number): void {
    this.known = null;
    if (length === this.used) return;
    this.used = length;
    this.view = null;
  }
  /** So many bytes instead of what it held, to be filled at once. */
  room(length: number): Uint8Array {
    if (length > this.buffer.length) this.buffer = allocate(length);
    else if (length === this.used && this.view !== null) {
      this.known = null;
      return this.view;
    }
    this.changed(length);
    return this.bytes();
  }
  /** A part of it, without making a string of the rest. */
  slice(start: number, end: number): string {
    if (this.known !== null) return this.known.slice(start, end);
    const to = Math.min(end, this.used);
    return to - start === 1 ? String.fromCharCode(this.buffer[start] as number) : this.buffer.latin1Slice(start, to);
  }
  /** Append characters: false, and nothing is done, if there are wide ones. */
  add(piece: string): boolean {
    const n = piece.length;
    if (n > SHORT) return this.addLong(piece);
    if (this.used + n > this.buffer.length) this.grow(n);
    const buffer = this.buffer;
    let at = this.used;
    for (let i = 0; i < n; i++) {
      const unit = piece.charCodeAt(i);
      if (unit > 0xff) return false;
      buffer[at++] = unit;
    }
    this.changed(at);
    return true;
  }
  /** Append the digits of an integer of 32 bits (-2**31 excepted), without making a string of them. */
  addInteger(n: number): void {
    if (this.used + LONGEST_INTEGER > this.buffer.length) this.grow(LONGEST_INTEGER);
    const buffer = this.buffer;
    let at = this.used;
    let rest = n;
    if (rest < 0) {
      buffer[at++] = 0x2d;
      rest = -rest;
    }
    let end = at + digits(rest);
    this.changed(end);
    do {
      const tenth = (rest / 10) | 0;
      buffer[--end] = 0x30 + rest - tenth * 10;
      rest = tenth;
    } while (rest > 0);
  }
  /** Other bytes in the place of some: false, and nothing is done, if there are wide characters. */
  overwrite(start: number, piece: string): boolean {
    if (isWide(piece)) return false;
    if (piece.length > SHORT) this.buffer.latin1Write(piece, start);
    else for (let i = 0; i < piece.length; i++) this.buffer[start + i] = piece.charCodeAt(i);
    this.known = null;
    return true;
  }
  private addLong(piece: string): boolean {
    if (isWide(piece)) return false;
    if (this.used + piece.length > this.buffer.length) this.grow(piece.length);
    this.changed(this.used + this.buffer.latin1Write(piece, this.used));
    return true;
  }
  private changed(used: number): void {
    this.used = used;
    this.known = null;
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
  if (n < 1000) return n < 10 ? 1 : n < 100 ? 2 : 3;
  if (n < 1_000_000) return n < 10_000 ? 4 : n < 100_000 ? 5 : 6;
  if (n < 1_000_000_000) return n < 10_000_000 ? 7 : n < 100_000_000 ? 8 : 9;
  return 10;
}
