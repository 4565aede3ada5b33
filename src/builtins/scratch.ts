import type { Bytes } from '../runtime/host.js';

/** Beyond this size memory is made for the one call and not kept. */
const KEPT = 1 << 20;
const SHORT = 40;

/**
 * Memory between Perl strings and the kernel, used again by every call. It is filled directly before the system call or
 * read directly after it, with no Perl code in between.
 */
export class Scratch {
  private kept = Buffer.allocUnsafeSlow(4096);

  /** Room for at least that many bytes, with anything in it. */
  room(length: number): Buffer {
    if (length <= this.kept.length) return this.kept;
    if (length > KEPT) return Buffer.allocUnsafeSlow(length);
    let size = this.kept.length;
    while (size < length) size *= 2;
    this.kept = Buffer.allocUnsafeSlow(size);
    return this.kept;
  }

  /** An array that begins with the bytes, and may be longer. */
  hold(bytes: Bytes): Uint8Array {
    if (typeof bytes !== 'string') return bytes;
    const { length } = bytes;
    const room = this.room(length);
    // Node's own function costs as much as forty characters.
    if (length > SHORT) room.write(bytes, 'latin1');
    else for (let index = 0; index < length; index++) room[index] = bytes.charCodeAt(index);
    return room;
  }
}
