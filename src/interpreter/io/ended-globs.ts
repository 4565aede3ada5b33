/**
 * A handle is closed when the last glob that holds it goes (perlfunc close: "implicitly closed"). Usually that is one
 * glob; glob assignment and *FH{IO} give a handle to several.
 */
import type { PerlGlob } from '../../runtime/glob.js';
import { closeSilently } from './close.js';
import type { FileHandle } from './file-handle.js';
import { handleIn } from './handles.js';
import { perl } from './perl.js';

const sharers = new WeakMap<FileHandle, WeakRef<PerlGlob>[]>();

/** This glob has the handle, too. */
export function shareHandle(handle: FileHandle, ...globs: PerlGlob[]): void {
  const known = sharers.get(handle) ?? [];
  for (const glob of globs) if (!known.some((ref) => ref.deref() === glob)) known.push(new WeakRef(glob));
  sharers.set(handle, known);
}

/** Nobody refers to the glob any more: so its handle is closed, unless another glob has it. */
export function globEnded(glob: PerlGlob): void {
  const handle = handleIn(glob);
  if (handle !== null) leaveHandle(handle, glob);
}

/** The glob has let its handle go. */
export function leaveHandle(handle: FileHandle, glob: PerlGlob): void {
  if (handle.stream === null || handle.pinned) return;
  const others = sharers.get(handle)?.filter((ref) => ref.deref() !== glob);
  if (others !== undefined) sharers.set(handle, others);
  if (others?.some((ref) => holds(ref.deref(), handle)) !== true) closeSilently(handle);
}

/** Where all code counts references, a glob that nobody counts is in a symbol table, or is nobody's. */
function holds(glob: PerlGlob | undefined, handle: FileHandle): boolean {
  if (glob?.io !== handle) return false;
  const { lifetimes, selected } = perl();
  if (lifetimes?.complete !== true || glob === selected) return true;
  return glob.stash.globs.get(glob.name) === glob || (glob.rc !== undefined && glob.rc !== 0);
}

/** Do others wait for this glob's handle to be closed? */
export function isAwaited(glob: PerlGlob): boolean {
  const handle = handleIn(glob);
  return handle !== null && handle.stream !== null && handle.awaited;
}
