/** Is a descriptor a terminal (isatty(3))? node:tty brings all of Node's streams along: asked only about likely ones. */
import { fstatSync } from 'node:fs';
import tty from 'node:tty';

/** Character devices that are no terminals: /dev/null and the like (Linux devices.txt). */
const MEMORY_DEVICES = 1;

export function isTerminal(fd: number): boolean {
  if (fd < 0) return false;
  try {
    const state = fstatSync(fd);
    return state.isCharacterDevice() && Math.floor(state.rdev / 256) !== MEMORY_DEVICES && tty.isatty(fd);
  } catch {
    return false;
  }
}
