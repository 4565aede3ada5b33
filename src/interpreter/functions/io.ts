/** Core functions on file handles: opening, closing, modes (perlfunc, "Input and output functions"). */
import { closeHandle } from '../io/close.js';
import { argumentsAtEnd } from '../io/argv.js';
import { setLayers } from '../io/binmode.js';
import { selectHandle } from '../io/select-handle.js';
import { fileControl, inputOutputControl, lockFile } from '../io/control.js';
import { atEnd, lastReadAtEnd } from '../io/end-of-file.js';
import { fileNumber } from '../io/file-number.js';
import { openFunction, openSystem } from '../io/open-function.js';
import { makePipe } from '../io/pipe.js';
import { seekHandle, seekSystem, tellHandle, truncateFile } from '../io/position.js';
import { getCharacter, readCharactersInto, readSystem, writeSystem } from '../io/read-write.js';
import { readline } from '../io/read-line.js';
import { selectDescriptors } from '../io/select-descriptors.js';
import { perl } from '../io/perl.js';
import type { Op } from '../../runtime/active.js';
import { Scalar } from '../../runtime/scalar.js';
import { bool, LIST } from '../../runtime/value.js';
import type { PerlValue, Want } from '../../runtime/value.js';
import type { CoreFunctionTable } from './core-function.js';

/** select with a handle or nothing, or with four operands. */
function select(op: Op, want: Want, ...given: (Scalar | PerlValue)[]): PerlValue | PerlValue[] {
  if (given.length > 1) return selectDescriptors(op, want, ...(given as [Scalar, Scalar, Scalar, PerlValue]));
  const [handle] = given;
  const before = given.length === 0 ? selectHandle(op) : selectHandle(op, handle instanceof Scalar ? handle.v : handle);
  return want === LIST ? [before] : before;
}

export const ioFunctions: CoreFunctionTable = {
  open: { operands: 'F?sl', returns: 's', fn: openFunction },
  sysopen: { operands: 'Fss?s', returns: 's', fn: openSystem },
  close: {
    operands: '?f',
    returns: 's',
    fn: (_op, ...handle: PerlValue[]) => closeHandle(handle.length > 0 ? handle[0] : perl().selected!),
  },
  binmode: { operands: 'f?s', returns: 's', fn: setLayers },
  fileno: { operands: 'f', returns: 's', fn: fileNumber },
  eof: {
    operands: '?f',
    returns: 's',
    fn: (_op, ...handle: PerlValue[]) => (handle.length > 0 ? atEnd(handle[0]) : lastReadAtEnd()),
  },
  /** eof(): with empty parentheses */
  eofArguments: { operands: '', returns: 's', fn: () => bool(argumentsAtEnd()) },
  getc: { operands: '?f', returns: 's', fn: getCharacter },
  read: { operands: 'fSs?s', returns: 's', fn: readCharactersInto },
  sysread: { operands: 'fSs?s', returns: 's', fn: readSystem },
  syswrite: { operands: 'fs?ss', returns: 's', fn: writeSystem },
  seek: { operands: 'fss', returns: 's', fn: seekHandle },
  sysseek: { operands: 'fss', returns: 's', fn: seekSystem },
  tell: { operands: '?f', returns: 's', fn: tellHandle },
  truncate: { operands: 'fs', returns: 's', fn: truncateFile },
  flock: { operands: 'fs', returns: 's', fn: lockFile },
  fcntl: { operands: 'fsS', returns: 's', fn: fileControl },
  ioctl: { operands: 'fsS', returns: 's', fn: inputOutputControl },
  readline: {
    operands: '?f',
    returns: 'w',
    fn: (op, want: Want, ...handle: PerlValue[]) => readline(handle.length > 0 ? handle[0] : null, want, op),
  },
  select: { operands: '?FSSs', returns: 'w', fn: select },
  pipe: { operands: 'FF', returns: 's', fn: makePipe },
};
