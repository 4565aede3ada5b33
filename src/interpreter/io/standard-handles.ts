/** STDIN, STDOUT and STDERR at the start of a program. */
import fs from 'node:fs';
import { EBADF } from '../../abi/linux-errno.js';
import { DescriptorStream } from './descriptor-stream.js';
import type { FileHandle } from './file-handle.js';
import { makeHandle } from './handles.js';
import { encodeFor } from './print.js';
import { isTerminal } from './terminal.js';
import { tiedCall } from './tied-handle.js';
import { plainLayers } from './layers.js';
import { type Interp, interp } from '../core/interp.js';

function standard(perl: Interp, name: string, fd: number, reads: boolean): FileHandle {
  const handle = makeHandle(perl.glob(`main::${name}`));
  handle.discard();
  if (!isOpen(fd)) return handle;
  handle.attach(new DescriptorStream(fd), reads, !reads, plainLayers);
  handle.immediate = fd === 2;
  handle.terminal = fd === 1 && isTerminal(fd);
  return handle;
}

function isOpen(fd: number): boolean {
  try {
    fs.fstatSync(fd);
    return true;
  } catch {
    return false;
  }
}

/** Open the three standard handles and select STDOUT. */
export function openStandardHandles(perl: Interp): void {
  standard(perl, 'STDIN', 0, true);
  standard(perl, 'STDOUT', 1, false);
  standard(perl, 'STDERR', 2, false);
  perl.selected = perl.glob('main::STDOUT');
  perl.writeError = (text) => writeError(perl, text);
}

/** Where warnings go: what STDERR is now. */
function writeError(perl: Interp, text: string): void {
  const handle = makeHandle(perl.glob('main::STDERR'));
  if (handle.tied !== undefined) tiedCall(handle, 'PRINT', [text]);
  else if (handle.writes) handle.put(encodeFor(handle, text, 'warn'));
  else perl.errno = EBADF;
}

/** In the child of a piped fork: standard input or output begins anew on the pipe. */
export function standardHandle(fd: 0 | 1 | number): void {
  const handle = standard(interp(), fd === 0 ? 'STDIN' : 'STDOUT', fd, fd === 0);
  handle.terminal = false;
}
