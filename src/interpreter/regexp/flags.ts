/** Pattern modifiers (perlre, "Modifiers"). */
import type { Charset } from './char-set.js';

export interface PatternFlags {
  i: boolean;
  m: boolean;
  s: boolean;
  /** 1: /x, 2: /xx */
  x: 0 | 1 | 2;
  n: boolean;
  charset: Charset;
}

/** From the letters after the closing delimiter; others (g c o e r p) are the operator's business. */
export function parseFlags(letters: string): PatternFlags {
  const flags: PatternFlags = { i: false, m: false, s: false, x: 0, n: false, charset: 'd' };
  for (const letter of letters) setFlag(flags, letter, true);
  return flags;
}

/** Set or clear one modifier; false if there is no such modifier. */
export function setFlag(flags: PatternFlags, letter: string, on: boolean): boolean {
  switch (letter) {
    case 'i':
    case 'm':
    case 's':
    case 'n':
      flags[letter] = on;
      return true;
    case 'x':
      flags.x = !on ? 0 : flags.x === 0 ? 1 : 2;
      return true;
    case 'a':
      flags.charset = flags.charset === 'a' ? 'aa' : 'a';
      return true;
    case 'd':
    case 'l':
    case 'u':
      flags.charset = letter;
      return true;
    default:
      return letter === 'p' || letter === 'o';
  }
}

/** The letters as qr// shows them: (?^msix:...). */
export function flagLetters(flags: PatternFlags, wide: boolean): string {
  const charset = flags.charset === 'd' ? (wide ? 'u' : '') : flags.charset;
  const x = 'x'.repeat(flags.x);
  return `${charset}${flags.m ? 'm' : ''}${flags.s ? 's' : ''}${flags.i ? 'i' : ''}${x}${flags.n ? 'n' : ''}`;
}
