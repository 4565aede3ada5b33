import type { Bytes } from '../runtime/host.js';

/** Beyond this size memory is made for the one call and not kept. */
const KEPT = 1 << 20;
const SHORT = 40;
/** Up to this size it is worth while to see whether a string is the same as the last. */
const SAME = 512;
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
  private readonly text = Buffer.allocUnsafeSlow(SAME) as ByteBuffer;
  /** The string whose bytes are in `text`. */
  private held = '';

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
    const { length } = bytes;
    if (length > SAME) return this.write(bytes, this.room(length));
    // Programs send the same operations and messages again and again.
    if (bytes === this.held) return this.text;
    this.held = bytes;
    return this.write(bytes, this.text);
  }

  private write(bytes: string, room: ByteBuffer): Uint8Array {
    const { length } = bytes;
    // Node's own function costs as much as forty characters.
    if (length > SHORT) room.latin1Write(bytes, 0);
    else for (let index = 0; index < length; index++) room[index] = bytes.charCodeAt(index);
    return room;
  }
}
