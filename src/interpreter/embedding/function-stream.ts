/** Standard handles of an embedded interpreter: a JavaScript function takes what is written, bytes are what is read. */
import { EBADF, ESPIPE } from '../../abi/linux-errno.js';
import type { Stream } from '../io/stream.js';

export class FunctionStream implements Stream {
  readonly fd = -1;
  readonly unbuffered: boolean;
  private readonly take: ((bytes: Uint8Array) => void) | null;
  private rest: string;

  constructor(take: ((bytes: Uint8Array) => void) | null, input: string, unbuffered: boolean) {
    this.take = take;
    this.rest = input;
    this.unbuffered = unbuffered;
  }

  read(max: number): string {
    const bytes = this.rest.slice(0, max);
    this.rest = this.rest.slice(max);
    return bytes;
  }

  write(bytes: string): number {
    if (this.take === null) return -EBADF;
    this.take(Buffer.from(bytes, 'latin1'));
    return 0;
  }

  seek(): number {
    return -ESPIPE;
  }

  truncate(): number {
    return -ESPIPE;
  }

  close(): number {
    return 0;
  }
}
