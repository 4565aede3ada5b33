/** Putting a new stream into a handle that may be open already (perl's do_open: standard handles keep their number). */
import fs from 'node:fs';
import { ENOTTY, ESPIPE } from '../../abi/linux-errno.js';
import type { PerlGlob } from '../../runtime/glob.js';
import { finishPipe } from '../process/children.js';
import { dup2, setCloseOnExec } from '../process/system-calls.js';
import { DescriptorStream } from './descriptor-stream.js';
import type { FileHandle } from './file-handle.js';
import { rememberHandle } from './forgotten.js';
import { makeHandle } from './handles.js';
import type { Layers } from './layers.js';
import type { OpenMode } from './open-mode.js';
import { perl } from './perl.js';
import type { Stream } from './stream.js';
import { lastSystemDescriptor } from './system-descriptors.js';
import { isTerminal } from './terminal.js';

/**
 * The handle is about to be opened anew. A standard descriptor stays open until the new one can take its number, and
 * is answered; anything else is closed now.
 */
export function closeImplicitly(handle: FileHandle): Stream | null {
  const stream = handle.stream;
  if (stream === null) return null;
  const pid = handle.pid;
  if (stream.fd >= 0 && stream.fd <= lastSystemDescriptor() && pid === 0) {
    handle.flush();
    handle.giveBack();
    handle.discard();
    handle.detach();
    return stream;
  }
  if (handle.closeStream() < 0 && pid === 0) {
    perl().writeError(`Warning: unable to close filehandle ${handle.name} properly.\n`);
  }
  if (pid !== 0) finishPipe(handle, pid);
  return null;
}

export function adopt(glob: PerlGlob, kept: Stream | null, given: Stream, mode: Direction, layers: Layers): void {
  const handle = makeHandle(glob);
  const stream = kept === null ? given : moveTo(kept, given);
  handle.attach(stream, mode.reads, mode.writes, layers);
  rememberHandle(glob, handle);
  handle.immediate = stream.fd === 2;
  if (stream.fd < 0) return;
  const terminal = isTerminal(stream.fd);
  if (mode.writes) handle.terminal = terminal;
  perl().errno = errnoOfOpening(handle, terminal);
  if (kept === null && stream.fd <= lastSystemDescriptor()) setCloseOnExec(stream.fd, false);
  warnAboutStandard(glob, stream.fd, mode);
}

/**
 * What a successful open leaves in $!, which becomes the exit status of a program that dies later: perl asks whether the
 * descriptor is a terminal (ENOTTY), then for its position (ESPIPE).
 */
function errnoOfOpening(handle: FileHandle, terminal: boolean): number {
  if (terminal) return ESPIPE;
  const status = fs.fstatSync(handle.fd);
  handle.awaited = status.isFIFO() || status.isSocket();
  return handle.awaited ? ESPIPE : ENOTTY;
}

type Direction = Pick<OpenMode, 'reads' | 'writes'>;

/** Let the new descriptor take the number of the old one. */
function moveTo(kept: Stream, given: Stream): Stream {
  if (given.fd < 0) {
    kept.close();
    return given;
  }
  if (given.fd === kept.fd) return given;
  dup2(given.fd, kept.fd);
  given.close();
  return new DescriptorStream(kept.fd);
}

function warnAboutStandard(glob: PerlGlob, fd: number, mode: Direction): void {
  if (fd > 2) return;
  const standard = ['STDIN', 'STDOUT', 'STDERR'][fd]!;
  if (glob.name === standard) return;
  if (fd === 0 && mode.writes) {
    perl().warn('io', `Filehandle STDIN reopened as ${glob.name} only for output`);
  } else if (fd > 0 && !mode.writes) {
    perl().warn('io', `Filehandle ${standard} reopened as ${glob.name} only for input`);
  }
}
