/**
 * Handles whose variable is gone. Perl counts references and closes such a handle at once; here nobody notices, until
 * it matters: when descriptors run out, a lock is not free, or a reader waits for the end of a pipe that only a
 * forgotten handle keeps open. Then garbage is collected, and handles whose glob has gone with it are closed.
 */
import { EMFILE, ENFILE } from '../../abi/linux-errno.js';
import type { PerlGlob } from '../../runtime/glob.js';
import { collectGarbage, forgetKeptObjects } from '../process/garbage.js';
import { closeSilently } from './close.js';
import type { FileHandle } from './file-handle.js';
import { setForgottenHandles } from './forgotten-pipes.js';
import { perl } from './perl.js';

/** Open handles that are in no symbol table, with the globs that hold them. */
const anonymous = new Map<FileHandle, WeakRef<PerlGlob>>();
/** How many of them there may be before it is worth looking for forgotten ones. */
const FEW = 200;
let enough = FEW;
/** Has a pipe or socket been opened since the last search? */
let pipeOpened = false;

/** A handle has been opened in this glob. */
export function rememberHandle(glob: PerlGlob, handle: FileHandle): void {
  if (handle.stream === null || handle.fd < 0) return;
  if (glob.stash.globs.get(glob.name) === glob) return;
  for (const known of anonymous.keys()) {
    if (known.stream !== null) break;
    anonymous.delete(known);
  }
  anonymous.set(handle, new WeakRef(glob));
  if (anonymous.size >= enough) {
    closeForgotten();
    enough = Math.max(FEW, 2 * anonymous.size);
  }
}

/** A handle of a pipe or socket has been opened: whoever reads the other end waits until it is closed. */
export function rememberPipe(): void {
  pipeOpened = true;
}

/** Let those who wait for pipes and children know of forgotten handles. */
export function installForgottenHandles(): void {
  setForgottenHandles({ mayKeepPipe: () => pipeOpened && anonymous.size > 0, close: closeForgotten });
}

/** Close the handles whose glob is garbage: how many there were. */
export function closeForgotten(): number {
  if (anonymous.size === 0) return 0;
  pipeOpened = false;
  forgetKeptObjects();
  collectGarbage();
  const named = handlesInSymbolTables();
  let closed = 0;
  for (const [handle, glob] of [...anonymous]) {
    if (handle.stream === null) anonymous.delete(handle);
    else if (glob.deref() === undefined && !named.has(handle) && !handle.pinned) {
      anonymous.delete(handle);
      closeSilently(handle);
      closed++;
    }
  }
  return closed;
}

/** A glob assignment may have given a handle a second, lasting place. */
function handlesInSymbolTables(): Set<unknown> {
  const found = new Set<unknown>();
  for (const stash of perl().packages.stashes.values()) {
    for (const glob of stash.globs.values()) if (glob.io !== null) found.add(glob.io);
  }
  return found;
}

/** Make a call that needs a descriptor; if there is none left, once more without the forgotten ones. */
export function withDescriptor<Result>(call: () => Result | number): Result | number {
  const result = call();
  const none = result === -EMFILE || result === -ENFILE;
  return none && closeForgotten() > 0 ? call() : result;
}
