/** Backslash sequences (perlrebackslash), outside and inside of bracketed classes. */
import { active } from '../../runtime/active.js';
import { namedClasses, type NamedClass, type SetItem } from './char-set.js';
import type { Node } from './nodes.js';
import type { ParserState } from './parser-state.js';
import { propertyClass } from './properties.js';
import type { Scanner } from './scanner.js';

const classLetters: Record<string, NamedClass> = {
  d: namedClasses.digit,
  w: namedClasses.word,
  s: namedClasses.space,
  h: namedClasses.horizontal,
  v: namedClasses.vertical,
};

const simpleEscapes: Record<string, number> = { a: 7, e: 27, f: 12, n: 10, r: 13, t: 9 };

/** \d, \S, \p{...} as a class with its sense; null if the letter is no class. */
function classOf(state: ParserState, letter: string): { named: NamedClass; negated: boolean } | null {
  const named = classLetters[letter.toLowerCase()];
  if (named !== undefined) return { named, negated: letter < 'a' };
  if (letter !== 'p' && letter !== 'P') return null;
  const { scan } = state;
  const at = scan.at;
  if (scan.done) return scan.fail(`Empty \\${letter}`);
  let name = scan.eat('{') ? scan.until('}') : String.fromCodePoint(scan.code());
  if (name === null) return scan.fail(`Missing right brace on \\${letter}{}`, at + 1);
  const caret = name.trimStart().startsWith('^');
  if (caret) name = name.trimStart().slice(1);
  const property = propertyClass(name);
  if (property === null) return scan.fail(`Can't find Unicode property definition "${name}"`);
  state.requireUnicode();
  return { named: property, negated: (letter === 'P') !== caret };
}

/** A numeric or letter escape for one character; null if this is none. The letter has been read. */
function codeOf(state: ParserState, letter: string, at: number): number | null {
  const { scan } = state;
  const simple = simpleEscapes[letter];
  if (simple !== undefined) return simple;
  switch (letter) {
    case 'x':
      return hex(scan);
    case 'o':
      return octalBraces(scan);
    case 'c':
      return control(scan);
    case 'N':
      return scan.startsWith('{U+') ? unicodeName(state) : null;
    case '0':
      scan.at = at + 1;
      return parseInt(scan.match(/[0-7]{1,3}/y)![0], 8);
    default:
      return null;
  }
}

function hex(scan: Scanner): number {
  if (!scan.eat('{')) {
    const digits = scan.match(/[0-9A-Fa-f]{1,2}/y);
    return digits === null ? 0 : parseInt(digits[0], 16);
  }
  const at = scan.at;
  const inside = scan.until('}');
  if (inside === null) {
    scan.at = at;
    scan.match(/[0-9A-Fa-f]*/y);
    return scan.fail('Missing right brace on \\x{}');
  }
  const value = parseInt(
    inside
      .trim()
      .replaceAll('_', '')
      .match(/^[0-9A-Fa-f]*/)![0] || '0',
    16,
  );
  return Math.min(value, 0x10ffff);
}

function octalBraces(scan: Scanner): number {
  if (!scan.eat('{')) return scan.fail('Missing braces on \\o{}');
  const inside = scan.until('}');
  if (inside === null) return scan.fail('Missing right brace on \\o{}');
  return parseInt(inside.trim().match(/^[0-7]*/)![0] || '0', 8);
}

function control(scan: Scanner): number {
  const char = scan.peek();
  if (!/[\x20-\x7e]/.test(char)) return scan.fail('Character following "\\c" must be printable ASCII');
  scan.at++;
  return char.toUpperCase().charCodeAt(0) ^ 64;
}

function unicodeName(state: ParserState): number {
  state.scan.at += 3;
  const digits = state.scan.match(/([0-9A-Fa-f_]+)\}/y);
  if (digits === null) return state.scan.fail('Invalid hexadecimal number in \\N{U+...}', state.scan.at + 1);
  state.requireUnicode();
  return parseInt(digits[1]!.replaceAll('_', ''), 16);
}

function passedThrough(state: ParserState, letter: string, where: string): void {
  if (!/[A-Za-z]/.test(letter)) return;
  state.scan.warn(`Unrecognized escape \\${letter} ${where}passed through`);
}

/** Inside [...], after the backslash. */
export function classEscape(state: ParserState, at: number): number | SetItem {
  const { scan } = state;
  if (scan.done) return scan.fail('Unmatched [', scan.text.lastIndexOf('[', at) + 1);
  const code = scan.code();
  const letter = String.fromCodePoint(code);
  if (letter === 'b') return 8;
  const named = classOf(state, letter);
  if (named !== null) return named;
  if (letter >= '1' && letter <= '7') {
    scan.at = at + 1;
    return parseInt(scan.match(/[0-7]{1,3}/y)![0], 8);
  }
  const special = codeOf(state, letter, at);
  if (special !== null) {
    state.note(special, false);
    return special;
  }
  if (letter === 'N' && scan.peek() === '{') scan.refuse('\\N{name}');
  passedThrough(state, letter, 'in character class ');
  state.note(code);
  return code;
}

const assertions: Record<string, 'start' | 'end' | 'endOrNewline' | 'position'> = {
  A: 'start',
  z: 'end',
  Z: 'endOrNewline',
  G: 'position',
};

/** Outside, after the backslash at `at`. */
export function parseEscape(state: ParserState, at: number): Node {
  const { scan } = state;
  if (scan.done) active().die(`Trailing \\ in regex m/${scan.text}/`);
  const code = scan.code();
  const letter = String.fromCodePoint(code);
  const named = classOf(state, letter);
  if ((named !== null && !/[pP]/.test(letter)) || letter in simpleEscapes) refuseBrace(scan);
  if (named !== null) return state.named(named.named, named.negated);
  const kind = assertions[letter];
  if (kind !== undefined) return { type: 'Assertion', kind, word: null };
  if (letter >= '1' && letter <= '9') return numberedReference(state, at);
  const special = codeOf(state, letter, at);
  return special === null ? letterEscape(state, letter, code, at) : state.char(special);
}

/** A brace that begins no quantifier after \d and the like (perldiag, "Unescaped left brace"). */
function refuseBrace(scan: Scanner): void {
  if (
    scan.peek() !== '{' ||
    /^\{[ \t]*(?:\d+[ \t]*(?:,[ \t]*\d*[ \t]*)?|,[ \t]*\d+[ \t]*)\}/.test(scan.text.slice(scan.at))
  )
    return;
  scan.fail('Unescaped left brace in regex is illegal here', scan.at + 1);
}

function letterEscape(state: ParserState, letter: string, code: number, at: number): Node {
  const { scan } = state;
  switch (letter) {
    case 'b':
    case 'B':
      return boundary(state, letter);
    case 'K':
      return { type: 'Keep' };
    case 'R':
      return lineBreak(state);
    case 'X':
      return grapheme(state);
    case 'N':
      if (scan.peek() === '{' && !/^\{[ ,\d]+\}/.test(scan.text.slice(scan.at))) return scan.refuse('\\N{name}');
      return state.set([{ low: 10, high: 10 }], true);
    case 'g':
      return relativeReference(state);
    case 'k':
      return namedReference(state, at);
    default:
      passedThrough(state, letter, '');
      return state.char(code);
  }
}

function boundary(state: ParserState, letter: 'b' | 'B'): Node {
  if (state.scan.peek() === '{') {
    const at = state.scan.at;
    const type = state.scan.until('}') ?? '';
    if (['gcb', 'g', 'lb', 'sb', 'wb'].includes(type.slice(1))) state.scan.refuse(`\\${letter}${type}}`);
    state.scan.fail(`'${type.slice(1)}' is an unknown bound type`, at + type.length);
  }
  const word = state.charSet([{ named: namedClasses.word, negated: false }]);
  return { type: 'Assertion', kind: letter === 'b' ? 'boundary' : 'noBoundary', word };
}

/** \R: a generic newline, CR LF never split. */
function lineBreak(state: ParserState): Node {
  const pair: Node = {
    type: 'Sequence',
    items: [
      { type: 'Char', code: 13 },
      { type: 'Char', code: 10 },
    ],
  };
  const notPair: Node = { type: 'Look', behind: false, negative: true, body: pair };
  const single: Node = { type: 'Sequence', items: [notPair, state.named(namedClasses.vertical, false)] };
  return { type: 'Alternation', branches: [pair, single] };
}

/** \X: a character and the marks upon it (an approximation of the grapheme cluster). */
function grapheme(state: ParserState): Node {
  const mark: NamedClass = { unicode: '\\p{M}\\u{200d}', ascii: null };
  const marks: Node = { type: 'Quantified', min: 0, max: Infinity, lazy: false, body: state.named(mark, false) };
  const pair: Node = {
    type: 'Sequence',
    items: [
      { type: 'Char', code: 13 },
      { type: 'Char', code: 10 },
    ],
  };
  const any: Node = { type: 'Sequence', items: [state.set([], true), marks] };
  return { type: 'Atomic', body: { type: 'Alternation', branches: [pair, any] } };
}

/** \1; from \10 on octal, unless there are so many groups. */
function numberedReference(state: ParserState, at: number): Node {
  const { scan } = state;
  scan.at = at + 1;
  const digits = scan.match(/\d+/y)![0];
  const number = Number(digits);
  if (number > 9 && number > state.groupCount && digits[0]! < '8') {
    scan.at = at + 1;
    return state.char(parseInt(scan.match(/[0-7]{1,3}/y)![0], 8));
  }
  return reference(state, number);
}

function reference(state: ParserState, number: number): Node {
  const place = state.scan.at;
  state.later.push(() => {
    if (number > state.groupCount) state.scan.fail('Reference to nonexistent group', place);
  });
  return { type: 'BackReference', groups: [number], fold: state.flags.i };
}

/** \g1 \g-1 \g{1} \g{-1} \g{name} */
function relativeReference(state: ParserState): Node {
  const { scan } = state;
  const braces = scan.peek() === '{';
  const at = scan.at + (braces ? 1 : 0);
  const m = scan.match(braces ? /\{\s*(-?\d+|[A-Za-z_]\w*)\s*\}/y : /(-?\d+)/y);
  if (m === null) {
    if (!braces) return scan.fail('Unterminated \\g... pattern');
    scan.at = at;
    return scan.fail('Sequence \\g{... not terminated');
  }
  const what = m[1]!;
  if (/^[A-Za-z_]/.test(what)) return nameReference(state, what, scan.at - 1);
  const given = Number(what);
  const number = given < 0 ? state.groupCount + 1 + given : given;
  if (number < 1) return scan.fail('Reference to nonexistent or unclosed group', at + (given < 0 ? 1 : 0));
  return reference(state, number);
}

/** \k<name> \k'name' \k{name} */
function namedReference(state: ParserState, at: number): Node {
  const { scan } = state;
  const m = scan.match(/<\s*([A-Za-z_]\w*)\s*>|'([A-Za-z_]\w*)'|\{\s*([A-Za-z_]\w*)\s*\}/y);
  if (m !== null) return nameReference(state, m[1] ?? m[2] ?? m[3]!, scan.at - 1);
  scan.at = at + 2;
  const open = scan.match(/[<'{]/y)?.[0] ?? '';
  if (open !== '') scan.match(/\w*/y);
  return scan.fail(`Sequence \\k${open}... not terminated`);
}

/** A reference to a name; which groups bear it is known at the end. */
export function nameReference(state: ParserState, name: string, place: number): Node {
  const groups: number[] = [];
  state.later.push(() => {
    const found = state.names.get(name);
    if (found === undefined) state.scan.fail('Reference to nonexistent named group', place);
    groups.push(...found);
  });
  return { type: 'BackReference', groups, fold: state.flags.i };
}
