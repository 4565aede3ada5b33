import type { Token } from './flat.js';
import type { Row } from './row.js';

/** Precedence levels of perlop, loosest first. */
export const LEVEL = {
  lowOr: 1,
  lowAnd: 2,
  lowNot: 3,
  comma: 5,
  assign: 6,
  ternary: 7,
  range: 8,
  or: 9,
  and: 10,
  bitOr: 11,
  bitAnd: 12,
  equality: 13,
  relational: 14,
  unaryName: 15,
  isa: 16,
  shift: 17,
  additive: 18,
  multiplicative: 19,
  binding: 20,
  unary: 21,
  power: 22,
  increment: 23,
  arrow: 24,
} as const;

export type Shape =
  | 'binary'
  | 'right'
  | 'chain'
  | 'nonassoc'
  | 'logical'
  | 'assign'
  | 'comma'
  | 'ternary'
  | 'range'
  | 'binding'
  | 'isa';

export interface Operator {
  readonly level: number;
  readonly shape: Shape;
}

const table = new Map<string, Operator>();

function define(level: number, shape: Shape, names: string): void {
  for (const name of names.split(' ')) table.set(name, { level, shape });
}

define(LEVEL.lowOr, 'logical', 'or xor');
define(LEVEL.lowAnd, 'logical', 'and');
define(LEVEL.comma, 'comma', ', =>');
define(LEVEL.assign, 'assign', '= += -= *= /= .= %= x= **= &= |= ^= <<= >>= &&= ||= //= &.= |.= ^.=');
define(LEVEL.ternary, 'ternary', '?');
define(LEVEL.range, 'range', '.. ...');
define(LEVEL.or, 'logical', '|| //');
define(LEVEL.and, 'logical', '&&');
define(LEVEL.bitOr, 'binary', '| ^ |. ^.');
define(LEVEL.bitAnd, 'binary', '& &.');
define(LEVEL.equality, 'chain', '== != eq ne');
define(LEVEL.equality, 'nonassoc', '<=> cmp ~~');
define(LEVEL.relational, 'chain', '< > <= >= lt gt le ge');
define(LEVEL.isa, 'isa', 'isa');
define(LEVEL.shift, 'binary', '<< >>');
define(LEVEL.additive, 'binary', '+ - .');
define(LEVEL.multiplicative, 'binary', '* / % x');
define(LEVEL.binding, 'binding', '=~ !~');
define(LEVEL.power, 'right', '**');

const WORD_OPERATORS = new Set('or xor and eq ne cmp lt gt le ge isa x'.split(' '));
const MODIFIERS = new Set('if unless while until for foreach'.split(' '));
const PREFIX_SYMBOLS = new Set('! ~ ~. \\ ++ -- - +'.split(' '));

export const isModifier = (word: string): boolean => MODIFIERS.has(word);
export const isOperatorWord = (word: string): boolean => WORD_OPERATORS.has(word);

/** The infix operator that stands next in the row, if one does. */
export function operatorAt(row: Row): { name: string; operator: Operator } | null {
  const token = row.peek();
  if (!token) return null;
  const name = token.kind === 'symbol' ? token.text : token.kind === 'word' ? operatorWord(token.text) : null;
  if (name === null) return null;
  const operator = table.get(name);
  return operator ? { name, operator } : null;
}

/** `x3` after an operand is the operator x and a number: the grammar splits it, save after a word. */
function operatorWord(text: string): string | null {
  return WORD_OPERATORS.has(text) ? text : null;
}

/** `x` where a term is expected is a name (toke.c: PL_expect), which the grammar could not tell. */
export const isNameX = (token: Token | undefined): boolean =>
  (token?.kind === 'symbol' || token?.kind === 'word') && token.text === 'x';

/** Can this token begin a term? Tells whether a list operator has operands. */
export function startsTerm(token: Token | undefined, following?: Token): boolean {
  if (!token) return false;
  if (token.kind === 'symbol') return PREFIX_SYMBOLS.has(token.text);
  if (token.kind !== 'word') return true;
  if (following?.kind === 'symbol' && following.text === '=>') return true;
  if (token.text === 'when') return following?.kind === 'parens';
  return !WORD_OPERATORS.has(token.text) && !MODIFIERS.has(token.text);
}
