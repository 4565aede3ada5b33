/** encode and decode with a codec (perldoc Encode). */
import { isWide, noteAstral } from '../../../../runtime/astral.js';
import { str } from '../../../../runtime/convert.js';
import type { Scalar } from '../../../../runtime/scalar.js';
import { FlaggedString, type PerlValue } from '../../../../runtime/value.js';
import type { Interp } from '../../../core/interp.js';
import type { Codec } from '../../../encodings/codec.js';
import { Check } from './check.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is meant
const notAscii = /[^\x00-\x7f]/;

/** A decoded text is flagged as characters even if all of them are small. */
export function flagged(text: string): PerlValue {
  if (isWide(text)) return noteAstral(text);
  return notAscii.test(text) ? new FlaggedString(text) : text;
}

export function isFlagged(v: PerlValue): boolean {
  return v instanceof FlaggedString || (typeof v === 'string' && isWide(v));
}

/** Bytes of a text; `source`, unless CHECK says otherwise, keeps what could not be converted. */
export function toBytes(perl: Interp, codec: Codec, source: PerlValue, given: PerlValue, place?: Scalar): PerlValue {
  if (source === undefined) return undefined;
  const check = new Check(perl, given);
  const text = str(source, 'encode');
  const { text: bytes, used } = codec.encode(text, check.forEncoding(codec));
  if (place !== undefined && check.consumes) place.v = text.slice(used);
  return bytes;
}

/** A text from bytes. */
export function toText(perl: Interp, codec: Codec, source: PerlValue, given: PerlValue, place?: Scalar): PerlValue {
  if (source === undefined) return undefined;
  const check = new Check(perl, given);
  const bytes = str(source, 'decode');
  if (isWide(bytes)) {
    if (codec.name.startsWith('utf')) perl.die('Cannot decode string with wide characters');
    perl.die('Wide character');
  }
  const { text, used } = codec.decode(bytes, check.forDecoding(codec));
  if (place !== undefined && check.consumes) place.v = bytes.slice(used);
  return flagged(text);
}
