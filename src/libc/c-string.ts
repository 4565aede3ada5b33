import { koffi, libc } from './libc.js';

/** A byte string (code units up to 0xFF) as C wants it: its bytes and a NUL. C ends it at the first NUL. */
export function cString(bytes: string): Buffer {
  return Buffer.from(`${bytes}\0`, 'latin1');
}

/** The bytes of a C string up to its NUL, as a byte string. */
export function readCString(address: bigint): string {
  const length = libc.strlen(address);
  const bytes = Buffer.allocUnsafe(length);
  if (length > 0) libc.memcpy(bytes, address, length);
  return bytes.toString('latin1');
}

/**
 * A `char *argv[]`: the pointers, a NULL, then the strings they point to, in one piece of memory that is itself the
 * array. Keep it referenced as long as C uses it.
 */
export function cStringArray(texts: readonly string[]): Buffer {
  const tableSize = (texts.length + 1) * POINTER_SIZE;
  const memory = Buffer.alloc(texts.reduce((size, text) => size + text.length + 1, tableSize));
  const base = koffi().address(memory);
  let end = tableSize;
  for (const [index, text] of texts.entries()) {
    memory.writeBigUInt64LE(base + BigInt(end), index * POINTER_SIZE);
    end += memory.write(text, end, 'latin1') + 1;
  }
  return memory;
}

const POINTER_SIZE = 8;
