import { AT_FDCWD, UTIME_NOW } from '../abi/linux-files.js';
import { cString, readCString } from './c-string.js';
import { libc } from './libc.js';
import { sys } from './results.js';

/** The calls on paths that give something back; the others are `sys.unlink(cString(path))` and the like. */

/** readlink(2): the byte string the link holds, or -errno. */
export function readlink(path: string): string | number {
  const into = Buffer.alloc(4096);
  const length = sys.readlink(cString(path), into, into.length);
  return length < 0 ? length : into.toString('latin1', 0, length);
}

/** getcwd(3), or undefined if the folder is gone. */
export function workingFolder(): string | undefined {
  const into = Buffer.alloc(4096);
  return libc.getcwd(into, into.length) === null ? undefined : into.toString('latin1', 0, into.indexOf(0));
}

/** ttyname(3), or undefined for something else than a terminal. */
export function terminalName(fd: number): string | undefined {
  const address = libc.ttyname(fd);
  return address === null ? undefined : readCString(address);
}

/** utime: both times in seconds with a fraction, or undefined for now. 0 or -errno. */
export function setFileTimes(path: string, atime: number | undefined, mtime: number | undefined): number {
  return sys.utimensat(AT_FDCWD, cString(path), timespecs(atime, mtime), 0);
}

/** The same for an open file. */
export function setDescriptorTimes(fd: number, atime: number | undefined, mtime: number | undefined): number {
  return sys.futimens(fd, timespecs(atime, mtime));
}

/** struct timespec twice; UTIME_NOW for a time that is not given. */
function timespecs(...times: (number | undefined)[]): BigInt64Array {
  const words = new BigInt64Array(4);
  for (const [index, time] of times.entries()) {
    const whole = Math.floor(time ?? 0);
    words[index * 2] = BigInt(whole);
    words[index * 2 + 1] = time === undefined ? BigInt(UTIME_NOW) : BigInt(Math.floor((time - whole) * 1e9));
  }
  return words;
}
