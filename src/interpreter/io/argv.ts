/** The null filehandle <>: the files named in @ARGV, or standard input (perlop "I/O Operators"). */
import { str } from '../../runtime/convert.js';
import { errnoText } from '../../runtime/errno.js';
import type { PerlGlob } from '../../runtime/glob.js';
import type { FileHandle } from './file-handle.js';
import { makeHandle } from './handles.js';
import { openFile } from './open.js';
import { perl } from './perl.js';

/** Globs whose @ARGV has been started on. */
const started = new WeakSet<PerlGlob>();

/** The open file to read from, going on to the next one when `advance` is set; null after the last. */
export function nextArgument(glob: PerlGlob, advance: boolean): FileHandle | null {
  const handle = makeHandle(glob);
  if (handle.stream !== null && !advance) return handle;
  if (!started.has(glob)) {
    started.add(glob);
    handle.lines = 0;
    if (glob.av.length === 0) glob.av.push('-');
  }
  while (glob.av.length > 0) {
    const name = str(glob.av.shift(), 'readline');
    glob.s.v = name;
    const lines = handle.lines;
    if (openFile(glob, name)) {
      handle.lines = lines;
      return handle;
    }
    perl().warnDefault('inplace', `Can't open ${name}: ${errnoText(perl().errno)}`);
  }
  started.delete(glob);
  if (handle.stream !== null) handle.closeStream();
  return null;
}

/** eof(): is nothing left in any of the files? */
export function argumentsAtEnd(): boolean {
  const glob = perl().glob('main::ARGV');
  for (let handle = nextArgument(glob, false); handle !== null; handle = nextArgument(glob, true)) {
    if (!handle.atEnd()) return false;
  }
  return true;
}
