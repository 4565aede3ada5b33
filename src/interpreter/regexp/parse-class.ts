/** Bracketed character classes (perlrecharclass). */
import { namedClasses, type NamedClass, type SetItem } from './char-set.js';
import { classEscape } from './parse-escape.js';
import type { Node } from './nodes.js';
import type { ParserState } from './parser-state.js';

const POSIX = /\[:(\^?)(\w*):\]/y;
const RESERVED = /\[([.=])[^\]]*\1\]/y;

/** After the `[`. */
export function parseClass(state: ParserState, at: number): Node {
  const { scan } = state;
  const negated = scan.eat('^');
  const items: SetItem[] = [];
  for (let first = true; first || scan.peek() !== ']'; first = false) {
    if (scan.done) scan.fail('Unmatched [', at + 1);
    if (state.flags.x === 2 && (scan.peek() === ' ' || scan.peek() === '\t')) {
      scan.at++;
      continue;
    }
    const place = scan.at;
    const low = member(state);
    if (typeof low !== 'number') {
      items.push(low);
      continue;
    }
    items.push(range(state, low, place));
  }
  scan.at++;
  return state.set(items, negated);
}

/** `low` alone or the range that begins with it. */
function range(state: ParserState, low: number, place: number): SetItem {
  const { scan } = state;
  if (scan.peek() !== '-' || scan.peek(1) === ']' || scan.peek(1) === '') return { low, high: low };
  const dash = scan.at;
  scan.at++;
  const high = member(state);
  if (typeof high !== 'number') {
    scan.at = dash;
    return { low, high: low };
  }
  if (high < low) scan.fail(`Invalid [] range "${scan.text.slice(place, scan.at)}"`);
  return { low, high };
}

/** One member: a code point, or a whole class. */
function member(state: ParserState): number | SetItem {
  const { scan } = state;
  if (scan.peek() === '[') {
    const posix = posixClass(state);
    if (posix !== null) return posix;
  }
  const at = scan.at;
  const code = scan.code();
  if (code === 92) return classEscape(state, at);
  state.note(code);
  return code;
}

function posixClass(state: ParserState): SetItem | null {
  const { scan } = state;
  const m = scan.match(POSIX);
  if (m !== null) {
    const named = (namedClasses as Record<string, NamedClass>)[m[2]!];
    const known = named !== undefined && m[2] !== 'horizontal' && m[2] !== 'vertical';
    if (!known) scan.fail(`POSIX class [${m[0].slice(1, -1)}] unknown`);
    return { named: named!, negated: m[1] === '^' };
  }
  const reserved = scan.match(RESERVED);
  if (reserved !== null) {
    scan.fail(`POSIX syntax [${reserved[1]} ${reserved[1]}] is reserved for future extensions`);
  }
  return null;
}
