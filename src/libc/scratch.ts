import { koffi } from './libc.js';

/**
 * Small fixed memory for the structs of calls: an address that never changes (a bigint, the fastest pointer for koffi)
 * with typed views on it. Its content lives for one call only. fork copies it like any memory.
 */
export interface Scratch {
  readonly address: bigint;
  readonly bytes: Uint8Array;
  readonly int16: Int16Array;
  readonly int32: Int32Array;
  readonly uint32: Uint32Array;
  readonly int64: BigInt64Array;
  readonly uint64: BigUint64Array;
}

const SIZE = 4096;
let scratch: Scratch | undefined;

/** The one scratch area of this thread. */
export function scratchMemory(): Scratch {
  scratch ??= makeScratch(SIZE);
  return scratch;
}

/** An ArrayBuffer of this size lies outside the JavaScript heap and doesn't move while it lives. */
export function makeScratch(size: number): Scratch {
  const buffer = new ArrayBuffer(size);
  return {
    address: koffi().address(buffer),
    bytes: new Uint8Array(buffer),
    int16: new Int16Array(buffer),
    int32: new Int32Array(buffer),
    uint32: new Uint32Array(buffer),
    int64: new BigInt64Array(buffer),
    uint64: new BigUint64Array(buffer),
  };
}
