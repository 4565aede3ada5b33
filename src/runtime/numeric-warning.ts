/** `Argument "..." isn't numeric`: how perl displays the text (sv.c S_not_a_number, perldiag). */
import { active, type Op } from './active.js';

/** Raise the warning if it is wanted. */
export function notNumeric(text: string, op: Op, wide = false): void {
  const perl = active();
  if (!perl.warns('numeric')) return;
  perl.warn('numeric', `Argument "${displayed(text, wide)}" isn't numeric in ${perl.opText(op)}`);
}

function displayed(text: string, wide: boolean): string {
  for (let i = 0; !wide && i < text.length; i++) if (text.charCodeAt(i) > 0xff) wide = true;
  return wide ? displayedCharacters(text) : displayedBytes(text);
}

const LIMIT_BYTES = 56;
const ESCAPES: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\f': '\\f', '\\': '\\\\', '\0': '\\0' };

function displayedBytes(text: string): string {
  let out = '';
  for (const ch of text) {
    if (out.length >= LIMIT_BYTES) return `${out}...`;
    const c = ch.charCodeAt(0);
    out += c >= 0x80 && c < 0xa0 ? `M-${plainByte(c & 0x7f)}` : plainByte(c);
  }
  return out;
}

function plainByte(c: number): string {
  const ch = String.fromCharCode(c);
  const escape = ESCAPES[ch];
  if (escape !== undefined) return escape;
  if (c === 0x7f) return '^?';
  return c < 0x20 ? `^${String.fromCharCode(c ^ 64)}` : ch;
}

const LIMIT_CHARACTERS = 32;

/** perlapi pv_uni_display: printable ASCII as it is, everything else by its number. */
function displayedCharacters(text: string): string {
  let out = '';
  for (const ch of text) {
    if (out.length >= LIMIT_CHARACTERS) return `${out}...`;
    out += ch >= ' ' && ch <= '~' ? ch : `\\x{${(ch.codePointAt(0) as number).toString(16)}}`;
  }
  return out;
}
