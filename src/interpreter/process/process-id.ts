/** The process's number. node caches its own, which is the parent's in a forked child. */
import { libc } from '../../libc/libc.js';

let pid = process.pid;

export function processId(): number {
  return pid;
}

/** After fork, in the child. */
export function renewProcessId(): void {
  pid = libc.getpid();
}
