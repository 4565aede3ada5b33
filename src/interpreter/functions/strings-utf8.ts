/** The functions of package utf8 and bytes::length (utf8(3perl), bytes(3perl)). */
import { active } from '../../runtime/active.js';
import type { PerlArray } from '../../runtime/array.js';
import { astral, fromCodePoint, isWide } from '../../runtime/astral.js';
import type { SubFunction } from '../../runtime/code.js';
import { int, str } from '../../runtime/convert.js';
import { ReadonlyScalar, type Scalar } from '../../runtime/scalar.js';
import { FlaggedString, bool, type PerlValue } from '../../runtime/value.js';

const ENTRY = 'subroutine entry';

/** With the `u` flag only surrogates without their partner match. */
const LONE_SURROGATE = /[\ud800-\udfff]/u;

/** The bytes of a string's UTF-8 form; lone surrogates get three bytes each, as perl encodes them. */
export function encodeUtf8(text: string): string {
  if (!/[\x80-\uffff]/.test(text)) return text;
  if (!LONE_SURROGATE.test(text)) return Buffer.from(text, 'utf8').toString('latin1');
  let bytes = '';
  for (const char of text) {
    const code = char.codePointAt(0)!;
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    bytes += surrogate
      ? String.fromCharCode(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
      : Buffer.from(char, 'utf8').toString('latin1');
  }
  return bytes;
}

let decoder: InstanceType<typeof TextDecoder> | undefined;
function strict(): InstanceType<typeof TextDecoder> {
  return (decoder ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }));
}

/** The characters of UTF-8 bytes, or null if they are malformed. */
export function decodeUtf8(bytes: string): string | null {
  if (!/[\x80-\xff]/.test(bytes)) return bytes;
  let text: string | null;
  try {
    text = strict().decode(Buffer.from(bytes, 'latin1'));
  } catch {
    text = decodeLoosely(bytes);
  }
  if (text !== null && /[\ud800-\udfff]/.test(text)) astral.seen = true;
  return text;
}

const SEQUENCE = /[\0-\x7f]+|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/y;
const LEAST = [0, 0, 0x80, 0x800, 0x10000];

/** Perl's own UTF-8, which allows surrogates. */
function decodeLoosely(bytes: string): string | null {
  let text = '';
  SEQUENCE.lastIndex = 0;
  while (SEQUENCE.lastIndex < bytes.length) {
    const m = SEQUENCE.exec(bytes);
    if (m === null) return null;
    const part = m[0];
    if (part.charCodeAt(0) < 0x80) {
      text += part;
      continue;
    }
    let code = part.charCodeAt(0) & (0xff >> (part.length + 1));
    for (let i = 1; i < part.length; i++) code = (code << 6) | (part.charCodeAt(i) & 63);
    if (code < LEAST[part.length]!) return null;
    text += fromCodePoint(code);
  }
  return text;
}

/** A string of characters with the flag on; a wide one needs no mark. */
function flagged(text: string): PerlValue {
  return isWide(text) ? text : new FlaggedString(text);
}

function isFlagged(v: PerlValue): boolean {
  return v instanceof FlaggedString || (typeof v === 'string' && isWide(v));
}

function encode(target: Scalar): void {
  const text = str(target.v, ENTRY);
  if (target.readonly) active().die('Modification of a read-only value attempted');
  target.v = encodeUtf8(text);
}

function decode(target: Scalar): PerlValue {
  const value = target.v;
  const text = str(value, ENTRY);
  if (isWide(text)) return bool(false);
  const decoded = decodeUtf8(text);
  if (decoded === null) return bool(false);
  if (decoded !== text) target.v = flagged(decoded);
  else if (value instanceof FlaggedString) target.v = text;
  return bool(true);
}

/** The same string in its other form: even a literal may change so. */
function replaceForm(target: Scalar, value: PerlValue): void {
  if (target instanceof ReadonlyScalar) target.overwrite(value);
  else target.v = value;
}

function upgrade(target: Scalar): PerlValue {
  const value = target.v;
  if (value === undefined) active().uninitialized(ENTRY);
  const text = value === undefined ? '' : str(value, ENTRY);
  if (!isFlagged(value)) replaceForm(target, flagged(text));
  return encodeUtf8(text).length;
}

function downgrade(target: Scalar, failOk: boolean): PerlValue {
  const value = target.v;
  const text = str(value, ENTRY);
  if (isWide(text)) {
    if (failOk) return bool(false);
    active().die('Wide character in subroutine entry');
  }
  if (value instanceof FlaggedString) replaceForm(target, text);
  return bool(true);
}

type Native = (args: PerlArray) => PerlValue | void;

const functions: Record<string, [usage: string, fn: Native]> = {
  is_utf8: ['sv', (args) => bool(isFlagged(args.get(0)))],
  valid: ['sv', () => bool(true)],
  encode: ['sv', (args) => encode(args.at(0))],
  decode: ['sv', (args) => decode(args.at(0))],
  upgrade: ['sv', (args) => upgrade(args.at(0))],
  downgrade: [
    'sv, failok=0',
    (args) => downgrade(args.at(0), args.length > 1 && Boolean(Number(int(args.get(1), ENTRY)))),
  ],
  native_to_unicode: ['sv', (args) => int(args.get(0), ENTRY)],
  unicode_to_native: ['sv', (args) => int(args.get(0), ENTRY)],
};

/** bytes::length: of the internal form. */
function byteLength(args: PerlArray): PerlValue {
  const value = args.get(0);
  if (value === undefined) return undefined;
  const text = str(value, 'length');
  return isFlagged(value) ? encodeUtf8(text).length : text.length;
}

/** Put them where every program finds them, without `use utf8`. */
export function installUtf8(define: (fullName: string, fn: SubFunction, prototype?: string | null) => unknown): void {
  for (const [name, [usage, fn]] of Object.entries(functions)) {
    define(`utf8::${name}`, (args, want) => {
      if (args.length === 0) active().die(`Usage: utf8::${name}(${usage})`);
      const value = fn(args);
      if (want !== 2) return value;
      return name === 'encode' ? [] : [value as PerlValue];
    });
  }
  define('bytes::length', (args, want) => (want === 2 ? [byteLength(args)] : byteLength(args)), '_');
}
