/** The checksums of zlib. */

const table = Int32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

export function crc32(bytes: Buffer, before = 0): number {
  let c = ~before;
  for (const byte of bytes) c = (table[(c ^ byte) & 255] as number) ^ (c >>> 8);
  return ~c >>> 0;
}

const BASE = 65521;

export function adler32(bytes: Buffer, before = 1): number {
  let a = before & 0xffff;
  let b = before >>> 16;
  for (const byte of bytes) {
    a = (a + byte) % BASE;
    b = (b + a) % BASE;
  }
  return ((b << 16) | a) >>> 0;
}

/** The CRC of two pieces one after another, given how long the second is: zeros are run through the first. */
export function crc32Combine(first: number, second: number, length: number): number {
  return (crc32(Buffer.alloc(length), first) ^ crc32(Buffer.alloc(length)) ^ second) >>> 0;
}

export function adler32Combine(first: number, second: number, length: number): number {
  const rest = length % BASE;
  const a1 = first & 0xffff;
  const a = (a1 + (second & 0xffff) + BASE - 1) % BASE;
  const b = (((rest * a1) % BASE) + (first >>> 16) + (second >>> 16) + 2 * BASE - rest) % BASE;
  return ((b << 16) | a) >>> 0;
}
