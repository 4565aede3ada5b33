/** seek, sysseek, tell and truncate (perlfunc). */
import fs from 'node:fs';
import { EBADF, EINVAL } from '../../abi/linux-errno.js';
import type { Op } from '../../runtime/active.js';
import { int, str } from '../../runtime/convert.js';
import { GlobValue, PerlGlob } from '../../runtime/glob.js';
import { bool, NO, ZERO_BUT_TRUE } from '../../runtime/value.js';
import type { PerlValue } from '../../runtime/value.js';
import { FileHandle } from './file-handle.js';
import { globOf, handleIn, requiredGlob } from './handles.js';
import { attempt, pathBytes } from './node-errno.js';
import { fail, perl } from './perl.js';
import { reportClosed } from './report.js';
import { tiedCall } from './tied-handle.js';

export function seekHandle(op: Op, value: PerlValue, offset: PerlValue, whence: PerlValue): PerlValue {
  const glob = requiredGlob(value);
  const handle = handleIn(glob);
  if (handle !== null && handle.tied !== undefined) return tiedCall(handle, 'SEEK', [offset, whence]);
  if (!handle?.stream) {
    reportClosed(glob, 'seek');
    return NO;
  }
  const result = handle.seek(Number(int(offset, op)), Number(int(whence, op)));
  if (result < 0) fail(result);
  return bool(result >= 0);
}

/** sysseek moves the descriptor and knows nothing of buffers. */
export function seekSystem(op: Op, value: PerlValue, offset: PerlValue, whence: PerlValue): PerlValue {
  const glob = requiredGlob(value);
  const handle = handleIn(glob);
  if (!handle?.stream) return reportClosed(glob, 'sysseek');
  const result = handle.stream.seek(Number(int(offset, op)), Number(int(whence, op)));
  if (result < 0) return fail(result);
  return result === 0 ? ZERO_BUT_TRUE : result;
}

/** tell(FH), or tell of the handle last read. */
export function tellHandle(_op: Op, ...given: PerlValue[]): PerlValue {
  const glob = given.length > 0 ? globOf(given[0]) : null;
  const last = perl().lastRead;
  const handle = given.length > 0 ? handleIn(glob) : last instanceof FileHandle ? last : null;
  if (handle !== null && handle.tied !== undefined) return tiedCall(handle, 'TELL', []);
  if (!handle?.stream) {
    reportClosed(glob, 'tell');
    return -1;
  }
  const position = handle.tell();
  if (position >= 0) return position;
  fail(position);
  return -1;
}

/** truncate(FH or name, length) */
export function truncateFile(op: Op, value: PerlValue, length: PerlValue): PerlValue {
  const size = Number(int(length, op));
  const result = size < 0 ? -EINVAL : truncateTo(op, value, size);
  if (result < 0) return fail(result);
  return 1;
}

function truncateTo(op: Op, value: PerlValue, size: number): number {
  const isHandle = value instanceof PerlGlob || value instanceof GlobValue;
  if (!isHandle) return attempt(() => fs.truncateSync(pathBytes(str(value, op)), size));
  const handle = handleIn(globOf(value));
  if (!handle?.stream) return -EBADF;
  handle.flush();
  return handle.writes ? handle.stream.truncate(size) : -EINVAL;
}
