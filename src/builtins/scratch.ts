import type { Bytes } from '../runtime/host.js';

/** Beyond this size memory is made for the one call and not kept. */
const KEPT = 1 << 20;
const SHORT = 40;
/** Programs send the same operations and messages again and again: up to this size it is worth while to remember some. */
const SAME = 16 * 1024;
const HELD = 8;
/** Cuts of less than this size are kept. */
const SHORT_CUT = 256;

/** A method that every Buffer has and that its types leave out. */
type ByteBuffer = Buffer & { latin1Write(text: string, offset: number): number };

/**
 * Memory between Perl strings and the kernel, used again by every call. It is filled directly before the system call or
 * read directly after it, with no Perl code in between.
 */
export class Scratch {
  private kept = Buffer.allocUnsafeSlow(4096) as ByteBuffer;
  /** The beginnings of `kept` that were asked for, by their length: making one costs as much as a short system call. */
  private cuts: (Uint8Array | undefined)[] = [];
  /** Short strings that were held lately, by something like a hash of them, and their bytes. */
  private readonly texts: string[] = Array.from({ length: HELD }, () => '');
  private readonly held: ByteBuffer[] = Array.from({ length: HELD }, () => Buffer.allocUnsafeSlow(256) as ByteBuffer);

  /** Room for at least that many bytes, with anything in it. */
  room(length: number): ByteBuffer {
    if (length <= this.kept.length) return this.kept;
    if (length > KEPT) return Buffer.allocUnsafeSlow(length) as ByteBuffer;
    let size = this.kept.length;
    while (size < length) size *= 2;
    this.kept = Buffer.allocUnsafeSlow(size) as ByteBuffer;
    this.cuts = [];
    return this.kept;
  }

  /** Room for exactly that many bytes. */
  exactly(length: number): Uint8Array {
    return this.cut(this.room(length), length);
  }

  /** The first bytes of a room. */
  cut(room: Uint8Array, length: number): Uint8Array {
    if (length >= SHORT_CUT || room !== this.kept) return room.subarray(0, length);
    let cut = this.cuts[length];
    if (cut === undefined) {
      cut = room.subarray(0, length);
      this.cuts[length] = cut;
    }
    return cut;
  }

  /** An array that begins with the bytes, and may be longer. */
  hold(bytes: Bytes): Uint8Array {
    if (typeof bytes !== 'string') return bytes;
    if (bytes.length > SAME) return this.write(bytes, this.room(bytes.length));
    const place = placeOf(bytes);
    let room = this.held[place] as ByteBuffer;
    if (this.texts[place] === bytes) return room;
    if (bytes.length > room.length) {
      room = Buffer.allocUnsafeSlow(bytes.length) as ByteBuffer;
      this.held[place] = room;
    }
    this.texts[place] = bytes;
    return this.write(bytes, room);
  }

  /** The same for a string that was held lately. */
  recall(text: string): Uint8Array | undefined {
    if (text.length > SAME) return undefined;
    const place = placeOf(text);
    return this.texts[place] === text ? this.held[place] : undefined;
  }

  private write(bytes: string, room: ByteBuffer): Uint8Array {
    const { length } = bytes;
    // Node's own function costs as much as forty characters.
    if (length > SHORT) room.latin1Write(bytes, 0);
    else for (let index = 0; index < length; index++) room[index] = bytes.charCodeAt(index);
    return room;
  }
}

/** The third character tells an unlock from a lock, the ninth a message from another. */
function placeOf(text: string): number {
  const { length } = text;
  return ((length > 2 ? text.charCodeAt(2) : 0) + (length > 8 ? text.charCodeAt(8) : 0)) % HELD;
}
