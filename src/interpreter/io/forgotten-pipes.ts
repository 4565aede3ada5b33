/**
 * Before waiting for the end of a pipe, or for a child: see that no forgotten handle of ours keeps a pipe open.
 * forgotten.ts knows how; it stands above the files that ask here.
 */
import { POLLIN } from '../../abi/linux-files.js';
import { poll } from '../../libc/descriptors.js';

interface ForgottenHandles {
  /** could one of them keep a pipe open? */
  mayKeepPipe(): boolean;
  /** close them all */
  close(): void;
}

let forgotten: ForgottenHandles = { mayKeepPipe: () => false, close: () => {} };

export function setForgottenHandles(given: ForgottenHandles): void {
  forgotten = given;
}

export function forgottenHandles(): ForgottenHandles {
  return forgotten;
}

/** So many milliseconds nobody is suspected. */
const PATIENCE = 50;

/** About to read from a descriptor. */
export function releasePipe(fd: number): void {
  if (fd >= 0 && forgotten.mayKeepPipe() && poll(fd, POLLIN, PATIENCE) === 0) forgotten.close();
}
