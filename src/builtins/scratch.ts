import type { Bytes } from '../runtime/host.js';

/** Beyond this size memory is made for the one call and not kept. */
const KEPT = 1 << 20;
const SHORT = 40;

/** A method that every Buffer has and that its types leave out. */
type ByteBuffer = Buffer & { latin1Write(text: string, offset: number): number };

/**
 * Memory between Perl strings and the kernel, used again by every call. It is filled directly before the system call or
 * read directly after it, with no Perl code in between.
 */
export class Scratch {
  private kept = Buffer.allocUnsafeSlow(4096) as ByteBuffer;
  private cut: Uint8Array = this.kept;

  /** Room for at least that many bytes, with anything in it. */
  room(length: number): ByteBuffer {
    if (length <= this.kept.length) return this.kept;
    if (length > KEPT) return Buffer.allocUnsafeSlow(length) as ByteBuffer;
    let size = this.kept.length;
    while (size < length) size *= 2;
    this.kept = Buffer.allocUnsafeSlow(size) as ByteBuffer;
    return this.kept;
  }

  /** Room for exactly that many bytes. */
  exactly(length: number): Uint8Array {
    const room = this.room(length);
    if (this.cut.length !== length || this.cut.buffer !== room.buffer) this.cut = room.subarray(0, length);
    return this.cut;
  }

  /** An array that begins with the bytes, and may be longer. */
  hold(bytes: Bytes): Uint8Array {
    if (typeof bytes !== 'string') return bytes;
    const { length } = bytes;
    const room = this.room(length);
    // Node's own function costs as much as forty characters.
    if (length > SHORT) room.latin1Write(bytes, 0);
    else for (let index = 0; index < length; index++) room[index] = bytes.charCodeAt(index);
    return room;
  }
}
