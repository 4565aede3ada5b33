/** A stream over a descriptor. Plain reads and writes go through node:fs, which needs no native library. */
import fs from 'node:fs';
import { EAGAIN, EINTR, EPIPE } from '../../abi/linux-errno.js';
import { letGo } from '../../libc/keeping.js';
import { lseek } from '../process/system-calls.js';
import { interruptible, raiseBrokenPipe, writeInterruptibly } from '../process/signal-delivery.js';
import { attempt, negativeErrno } from './node-errno.js';
import { releaseDescriptor } from './shared-descriptors.js';
import { SEEK_CUR, SEEK_END } from './stream.js';
import type { Stream } from './stream.js';

/** Every read goes through this memory and leaves it as a string. */
let block = Buffer.allocUnsafeSlow(65536);

/** read(2): bytes, '' at the end, or -errno (-EINTR when a signal arrived). */
export function readDescriptor(fd: number, max: number): string | number {
  letGo();
  if (max > block.length) block = Buffer.allocUnsafeSlow(max);
  try {
    return block.toString('latin1', 0, fs.readSync(fd, block, 0, max, null));
  } catch (e) {
    return negativeErrno(e);
  }
}

/** write(2) once: the number of bytes written, or -errno. */
export function writeDescriptor(fd: number, bytes: string): number {
  letGo();
  if (interruptible()) return writeInterruptibly(fd, bytes);
  try {
    return fs.writeSync(fd, bytes, null, 'latin1');
  } catch (e) {
    const errno = negativeErrno(e);
    if (errno === -EPIPE) raiseBrokenPipe();
    return errno;
  }
}

export class DescriptorStream implements Stream {
  readonly fd: number;
  readonly unbuffered = false;
  /** opened for appending: perl goes to the end at once, this stream when its position first matters */
  private goToEnd: boolean;
  constructor(fd: number, goToEnd = false) {
    this.fd = fd;
    this.goToEnd = goToEnd;
  }

  read(max: number): string | number {
    if (this.goToEnd) this.seek(0, SEEK_CUR);
    return readDescriptor(this.fd, max);
  }

  write(bytes: string): number {
    let rest = bytes;
    while (rest.length > 0) {
      const written = writeDescriptor(this.fd, rest);
      if (written === -EINTR) return -EINTR;
      if (written < 0) return written;
      if (written === 0) return -EAGAIN;
      rest = written === rest.length ? '' : rest.slice(written);
    }
    return 0;
  }

  seek(offset: number, whence: number): number {
    if (this.goToEnd) {
      this.goToEnd = false;
      lseek(this.fd, 0, SEEK_END);
    }
    return lseek(this.fd, offset, whence);
  }

  truncate(length: number): number {
    return attempt(() => fs.ftruncateSync(this.fd, length));
  }

  close(): number {
    return releaseDescriptor(this.fd) ? attempt(() => fs.closeSync(this.fd)) : 0;
  }
}
