/** read, sysread, syswrite and getc (perlfunc). */
import { EBADF, EINTR } from '../../abi/linux-errno.js';
import type { Op } from '../../runtime/active.js';
import { charLength, isWide } from '../../runtime/astral.js';
import { int, str } from '../../runtime/convert.js';
import type { PerlGlob } from '../../runtime/glob.js';
import type { Scalar } from '../../runtime/scalar.js';
import type { PerlValue } from '../../runtime/value.js';
import { dispatchSignals } from '../process/signal-delivery.js';
import { readDescriptor, writeDescriptor } from './descriptor-stream.js';
import type { FileHandle } from './file-handle.js';
import { releasePipe } from './forgotten-pipes.js';
import { handleIn, requiredGlob } from './handles.js';
import { fail, perl } from './perl.js';
import { readCharacters } from './read-line.js';
import { reportClosed, reportOneWay } from './report.js';
import { tiedCall } from './tied-handle.js';

/** Where in the buffer to read to: what stays in front of the new text. */
function partBefore(op: Op, buffer: Scalar, offset: PerlValue[]): string {
  if (offset.length === 0) return '';
  const have = buffer.v === undefined ? '' : str(buffer.v, op);
  let at = Number(int(offset[0], op));
  if (at < 0) at += have.length;
  if (at < 0) perl().die('Offset outside string');
  return at <= have.length ? have.slice(0, at) : have.padEnd(at, '\0');
}

function lengthOf(op: Op, length: PerlValue): number {
  const n = Number(int(length, op));
  if (n < 0) perl().die('Negative length');
  return n;
}

/** The handle to read from, or null after a warning. */
function readable(glob: PerlGlob, op: string): FileHandle | null {
  const handle = handleIn(glob);
  if (handle?.reads && handle.stream) return handle;
  if (handle?.stream) reportOneWay(glob, 'output');
  else reportClosed(glob, op);
  return null;
}

function tiedRead(glob: PerlGlob, buffer: Scalar, rest: PerlValue[]): { result: PerlValue } | null {
  const handle = handleIn(glob);
  if (handle === null || handle.tied === undefined) return null;
  return { result: tiedCall(handle, 'READ', [buffer as unknown as PerlValue, ...rest]) };
}

/** read(FH, $buffer, LENGTH, OFFSET): characters, through the handle's buffer. */
export function readCharactersInto(
  op: Op,
  value: PerlValue,
  buffer: Scalar,
  length: PerlValue,
  ...offset: PerlValue[]
) {
  const glob = requiredGlob(value);
  const tied = tiedRead(glob, buffer, [length, ...offset]);
  if (tied !== null) return tied.result;
  const count = lengthOf(op, length);
  const before = partBefore(op, buffer, offset);
  const handle = readable(glob, 'read');
  if (handle === null) return undefined;
  handle.failure = 0;
  const encoding = handle.layers.encoding;
  const got = encoding === null ? handle.readBytes(count) : encoding.decode(readCharacters(handle, count));
  if (got === '' && handle.failure !== 0) return undefined;
  buffer.v = before + got;
  return got.length;
}

/** sysread: read(2) once, past any buffer; a signal ends it with EINTR. */
export function readSystem(op: Op, value: PerlValue, buffer: Scalar, length: PerlValue, ...offset: PerlValue[]) {
  const glob = requiredGlob(value);
  const tied = tiedRead(glob, buffer, [length, ...offset]);
  if (tied !== null) return tied.result;
  const count = lengthOf(op, length);
  const before = partBefore(op, buffer, offset);
  const handle = readable(glob, 'sysread');
  if (handle === null) return undefined;
  if (handle.layers.encoding !== null) perl().die("sysread() isn't allowed on :utf8 handles");
  if (handle.fd < 0) return fail(-EBADF);
  releasePipe(handle.fd);
  dispatchSignals();
  const got = readDescriptor(handle.fd, count);
  if (got === -EINTR) dispatchSignals();
  if (typeof got === 'number') return fail(got);
  buffer.v = before + got;
  return got.length;
}

/** syswrite(FH, TEXT, LENGTH, OFFSET): write(2) once, past any buffer. */
export function writeSystem(op: Op, value: PerlValue, text: PerlValue, ...rest: PerlValue[]): PerlValue {
  const glob = requiredGlob(value);
  const handle = handleIn(glob);
  if (handle !== null && handle.tied !== undefined) {
    return tiedCall(handle, 'WRITE', [text, ...(rest.length > 0 ? rest : [charLength(str(text, op))])]);
  }
  if (!handle?.stream) return reportClosed(glob, 'syswrite');
  if (handle.layers.encoding !== null) perl().die("syswrite() isn't allowed on :utf8 handles");
  const bytes = str(text, op);
  if (isWide(bytes)) perl().die('Wide character in syswrite');
  const written = writeDescriptor(handle.fd, chosen(op, bytes, rest));
  return written < 0 ? fail(written) : written;
}

/** The part of the text that LENGTH and OFFSET name. */
function chosen(op: Op, bytes: string, rest: PerlValue[]): string {
  if (rest.length === 0) return bytes;
  const length = rest[0] === undefined ? bytes.length : lengthOf(op, rest[0]);
  let at = rest.length > 1 ? Number(int(rest[1], op)) : 0;
  if (at < 0) at += bytes.length;
  if (at < 0 || at > bytes.length) perl().die('Offset outside string');
  return bytes.slice(at, at + length);
}

export function getCharacter(_op: Op, ...given: PerlValue[]): PerlValue {
  const glob = given.length > 0 ? requiredGlob(given[0]) : perl().glob('main::STDIN');
  const tied = handleIn(glob);
  if (tied !== null && tied.tied !== undefined) return tiedCall(tied, 'GETC', []);
  const handle = readable(glob, 'getc');
  if (handle === null) return undefined;
  const encoding = handle.layers.encoding;
  const got = encoding === null ? handle.readBytes(1) : encoding.decode(readCharacters(handle, 1));
  return got === '' ? undefined : got;
}
