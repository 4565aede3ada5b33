/** Perl pattern text to a tree (perlre): alternations, sequences, quantifiers. */
import { active } from '../../runtime/active.js';
import { parseClass } from './parse-class.js';
import { parseEscape } from './parse-escape.js';
import { parseGroup } from './parse-group.js';
import type { PatternFlags } from './flags.js';
import { EMPTY, sequence, type Node, type ParsedPattern } from './nodes.js';
import { ParserState } from './parser-state.js';
import { Scanner } from './scanner.js';

/** Parse a whole pattern; dies with perl's sentence if it is malformed. */
export function parsePattern(source: string, flags: PatternFlags): ParsedPattern {
  const state = new ParserState(new Scanner(source), flags, alternation, branch);
  const root = alternation(state);
  if (!state.scan.done) state.scan.fail('Unmatched )', state.scan.at + 1);
  for (const check of state.later) check();
  const { groupCount, names, closings, branchReset, shownUnicode, endsInComment } = state;
  return {
    root,
    groupCount,
    names,
    closings,
    branchReset,
    shownUnicode,
    endsInComment,
    wide: state.wide || state.unicode,
  };
}

function alternation(state: ParserState): Node {
  const branches = [branch(state)];
  while (state.scan.eat('|')) branches.push(branch(state));
  return branches.length === 1 ? branches[0]! : { type: 'Alternation', branches };
}

function branch(state: ParserState): Node {
  const items: Node[] = [];
  for (;;) {
    skipComments(state);
    const next = state.scan.peek();
    if (next === '' || next === '|' || next === ')') return sequence(items);
    const atom = parseAtom(state);
    if (atom === null) continue;
    items.push(quantified(state, atom));
  }
}

const BLANKS = /[\t-\r \x85\u200e\u200f\u2028\u2029]+/y;

/** (?#...) everywhere; blanks and # comments under /x. */
function skipComments(state: ParserState): void {
  const { scan } = state;
  for (;;) {
    if (scan.startsWith('(?#')) {
      if (scan.until(')') === null) active().die(`Sequence (?#... not terminated in regex m/${scan.text}/`);
    } else if (state.flags.x > 0 && scan.match(BLANKS) !== null) continue;
    else if (state.flags.x > 0 && scan.peek() === '#') {
      if (scan.until('\n') === null) {
        scan.at = scan.text.length;
        state.endsInComment = true;
      }
    } else return;
  }
}

/** One atom, or null if the text only changed flags. */
function parseAtom(state: ParserState): Node | null {
  const { scan, flags } = state;
  const at = scan.at;
  const code = scan.code();
  switch (String.fromCodePoint(code)) {
    case '(':
      return parseGroup(state, at);
    case '[':
      return parseClass(state, at);
    case '\\':
      return parseEscape(state, at);
    case '.':
      return flags.s ? state.set([], true) : state.set([{ low: 10, high: 10 }], true);
    case '^':
      return { type: 'Assertion', kind: flags.m ? 'lineStart' : 'start', word: null };
    case '$':
      return { type: 'Assertion', kind: flags.m ? 'lineEnd' : 'endOrNewline', word: null };
    case '*':
    case '+':
    case '?':
      return scan.fail('Quantifier follows nothing');
    default:
      return state.char(code);
  }
}

const BRACES = /\{[ \t]*(?:(\d+)[ \t]*(?:(,)[ \t]*(\d*)[ \t]*)?|,[ \t]*(\d+)[ \t]*)\}/y;
const LIMIT = 65534;

/** The quantifier at this place as [min, max], or null. */
function quantifier(state: ParserState): [number, number] | null {
  const { scan } = state;
  if (scan.eat('*')) return [0, Infinity];
  if (scan.eat('+')) return [1, Infinity];
  if (scan.eat('?')) return [0, 1];
  if (scan.peek() !== '{') return null;
  const at = scan.at;
  const m = scan.match(BRACES);
  if (m === null) return null;
  const min = Number(m[1] ?? 0);
  const max = m[4] !== undefined ? Number(m[4]) : m[2] === undefined ? min : m[3] === '' ? Infinity : Number(m[3]);
  if (min > LIMIT || (max !== Infinity && max > LIMIT)) {
    scan.fail(`Quantifier in {,} bigger than ${LIMIT}`, at + m[0].length - 1);
  }
  return [min, max];
}

function quantified(state: ParserState, atom: Node): Node {
  const { scan } = state;
  skipComments(state);
  const range = quantifier(state);
  if (range === null) {
    if (scan.peek() === '{' && !isStart(atom)) {
      scan.warn('Unescaped left brace in regex is passed through', scan.at + 1);
    }
    return atom;
  }
  skipComments(state);
  const lazy = scan.eat('?');
  const possessive = !lazy && scan.eat('+');
  skipComments(state);
  const place = scan.at;
  if (quantifier(state) !== null) scan.fail('Nested quantifiers', place + 1);
  const [min, max] = range;
  if (max < min) {
    scan.warn("Quantifier {n,m} with n > m can't match");
    return { type: 'Fail' };
  }
  if (max === 0 && !hasGroup(atom)) return EMPTY;
  const node: Node = { type: 'Quantified', min, max, lazy, body: atom };
  return possessive ? { type: 'Atomic', body: node } : node;
}

function isStart(node: Node): boolean {
  return node.type === 'Assertion' && (node.kind === 'start' || node.kind === 'lineStart');
}

/** A group that is never entered still counts. */
function hasGroup(node: Node): boolean {
  return node.type !== 'Char' && node.type !== 'Set' && node.type !== 'Assertion';
}
