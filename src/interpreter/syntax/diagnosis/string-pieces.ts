/** Where the pieces of strings and patterns end (perlop, "Gory details of parsing quoted constructs"). */
import type { Lexer } from './lexer.js';
import { isDigit, isWordPart } from './text.js';

/** Where the constant piece ends: at a variable, or at a backslash that calls a function. */
export function constantEnd(l: Lexer, start: number): number {
  let s = start;
  let inClass = false;
  for (; s < l.end; s++) {
    const c = l.char(s);
    const next = l.char(s + 1);
    if (l.inWhat === 'trans') {
      if (c === '\\') s++;
      continue;
    }
    if (l.inPattern && c === '[') inClass = true;
    else if (l.inPattern && c === ']') inClass = false;
    else if (l.inPattern && c === '(' && next === '?' && !inClass) {
      const third = l.char(s + 2);
      if (third === '#') while (s + 1 < l.end && l.char(s) !== ')') s++;
      else if (l.caseChanges.length === 0 && (third === '{' || (third === '?' && l.char(s + 3) === '{'))) break;
    } else if (c === '#' && l.inPattern && !inClass && l.pattern?.text.includes('x')) {
      while (s + 1 < l.end && l.char(s + 1) !== '\n') s++;
    } else if (l.inPattern && l.heldClose === "'") continue;
    else if (
      c === '@' &&
      next !== '' &&
      (isWordPart(next) || /[:'{$]/.test(next) || (!l.inPattern && /[-+]/.test(next)))
    )
      break;
    else if (c === '$' && (!l.inPattern || (next !== '' && !'()| \r\n\t'.includes(next)))) break;
    else if (c === '\\' && next !== '') {
      if (l.inWhat === 'subst' && !l.inPattern && /[1-9]/.test(next) && !isDigit(l.char(s + 2))) {
        l.warn('syntax', `\\${next} better written as $${next}`);
        l.held.text = `${l.text.slice(0, s)}$${l.text.slice(s + 1)}`;
        break;
      }
      if (/[lLuUEQF]/.test(next)) break;
      s = l.inPattern ? s + 1 : escape(l, s);
    }
  }
  s = Math.min(s, l.end);
  for (let i = start; i < s; i++) if (l.char(i) === '\n') l.countLine();
  return s;
}

/** The last place of an escape that begins at `s`. */
function escape(l: Lexer, s: number): number {
  const letter = l.char(s + 1);
  if (!/[xoN]/.test(letter) || l.char(s + 2) !== '{') return s + 1;
  const close = l.text.indexOf('}', s);
  if (close >= 0) {
    const name = l.text.slice(s + 3, close);
    if (letter === 'N' && !name.startsWith('U+') && !l.env.hasCharacter(name)) l.mistake(`Unknown charname '${name}'`);
    return close;
  }
  l.mistake(`Missing right brace on \\${letter}{}`);
  if (letter === 'N') l.quit();
  return l.end;
}

/** Does `[` or `{` after a variable in a string begin a subscript? In patterns perl guesses. */
export function subscriptFollows(l: Lexer, s: number): boolean {
  if (l.brackets.length > 0) return true;
  const c = l.char(s);
  const next = l.char(s + 1);
  if (c === '-' && next === '>') {
    const third = l.char(s + 2);
    if (third === '[' || third === '{') return true;
    if (l.env.feature('postderef_qq') && /^(?:\$\*|\$#\*|@[*[{])/.test(l.text.slice(s + 2, s + 5))) return true;
  }
  if (c !== '{' && c !== '[') return false;
  l.noRecovery = true;
  if (!l.inPattern) return true;
  if (c === '{') return !/^\{\s*(?:\d+\s*(?:,\s*\d*)?|,\s*\d+)\s*\}/.test(l.text.slice(s));
  return looksLikeSubscript(l, s + 1);
}

/** Rather an element's index than a character class. */
function looksLikeSubscript(l: Lexer, s: number): boolean {
  const close = l.text.indexOf(']', s);
  const inside = close < 0 ? '' : l.text.slice(s, close);
  if (close < 0) return true;
  if (inside === '' || inside.startsWith('^')) return false;
  return /^(?:-?\d+|\$\w+(?:\s*[-+]\s*\d+)?)$/.test(inside);
}
