/** Calls that node:fs does not offer, as this folder uses them: results >= 0 or -errno. Loads koffi at first use. */
import { F_SETFD, FD_CLOEXEC, O_CLOEXEC } from '../../abi/linux-files.js';
import { sys } from '../../libc/results.js';
import { scratchMemory } from '../../libc/scratch.js';

export function lseek(fd: number, offset: number, whence: number): number {
  return Number(sys.lseek(fd, offset, whence));
}

/** Keep a descriptor over exec, or not: perl closes those above $^F (perlvar). */
export function setCloseOnExec(fd: number, close: boolean): void {
  sys.fcntl(fd, F_SETFD, close ? FD_CLOEXEC : 0);
}

/** pipe(2), both ends close-on-exec: [read, write] or -errno. */
export function pipe(): [number, number] | number {
  const scratch = scratchMemory();
  const result = sys.pipe2(scratch.address, O_CLOEXEC);
  return result < 0 ? result : [scratch.int32[0]!, scratch.int32[1]!];
}

export function dup(fd: number): number {
  return sys.dup(fd);
}

export function dup2(from: number, to: number): number {
  return sys.dup2(from, to);
}
