/** Everything that begins with an open parenthesis (perlre, "Extended Patterns"). */
import { active } from '../../runtime/active.js';
import { width } from './analyse.js';
import { flagLetters, setFlag, type PatternFlags } from './flags.js';
import { nameReference } from './parse-escape.js';
import { EMPTY, type Conditional, type Look, type Node } from './nodes.js';
import { patternCodeAt } from './pattern-code.js';
import type { ParserState } from './parser-state.js';

/** After the `(` at `at`. Null: the group only changed flags. */
export function parseGroup(state: ParserState, at: number): Node | null {
  const { scan } = state;
  if (scan.eat('*')) return verb(state, at);
  if (!scan.eat('?')) {
    return state.flags.n ? inside(state, at) : capture(state, at, null);
  }
  if (scan.done) scan.fail('Sequence (? incomplete');
  return extended(state, at);
}

/** The body up to the closing parenthesis; flags set inside end there. */
function inside(state: ParserState, at: number, flags: PatternFlags = state.flags): Node {
  const outer = state.flags;
  state.flags = { ...flags };
  const body = state.alternation(state);
  state.flags = outer;
  if (!state.scan.eat(')')) state.scan.fail('Unmatched (', at + 1);
  return body;
}

function capture(state: ParserState, at: number, name: string | null): Node {
  const number = ++state.groupCount;
  if (name !== null) state.addName(name, number);
  const body = inside(state, at);
  state.closings.push(number);
  return { type: 'Group', number, body };
}

function look(state: ParserState, at: number, behind: boolean, negative: boolean): Look {
  const { scan } = state;
  if (scan.done) scan.fail(`Sequence ${scan.text.slice(at)}... not terminated`);
  const body = inside(state, at);
  if (behind && width(body).max > 255) {
    active().die(`Lookbehind longer than 255 not implemented in regex m/${scan.text}/`);
  }
  return { type: 'Look', behind, negative, body };
}

function extended(state: ParserState, at: number): Node | null {
  const { scan } = state;
  if (scan.eat(':')) return inside(state, at);
  if (scan.eat('=')) return look(state, at, false, false);
  if (scan.eat('!')) return look(state, at, false, true);
  if (scan.eat('<=')) return look(state, at, true, false);
  if (scan.eat('<!')) return look(state, at, true, true);
  if (scan.eat('>')) return { type: 'Atomic', body: inside(state, at) };
  if (scan.eat('|')) return branchReset(state, at);
  if (scan.eat('(')) return conditional(state, at);
  if (scan.peek() === '<' || scan.peek() === "'") return namedCapture(state, at, scan.at);
  if (scan.peek() === 'P' && '<=>'.includes(scan.peek(1)) && scan.peek(1) !== '') return pythonStyle(state, at);
  if (scan.startsWith('?{')) return code(state, at);
  if (scan.peek() === '{') return code(state, at);
  if (scan.peek() === '[') return scan.refuse('(?[ ])');
  const recursion = scan.match(/(?:R|0|([+-]?\d+)|&(\w+))(?=\))/y);
  if (recursion !== null) return recurse(state, recursion);
  return inlineFlags(state, at);
}

/** (?{ code }) and (??{ code }) of a literal pattern; code in a text that is interpolated is perl's own error. */
function code({ scan, flags }: ParserState, at: number): Node {
  const text = patternCodeAt(scan.text, at);
  if (text === null) return active().die(`Eval-group not allowed at runtime, use re 'eval' in regex m/${scan.text}/`);
  scan.at = at + text.length;
  return text.startsWith('(??') ? { type: 'Deferred', text, flags: flagLetters(flags, false) } : { type: 'Code', text };
}

/** (?<name>...) (?'name'...) */
function namedCapture(state: ParserState, at: number, open: number): Node {
  const { scan } = state;
  const close = scan.peek() === '<' ? '>' : "'";
  scan.at++;
  if (/[^A-Za-z_]/.test(scan.peek()) && scan.peek() !== '') {
    scan.fail('Group name must start with a non-digit word character', scan.at + 1);
  }
  const name = scan.match(/\w*/y)![0];
  if (name === '' || !scan.eat(close)) scan.fail(`Sequence (?${scan.text[open]!}... not terminated`);
  return capture(state, at, name);
}

/** (?P<name>...) (?P=name) (?P>name) */
function pythonStyle(state: ParserState, at: number): Node {
  const { scan } = state;
  scan.at++;
  if (scan.peek() === '<') return namedCapture(state, at, scan.at);
  const kind = scan.peek();
  scan.at++;
  const name = scan.match(/\w*/y)![0];
  const place = scan.at;
  if (!scan.eat(')')) scan.fail(`Sequence (?P${kind}... not terminated`);
  return kind === '=' ? nameReference(state, name, place) : recurseByName(state, name, place);
}

function recurseByName(state: ParserState, name: string, place: number): Node {
  const node = { type: 'Recursion' as const, group: 0 };
  state.later.push(() => {
    const groups = state.names.get(name);
    if (groups === undefined) state.scan.fail('Reference to nonexistent named group', place);
    node.group = groups[0]!;
  });
  return node;
}

function recurse(state: ParserState, m: RegExpExecArray): Node {
  const place = state.scan.at;
  state.scan.at++;
  if (m[2] !== undefined) return recurseByName(state, m[2], place);
  const given = m[1] ?? '0';
  const relative = /^[+-]/.test(given) ? state.groupCount + (given[0] === '-' ? 1 : 0) : 0;
  const group = relative + Number(given);
  state.later.push(() => {
    if (group > state.groupCount) state.scan.fail('Reference to nonexistent group', place + 1);
  });
  return { type: 'Recursion', group };
}

/** (?|...|...): every branch numbers its groups from the same start. */
function branchReset(state: ParserState, at: number): Node {
  const { scan } = state;
  const start = state.groupCount;
  state.branchReset = true;
  const outer = state.flags;
  const branches: Node[] = [];
  let most = start;
  do {
    state.groupCount = start;
    state.flags = { ...outer };
    branches.push(state.branch(state));
    most = Math.max(most, state.groupCount);
  } while (scan.eat('|'));
  state.groupCount = most;
  state.flags = outer;
  if (!scan.eat(')')) scan.fail('Unmatched (', at + 1);
  return { type: 'Alternation', branches };
}

/** (?(condition)yes|no) */
function conditional(state: ParserState, at: number): Node {
  const { scan } = state;
  const test = condition(state, at);
  const outer = state.flags;
  state.flags = { ...outer };
  const yes = state.branch(state);
  const no = scan.eat('|') ? state.branch(state) : EMPTY;
  if (scan.eat('|')) scan.fail('Switch (?(condition)... contains too many branches');
  state.flags = outer;
  if (!scan.eat(')')) scan.fail('Switch (?(condition)... not terminated');
  return { type: 'Conditional', test, yes, no };
}

function condition(state: ParserState, at: number): Conditional['test'] {
  const { scan } = state;
  if (scan.peek() === '?' || scan.peek() === '*') {
    const node = parseGroup(state, at + 2);
    if (node?.type === 'Look') return { look: node };
    return scan.fail('Unknown switch condition (?(...))');
  }
  const m = scan.match(/(\d+)\)|<(\w+)>\)|'(\w+)'\)|(DEFINE)\)|R(\d*)\)|R&(\w+)\)/y);
  if (m === null) return scan.fail('Unknown switch condition (?(...))', scan.at + 1);
  if (m[1] !== undefined) return { groups: [Number(m[1])] };
  if (m[4] !== undefined) return 'define';
  const name = m[2] ?? m[3];
  if (name !== undefined) {
    const node = nameReference(state, name, scan.at - 2);
    return { groups: node.type === 'BackReference' ? node.groups : [] };
  }
  if (m[6] !== undefined) return { recursion: state.names.get(m[6])?.[0] ?? -1 };
  return { recursion: m[5] === '' ? -1 : Number(m[5]) };
}

/** (?i) (?i-m) (?^i) (?i:...) */
function inlineFlags(state: ParserState, at: number): Node | null {
  const { scan } = state;
  const flags: PatternFlags = scan.eat('^')
    ? { i: false, m: false, s: false, x: 0, n: false, charset: state.flags.charset === 'u' ? 'u' : 'd' }
    : { ...state.flags };
  let on = true;
  let sawX = false;
  for (;;) {
    if (scan.done) scan.fail('Sequence (?... not terminated');
    const letter = scan.peek();
    scan.at++;
    if (letter === ')') {
      state.flags = flags;
      return null;
    }
    if (letter === ':') return inside(state, at, flags);
    if (letter === '-' && on && scan.text[at + 2] !== '^') {
      on = false;
      continue;
    }
    if (!on && 'adlu'.includes(letter)) {
      scan.fail(`Regexp modifier "${letter}" may not appear after the "-"`);
    }
    if (letter === 'x' && on && !sawX) {
      flags.x = 0;
      sawX = true;
    }
    if (letter === 'o' || letter === 'g' || letter === 'c' || !setFlag(flags, letter, on)) {
      scan.fail(`Sequence (${scan.text.slice(at + 1, scan.at)}...) not recognized`);
    }
  }
}

const assertionNames: Record<string, [behind: boolean, negative: boolean]> = {
  pla: [false, false],
  positive_lookahead: [false, false],
  nla: [false, true],
  negative_lookahead: [false, true],
  plb: [true, false],
  positive_lookbehind: [true, false],
  nlb: [true, true],
  negative_lookbehind: [true, true],
};

/** (*FAIL) and the spelled out assertions; the backtracking verbs are refused. */
function verb(state: ParserState, at: number): Node {
  const { scan } = state;
  const name = scan.match(/\w*/y)![0];
  const sense = assertionNames[name];
  if (sense !== undefined && scan.eat(':')) return look(state, at, sense[0], sense[1]);
  if (name === 'atomic' && scan.eat(':')) return { type: 'Atomic', body: inside(state, at) };
  if (scan.until(')') === null) scan.fail('Unterminated verb pattern');
  if (name === 'FAIL' || name === 'F') return { type: 'Fail' };
  if (/^(?:ACCEPT|COMMIT|PRUNE|SKIP|THEN|MARK|)$/.test(name)) scan.refuse(`(*${name})`);
  return scan.fail(`Unknown verb pattern '${name}'`);
}
