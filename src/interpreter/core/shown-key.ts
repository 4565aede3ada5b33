/** A hash key as messages show it: quoted, escaped, and cut after 32 characters (perlapi pv_pretty). */
const LIMIT = 32;

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\f': '\\f',
  '\v': '\\v',
};

export function shownKey(key: string): string {
  const wide = /[^\0-\xff]/.test(key);
  let shown = '';
  const characters = [...key];
  for (const [i, character] of characters.entries()) {
    const piece = escaped(character, wide, characters[i + 1]);
    if (shown.length + piece.length > LIMIT) return `"${shown}"...`;
    shown += piece;
  }
  return `"${shown}"`;
}

function escaped(character: string, wide: boolean, next: string | undefined): string {
  const escape = ESCAPES[character];
  if (escape !== undefined) return escape;
  if (/[ -~]/.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (wide && code > 0x7f) return `\\x{${code.toString(16)}}`;
  const octal = code.toString(8);
  return `\\${next !== undefined && /[0-9]/.test(next) ? octal.padStart(3, '0') : octal}`;
}
