/** A place where byte strings are worked on: written there, changed in place, and read back as a string. */

/** Methods that every Buffer has and that its types leave out. */
type ByteBuffer = Buffer & {
  latin1Write(text: string, offset: number): number;
  latin1Slice(start: number, end: number): string;
};

/** Longer strings are written by node. */
const SHORT = 24;
/** What a longer one needed is not kept. */
const KEPT = 1 << 20;

let kept = Buffer.allocUnsafeSlow(1 << 12) as ByteBuffer;

/** The bytes of a string without wide characters, to be used before anything else is written. */
export function writtenBytes(text: string): ByteBuffer {
  const n = text.length;
  const bytes = n <= kept.length ? kept : larger(n);
  if (n > SHORT) bytes.latin1Write(text, 0);
  else for (let i = 0; i < n; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function larger(size: number): ByteBuffer {
  const bytes = Buffer.allocUnsafeSlow(Math.max(size, Math.min(2 * kept.length, KEPT))) as ByteBuffer;
  if (bytes.length <= KEPT) kept = bytes;
  return bytes;
}
