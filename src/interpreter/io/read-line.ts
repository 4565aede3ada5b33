/** readline, <FH> and $/ (perlop "I/O Operators", perlvar "$INPUT_RECORD_SEPARATOR"). */
import { PerlArray } from '../../runtime/array.js';
import type { PerlCode } from '../../runtime/code.js';
import { int, str } from '../../runtime/convert.js';
import { PerlGlob } from '../../runtime/glob.js';
import { LIST, NO, ScalarRef } from '../../runtime/value.js';
import type { PerlValue, Want } from '../../runtime/value.js';
import { overloadMethod } from '../operators/overload.js';
import { nextArgument } from './argv.js';
import { utf8Bytes } from './encoding.js';
import type { FileHandle } from './file-handle.js';
import { globOf, handleIn } from './handles.js';
import { perl } from './perl.js';
import { reportClosed, reportOneWay } from './report.js';
import { tiedList } from './tied-handle.js';

/** How to cut the input: a separator, '' paragraphs, null everything, a number records of that many. */
type Cut = string | number | null;

let separator: { owner: unknown; glob: PerlGlob } | null = null;

function currentCut(): Cut {
  const owner = perl();
  if (separator === null || separator.owner !== owner) separator = { owner, glob: owner.glob('main::/') };
  const v = separator.glob.s.v;
  if (typeof v === 'string') return v;
  if (v === undefined) return null;
  if (v instanceof ScalarRef) {
    const size = Number(int(v.target.v, 'readline'));
    if (size > 0) return size;
  }
  return str(v, 'readline');
}

/** One record as bytes. */
function cutOne(handle: FileHandle, cut: Cut): string | undefined {
  if (typeof cut === 'string') {
    if (cut === '') return handle.readParagraph();
    return handle.readTo(handle.layers.encoding === null ? cut : utf8Bytes(cut));
  }
  if (cut === null) return handle.readAll();
  return readRecord(handle, cut) || undefined;
}

/** N bytes, or N characters on a handle with an encoding. */
function readRecord(handle: FileHandle, count: number): string {
  if (handle.layers.encoding === null) return handle.readBytes(count);
  return readCharacters(handle, count);
}

/** The bytes of up to `count` characters of a UTF-8 (or one-byte) handle. */
export function readCharacters(handle: FileHandle, count: number): string {
  const utf8 = handle.layers.encoding!.layer?.startsWith('utf') !== false;
  if (!utf8) return handle.readBytes(count);
  let bytes = '';
  for (let n = 0; n < count; n++) {
    const lead = handle.readBytes(1);
    if (lead === '') break;
    const code = lead.charCodeAt(0);
    bytes += lead;
    const more = code < 0xc2 ? 0 : code < 0xe0 ? 1 : code < 0xf0 ? 2 : code < 0xf5 ? 3 : 0;
    if (more > 0) bytes += handle.readBytes(more);
  }
  return bytes;
}

function nextRecord(handle: FileHandle, cut: Cut): string | undefined {
  const bytes = cutOne(handle, cut);
  if (bytes === undefined) return undefined;
  const text = handle.layers.encoding === null ? bytes : handle.layers.encoding.decode(bytes);
  handle.lines++;
  handle.sawRecord = true;
  perl().lastRead = handle;
  return text;
}

/** readline(FH), <FH>; a null handle is <>. */
export function readline(value: PerlValue | null, want: Want, op: unknown): PerlValue | PerlValue[] {
  if (typeof value === 'object' && value !== null && !(value instanceof PerlGlob)) {
    const iterate = overloadMethod(value, '<>');
    if (iterate !== null) return overloaded(value, iterate, want);
  }
  const glob = value === null ? perl().glob('main::ARGV') : globOf(value);
  if (glob === null) perl().uninitialized(op as never);
  const handle = handleIn(glob);
  if (handle !== null && handle.tied !== undefined) return tiedList(handle, 'READLINE', [], want);
  if (glob !== null && glob.name === 'ARGV' && glob.stash.name === 'main') return readArguments(glob, want);
  if (handle === null || !handle.reads) {
    refuse(glob, handle);
    return want === LIST ? [] : undefined;
  }
  perl().lastRead = handle;
  return want === LIST ? readRecords(handle) : oneRecord(handle);
}

/** An object with `use overload '<>'` answers in the context of the operator. */
function overloaded(object: PerlValue, code: PerlCode, want: Want): PerlValue | PerlValue[] {
  const answer = perl().callSub(code, new PerlArray([object, undefined, NO]), want);
  return answer === undefined && want === LIST ? [] : (answer as PerlValue | PerlValue[]);
}

function refuse(glob: PerlGlob | null, handle: FileHandle | null): void {
  if (handle !== null) perl().lastRead = handle;
  if (handle?.stream) reportOneWay(glob, 'output');
  else reportClosed(glob, 'readline');
}

function oneRecord(handle: FileHandle): string | undefined {
  const cut = currentCut();
  const record = nextRecord(handle, cut);
  return record === undefined && cut === null ? emptyFile(handle) : record;
}

/** Reading all of an empty file gives '' once. */
function emptyFile(handle: FileHandle): string | undefined {
  if (handle.sawRecord) return undefined;
  handle.sawRecord = true;
  handle.lines++;
  return '';
}

export function readRecords(handle: FileHandle): string[] {
  const cut = currentCut();
  const records: string[] = [];
  for (let r = nextRecord(handle, cut); r !== undefined; r = nextRecord(handle, cut)) records.push(r);
  return records;
}

/** <>: one file of @ARGV after the other. */
function readArguments(glob: PerlGlob, want: Want): PerlValue | PerlValue[] {
  const records: PerlValue[] = [];
  for (let handle = nextArgument(glob, false); handle !== null; handle = nextArgument(glob, true)) {
    if (want === LIST) for (const record of readRecords(handle)) records.push(record);
    else {
      const record = nextRecord(handle, currentCut());
      if (record !== undefined) return record;
    }
  }
  return want === LIST ? records : undefined;
}
