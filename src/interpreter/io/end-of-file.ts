/** eof (perlfunc). */
import { bool } from '../../runtime/value.js';
import type { PerlValue } from '../../runtime/value.js';
import { FileHandle } from './file-handle.js';
import { globOf, handleIn } from './handles.js';
import { perl } from './perl.js';
import { reportOneWay } from './report.js';
import { tiedCall } from './tied-handle.js';

/** eof(FH) */
export function atEnd(value: PerlValue): PerlValue {
  const glob = globOf(value);
  const handle = handleIn(glob);
  if (handle === null) return 1;
  if (handle.tied !== undefined) return tiedCall(handle, 'EOF', [1]);
  if (handle.stream !== null && !handle.reads) reportOneWay(glob, 'output');
  return bool(!handle.reads || handle.stream === null || handle.atEnd());
}

/** eof without parentheses: of the handle last read. */
export function lastReadAtEnd(): PerlValue {
  const handle = perl().lastRead;
  if (!(handle instanceof FileHandle)) return 1;
  if (handle.tied !== undefined) return tiedCall(handle, 'EOF', [0]);
  return bool(handle.stream === null || handle.atEnd());
}
