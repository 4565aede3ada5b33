import { astral } from '../../runtime/astral.js';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The bytes of a source text as the characters they are under `use utf8` (perldoc utf8); other bytes stay bytes. */
export function decodeUtf8(text: string): string {
  if (!/[\x80-\xff]/.test(text) || /[^\0-\xff]/.test(text)) return text;
  try {
    const characters = decoder.decode(Buffer.from(text, 'latin1'));
    if (/[\ud800-\udfff]/.test(characters)) astral.seen = true;
    return characters;
  } catch {
    return text;
  }
}
