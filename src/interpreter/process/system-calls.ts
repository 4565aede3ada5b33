/** Calls that node:fs does not offer, as this folder uses them: results >= 0 or -errno. Loads koffi at first use. */
import { O_CLOEXEC } from '../../abi/linux-files.js';
import * as descriptors from '../../libc/descriptors.js';
import { sys } from '../../libc/results.js';

export function lseek(fd: number, offset: number, whence: number): number {
  return Number(sys.lseek(fd, offset, whence));
}

/** pipe(2), both ends close-on-exec: [read, write] or -errno. */
export function pipe(): descriptors.DescriptorPair {
  return descriptors.pipe(O_CLOEXEC);
}

export function dup(fd: number): number {
  return sys.dup(fd);
}

export function dup2(from: number, to: number): number {
  return sys.dup2(from, to);
}

export { setCloseOnExec } from '../../libc/descriptors.js';
