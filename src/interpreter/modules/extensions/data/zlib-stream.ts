/**
 * zlib's streams as the C library has them: one call takes input and gives output. Node's own classes hide that behind
 * events; the handle inside them can be called directly.
 */
import zlib from 'node:zlib';

export const Z = {
  NO_FLUSH: 0,
  SYNC_FLUSH: 2,
  FINISH: 4,
  OK: 0,
  STREAM_END: 1,
  NEED_DICT: 2,
  STREAM_ERROR: -2,
  DATA_ERROR: -3,
  BUF_ERROR: -5,
} as const;

interface Handle {
  onerror: (message: string, errno: number) => void;
  writeSync(flush: number, input: Buffer, at: number, length: number, out: Buffer, outAt: number, room: number): void;
  reset(): void;
  params(level: number, strategy: number): void;
  close(): void;
}

interface Inside {
  readonly _handle: Handle;
  /** room left in the output, input left */
  readonly _writeState: Uint32Array;
}

export interface StreamOptions {
  readonly level?: number;
  readonly windowBits: number;
  readonly memLevel?: number;
  readonly strategy?: number;
  readonly dictionary?: Buffer | undefined;
}

const NOTHING = Buffer.alloc(0);

export class ZlibStream {
  private readonly inside: Inside;
  private readonly room: Buffer;
  private error = 0;
  /** what zlib has to say about the last error */
  message = '';

  constructor(kind: 'deflate' | 'inflate', { windowBits, dictionary, ...rest }: StreamOptions, bufferSize: number) {
    const options: zlib.ZlibOptions = { ...rest, windowBits: Math.max(9, Math.abs(windowBits) & 15) };
    if (dictionary !== undefined && dictionary.length > 0) options.dictionary = dictionary;
    this.inside = made(kind, windowBits, options) as Inside;
    this.inside._handle.onerror = (message, errno) => {
      this.error = errno;
      this.message = message;
    };
    this.room = Buffer.allocUnsafe(Math.max(bufferSize, 64));
  }

  /** One step: at most a buffer of output. */
  private step(flush: number, input: Buffer, at: number): { output: Buffer; used: number; full: boolean } {
    const { _handle, _writeState } = this.inside;
    this.error = 0;
    _handle.writeSync(flush, input, at, input.length - at, this.room, 0, this.room.length);
    const [roomLeft = 0, inputLeft = 0] = _writeState;
    const output = Buffer.from(this.room.subarray(0, this.room.length - roomLeft));
    return { output, used: input.length - at - inputLeft, full: roomLeft === 0 };
  }

  /** All output for an input. */
  write(input: Buffer, flush: number): { status: number; output: Buffer } {
    const parts: Buffer[] = [];
    let at = 0;
    for (;;) {
      const { output, used, full } = this.step(flush, input, at);
      at += used;
      parts.push(output);
      if (this.error < 0 && this.error !== Z.BUF_ERROR) return { status: this.error, output: Buffer.concat(parts) };
      if (!full && at >= input.length) return { status: Z.OK, output: Buffer.concat(parts) };
    }
  }

  /** Output until the input or the stream ends; `once`: no more than one buffer. */
  read(input: Buffer, once: boolean): { status: number; output: Buffer; used: number } {
    const parts: Buffer[] = [];
    let at = 0;
    for (;;) {
      const { output, used, full } = this.step(Z.SYNC_FLUSH, input, at);
      at += used;
      parts.push(output);
      const done = (status: number) => ({ status, output: Buffer.concat(parts), used: at });
      if (this.error !== 0 && this.error !== Z.BUF_ERROR) return done(this.error);
      if (full && once) return done(Z.BUF_ERROR);
      if (full) continue;
      if (at < input.length) return done(Z.STREAM_END);
      return done(this.hasEnded() ? Z.STREAM_END : Z.OK);
    }
  }

  /** At the end of a stream, zlib finishes without input; elsewhere it complains, and goes on when there is more. */
  private hasEnded(): boolean {
    this.step(Z.FINISH, NOTHING, 0);
    const ended = this.error === 0;
    this.error = 0;
    return ended;
  }

  setParameters(level: number, strategy: number): void {
    this.inside._handle.params(level, strategy);
  }
  reset(): void {
    this.inside._handle.reset();
  }
}

/** Negative bits: no header; 16 more: gzip's; 32 more: whichever comes. */
function made(kind: 'deflate' | 'inflate', windowBits: number, options: zlib.ZlibOptions): unknown {
  if (kind === 'deflate') {
    if (windowBits < 0) return zlib.createDeflateRaw(options);
    return windowBits & 16 ? zlib.createGzip(options) : zlib.createDeflate(options);
  }
  if (windowBits < 0) return zlib.createInflateRaw(options);
  if (windowBits & 32) return zlib.createUnzip(options);
  return windowBits & 16 ? zlib.createGunzip(options) : zlib.createInflate(options);
}
