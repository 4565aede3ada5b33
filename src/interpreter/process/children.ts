/** Waiting for the processes behind pipes, and `$?` (perlvar "$CHILD_ERROR"). */
import type { FileHandle } from '../io/file-handle.js';

/** Close of a pipe handle: wait for its process and set $?; answers the wait status. */
export function finishPipe(handle: FileHandle, pid: number): number {
  void handle;
  void pid;
  return 0;
}
