/** perlop, "Quote and Quote-like Operators": what a backslash begins in an interpolating string. */
import { fromCodePoint } from '../../runtime/astral.js';

const SIMPLE: Record<string, string> = { n: '\n', t: '\t', r: '\r', f: '\f', b: '\b', a: '\x07', e: '\x1b' };

export interface Escape {
  readonly value: string;
  /** characters read, the backslash included */
  readonly length: number;
}

/** The escape at `text[at] === '\\'`. Null when what follows is no known escape of a character: the letter stands for itself. */
export function readEscape(text: string, at: number): Escape {
  const c = text[at + 1] ?? '';
  const simple = SIMPLE[c];
  if (simple !== undefined) return { value: simple, length: 2 };
  const rest = text.slice(at + 1, at + 64);
  const found =
    numeric(rest, /^x\{\s*([0-9a-fA-F_]*)[^}]*\}/, 16) ??
    numeric(rest, /^x([0-9a-fA-F]{0,2})/, 16) ??
    numeric(rest, /^o\{\s*([0-7_]+)\s*\}/, 8) ??
    numeric(rest, /^([0-7]{1,3})/, 8) ??
    numeric(rest, /^N\{U\+([0-9a-fA-F_]+)\}/, 16);
  if (found) return found;
  if (c === 'c' && rest.length > 1) {
    return { value: String.fromCharCode((rest[1] ?? '').toUpperCase().charCodeAt(0) ^ 64), length: 3 };
  }
  return { value: c, length: c === '' ? 1 : 2 };
}

function numeric(rest: string, pattern: RegExp, radix: number): Escape | null {
  const found = pattern.exec(rest);
  if (!found) return null;
  const digits = (found[1] ?? '').replaceAll('_', '');
  const code = digits === '' ? 0 : Number.parseInt(digits, radix);
  return { value: fromCodePoint(code), length: found[0].length + 1 };
}

/** In '...' only `\\` (and the delimiter, taken care of before) lose their backslash. */
export function unescapeSingle(text: string): string {
  return text.includes('\\') ? text.replaceAll('\\\\', '\\') : text;
}

/** A backslash before the delimiter itself only hides it (perlop, "Gory details of parsing quoted constructs"). */
export function unescapeDelimiter(text: string, open: string): string {
  if (open === '' || open === '\\' || !text.includes('\\')) return text;
  const close = { '(': ')', '[': ']', '{': '}', '<': '>' }[open] ?? open;
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    const next = text[i + 1] ?? '';
    if (c !== '\\') result += c;
    else if (next === open || next === close) {
      result += next;
      i++;
    } else {
      result += c + next;
      i++;
    }
  }
  return result;
}

/** tr: escapes are processed, but an escaped `-` or `\` keeps its backslash, so that ranges can be told. */
export function unescapeTransliteration(text: string): string {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '\\') {
      result += text[i];
      continue;
    }
    const { value, length } = readEscape(text, i);
    result += value === '-' || value === '\\' ? `\\${value}` : value;
    i += length - 1;
  }
  return result;
}
