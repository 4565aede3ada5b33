/** A Perl string as it lies in memory: UTF-8 where its flag is on (perlguts, "How do I convert a string to UTF-8?"). */
import { isWide } from '../../runtime/astral.js';
import { FlaggedString } from '../../runtime/value.js';

/** The bytes behind a string; only a flagged one has other bytes than characters. */
export function internalBytes(value: string | FlaggedString): string {
  const text = value instanceof FlaggedString ? value.s : value;
  if (text === value && !isWide(text)) return text;
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** The flagged string that these bytes are. */
export function fromInternal(bytes: Uint8Array): string | FlaggedString {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  return isWide(text) ? text : new FlaggedString(text);
}
