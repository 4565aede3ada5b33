import type { Bytes } from '../runtime/host.js';

/** A host's byte string as an array. */
export function toArray(bytes: Bytes): Uint8Array {
  return typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
}

/** A host's byte string as a JavaScript string of characters up to 0xFF. */
export function toLatin1(bytes: Bytes): string {
  return typeof bytes === 'string'
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
