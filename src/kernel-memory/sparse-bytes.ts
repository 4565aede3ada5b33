const CHUNK = 64 * 1024;

/** Many bytes, all NUL at first, of which only those written to take memory: a segment may be larger than the heap. */
export class SparseBytes {
  readonly length: number;
  private readonly chunks = new Map<number, Uint8Array>();

  constructor(length: number) {
    this.length = length;
  }

  /** Copies the bytes from `start` on. */
  read(start: number, into: Uint8Array): void {
    this.each(start, into.length, (index, from, to, at) => {
      const chunk = this.chunks.get(index);
      if (chunk === undefined) into.fill(0, at, at + to - from);
      else into.set(chunk.subarray(from, to), at);
    });
  }

  write(start: number, bytes: Uint8Array): void {
    this.each(start, bytes.length, (index, from, to, at) => {
      this.chunk(index).set(bytes.subarray(at, at + to - from), from);
    });
  }

  clear(start: number, length: number): void {
    this.each(start, length, (index, from, to) => this.chunks.get(index)?.fill(0, from, to));
  }

  private chunk(index: number): Uint8Array {
    let chunk = this.chunks.get(index);
    if (chunk === undefined) {
      chunk = new Uint8Array(Math.min(CHUNK, this.length - index * CHUNK));
      this.chunks.set(index, chunk);
    }
    return chunk;
  }

  /** Every chunk of a range: its index, the part of it, and where that lies in the range. */
  private each(
    start: number,
    length: number,
    visit: (index: number, from: number, to: number, at: number) => void,
  ): void {
    for (let at = 0; at < length; ) {
      const index = Math.floor((start + at) / CHUNK);
      const from = start + at - index * CHUNK;
      const to = Math.min(CHUNK, from + length - at);
      visit(index, from, to, at);
      at += to - from;
    }
  }
}
