/** print, say and printf (perlfunc): what the compiler calls. A null handle is the selected one. */
import { isWide } from '../../runtime/astral.js';
import { str } from '../../runtime/convert.js';
import { PerlGlob } from '../../runtime/glob.js';
import type { Op } from '../../runtime/active.js';
import type { PerlValue } from '../../runtime/value.js';
import { utf8Bytes } from './encoding.js';
import type { FileHandle } from './file-handle.js';
import { handleIn, symbolGlob } from './handles.js';
import { perl } from './perl.js';
import { reportClosed, reportOneWay } from './report.js';
import { tiedCall } from './tied-handle.js';

/** The bytes of a text on this handle: encoded, or with a warning if a character does not fit in a byte. */
export function encodeFor(handle: FileHandle, text: string, op: string): string {
  const encoding = handle.layers.encoding;
  if (encoding !== null) return encoding.encode(text);
  if (!isWide(text)) return text;
  perl().warnDefault('utf8', `Wide character in ${op}`);
  return utf8Bytes(text);
}

/** $, and $\ are looked up once per interpreter. */
let separators: { owner: unknown; field: PerlGlob; record: PerlGlob } | null = null;

function separatorGlobs(): { field: PerlGlob; record: PerlGlob } {
  const owner = perl();
  if (separators === null || separators.owner !== owner) {
    separators = { owner, field: owner.glob('main::,'), record: owner.glob('main::\\') };
  }
  return separators;
}

/** The glob to print on, if it can be printed on; otherwise a warning has been given. */
function writable(value: PerlValue | null, op: string): FileHandle | null {
  const glob = value instanceof PerlGlob ? value : value === null ? perl().selected : symbolGlob(value);
  const handle = handleIn(glob);
  if (handle !== null && (handle.writes || handle.tied !== undefined)) return handle;
  if (handle?.stream) reportOneWay(glob, 'input');
  else reportClosed(glob, op);
  return null;
}

export function print(value: PerlValue | null, list: PerlValue[], op: Op): PerlValue {
  const handle = writable(value, 'print');
  if (handle === null) return undefined;
  if (handle.tied !== undefined) return tiedCall(handle, 'PRINT', list);
  const { field, record } = separatorGlobs();
  const between = field.s.v;
  const after = record.s.v;
  if (between === undefined && after === undefined && list.length === 1) {
    return put(handle, itemBytes(handle, list[0], op, 'print', 0));
  }
  return put(
    handle,
    joined(handle, list, between, op, 'print') + (after === undefined ? '' : bytesOf(handle, after, op)),
  );
}

export function say(value: PerlValue | null, list: PerlValue[], op: Op): PerlValue {
  const handle = writable(value, 'say');
  if (handle === null) return undefined;
  if (handle.tied !== undefined) return tiedSay(handle, list);
  return put(handle, `${joined(handle, list, separatorGlobs().field.s.v, op, 'say')}\n`);
}

/** The method finds the newline in $\. */
function tiedSay(handle: FileHandle, list: PerlValue[]): PerlValue {
  const { s } = separatorGlobs().record;
  const before = s.v;
  s.v = '\n';
  try {
    return tiedCall(handle, 'PRINT', list);
  } finally {
    s.v = before;
  }
}

/** printf: `format` is sprintf, handed over so that this file does not depend on it. */
export function printf(value: PerlValue | null, list: PerlValue[], op: Op, format: Format): PerlValue {
  const handle = writable(value, 'printf');
  if (handle === null) return undefined;
  if (handle.tied !== undefined) return tiedCall(handle, 'PRINTF', list);
  return put(handle, itemBytes(handle, format(list, op), op, 'printf'));
}

export type Format = (list: PerlValue[], op: Op) => PerlValue;

function put(handle: FileHandle, bytes: string): PerlValue {
  return handle.put(bytes) ? 1 : undefined;
}

function joined(handle: FileHandle, list: PerlValue[], between: PerlValue, op: Op, name: string): string {
  const separator = between === undefined ? '' : bytesOf(handle, between, op);
  let bytes = '';
  for (let i = 0; i < list.length; i++) {
    if (i > 0) bytes += separator;
    bytes += itemBytes(handle, list[i], op, name, i);
  }
  return bytes;
}

function bytesOf(handle: FileHandle, v: PerlValue, op: Op): string {
  return itemBytes(handle, v, op, 'print');
}

/** `at`: which of the operands it is. */
function itemBytes(handle: FileHandle, v: PerlValue, op: Op, name: string, at = -1): string {
  if (typeof v === 'number') return str(v, op);
  return encodeFor(handle, str(v, op, at), name);
}
