import type { Expr } from './ast.js';
import { listArguments, openArguments, unaryArgument } from './arguments.js';
import { call, userWord } from './calls.js';
import { canOverride, coreFunction, type CoreFunction } from './core-functions.js';
import { declaration } from './declarations.js';
import type { WordToken } from './flat.js';
import { execute, mapGrep, print, sort } from './list-operators.js';
import { warnNoValues } from './lexical-warnings.js';
import { isModifier, LEVEL, startsTerm } from './operators.js';
import type { Resolver } from './resolver.js';
import type { Row } from './row.js';
import { tails } from './tails.js';
import { subName } from './sub-name.js';

type Reader = (r: Resolver, row: Row, word: WordToken) => Expr;

/** A word where a term is expected. */
export function wordTerm(r: Resolver, row: Row, word: WordToken): Expr {
  checkCharacters(r, word);
  if (row.isSymbol('=>') && !(word.text.includes('::') && r.env.lookupSub(word.text)))
    return { type: 'StrLit', value: word.text, bareword: true, line: r.line(word.at) };
  const core = word.text.startsWith('CORE::') && !word.text.startsWith('CORE::GLOBAL::');
  const name = core ? word.text.slice(6) : word.text;
  if (!core && r.isLexicalSub(name)) return userWord(r, row, word);
  if (!core && canOverride(name)) {
    const override = (coreFunction(name) || READERS[name]) && r.env.overridden(name);
    if (override) return tails(r, row, call(r, row, word, r.env.lookupSub(override), override), false);
  }
  // The one weak keyword (perlfunc lock): a sub of that name, however defined, goes first.
  if (name === 'lock' && !core && r.env.lookupSub(name)) return userWord(r, row, word);
  if (name === 'not') return notOperator(r, row, word);
  if (needsFeature(name) && !core && !r.env.feature(name === '__SUB__' ? 'current_sub' : name))
    return userWord(r, row, word);
  const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  if (reader) return tails(r, row, reader(r, row, { ...word, text: name }), false);
  if (name === 'continue' || (name === 'break' && (core || r.env.feature('switch'))))
    return { type: 'Func', name, args: [], parens: false, line: r.line(word.at) };
  const known = coreFunction(name);
  if (known) return tails(r, row, builtin(r, row, word, known, core), false);
  if (isModifier(name) || RESERVED.has(name)) {
    row.next--;
    return r.unexpected(row);
  }
  return userWord(r, row, word);
}

/** `Unrecognized character` (perldiag): letters beyond ASCII belong to names only under `use utf8`. */
function checkCharacters(r: Resolver, word: WordToken): void {
  const index = word.text.search(/[\x80-\uffff]/);
  if (index < 0 || r.foreign || r.env.hint('utf8')) return;
  const at = word.at + index;
  const { text } = r.prepared;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(Math.max(lineStart, at - 10), at);
  const code = text.charCodeAt(at).toString(16).toUpperCase();
  const place = `<-- HERE after ${before}<-- HERE near column ${at - lineStart + 1}`;
  r.fail(`Unrecognized character \\x${code}; marked by ${place}`, at);
}

const RESERVED = new Set('use no package else elsif and or xor eq ne lt gt le ge cmp continue'.split(' '));

function needsFeature(name: string): boolean {
  return name === 'say' || name === 'state' || name === 'fc' || name === 'evalbytes' || name === '__SUB__';
}

/** `not` binds looser than a comma but tighter than `and`; `not (...)` takes its parentheses and nothing more. */
function notOperator(r: Resolver, row: Row, word: WordToken): Expr {
  const line = r.line(word.at);
  const next = row.peek();
  if (next?.kind === 'parens') {
    row.take();
    const items = r.list(next.items, next.end - 1);
    const expr: Expr = { type: 'List', items, paren: true, line };
    return { type: 'Unary', op: '!', expr: items.length === 1 && items[0] ? items[0] : expr, line };
  }
  return { type: 'Unary', op: '!', expr: r.expression(row, LEVEL.comma), line };
}

/** A named operator that takes its operands as the table says. */
function builtin(r: Resolver, row: Row, word: WordToken, known: CoreFunction, core: boolean): Expr {
  const { args, parens } = builtinArguments(r, row, known);
  checkCount(r, row, known, args, word);
  checkArray(r, row, known.name, args[0], word.at);
  warnNoValues(r, known.name, args.length, r.line(word.at));
  const line = r.line(word.at);
  const named = TAKES_NAME.has(known.name) ? args.map(subName) : args;
  const made: Expr = { type: 'Func', name: known.name, args: named, parens, line };
  return core ? { ...made, core } : made;
}

const TAKES_ARRAY = new Set(['push', 'unshift', 'pop', 'shift', 'splice', 'keys', 'values', 'each']);

/** perldiag, "Experimental %s on scalar is now forbidden" */
function checkArray(r: Resolver, row: Row, name: string, first: Expr | undefined, at: number): void {
  if (first !== undefined && isUnfit(name, first)) r.suspect();
  const isScalar =
    first?.type === 'Elem' ||
    first?.type === 'HElem' ||
    ((first?.type === 'Var' || first?.type === 'Deref') && first.sigil === '$');
  if (isScalar && TAKES_ARRAY.has(name)) {
    r.failAfterCall(`Experimental ${name} on scalar is now forbidden`, row, at, at);
  }
}

const CHANGES = new Set(['undef', 'chop', 'chomp', 'pos', 'tie', 'untie', 'tied', 'lock']);

function isUnfit(name: string, first: Expr): boolean {
  const isConstant = first.type === 'NumLit' || first.type === 'StrLit' || first.type === 'Interp';
  if (isConstant) return CHANGES.has(name) || TAKES_ARRAY.has(name);
  if (first.type !== 'Var' && first.type !== 'Deref') return false;
  if (name === 'defined') return first.sigil === '@' || first.sigil === '%';
  return first.sigil === '%' && (name === 'pos' || /^(?:push|pop|shift|unshift|splice)$/.test(name));
}

const TAKES_NAME = new Set(['defined', 'exists', 'undef', 'lock']);

function builtinArguments(r: Resolver, row: Row, known: CoreFunction): { args: Expr[]; parens: boolean } {
  if (known.arity === 'none') {
    const next = row.peek();
    if (next?.kind !== 'parens') return { args: [], parens: false };
    row.take();
    return { args: r.list(next.items, next.end - 1), parens: true };
  }
  return known.arity === 'unary' ? unaryArgument(r, row) : listArguments(r, row);
}

/** perl names an operator by its description where that differs from its name. */
const DESCRIPTION: Record<string, string> = {
  join: 'join or string',
  defined: 'defined operator',
  undef: 'undef operator',
};

function checkCount(r: Resolver, row: Row, known: CoreFunction, args: Expr[], word: WordToken): void {
  const how =
    args.length < known.least ? 'Not enough' : args.length > known.most && known.name !== 'scalar' ? 'Too many' : null;
  if (how === null || args.some((arg) => arg.type === 'List' && known.arity === 'unary')) return;
  r.failAfterCall(`${how} arguments for ${DESCRIPTION[known.name] ?? known.name}`, row, word.at, word.at);
}

/** last, next, redo, goto, dump: a bareword operand is a label. */
function jump(r: Resolver, row: Row, word: WordToken): Expr {
  const line = r.line(word.at);
  const next = row.peek();
  if (next?.kind === 'number' && /^v\d+$/.test(next.text)) {
    row.take();
    if (word.text === 'goto') r.env.noteGoto?.(next.text);
    return { type: 'Func', name: word.text, args: [], label: next.text, parens: false, line };
  }
  if (
    next?.kind === 'word' &&
    !(next.text === 'when' && r.env.feature('switch')) &&
    startsTerm(next, row.peek(1)) &&
    !row.isSymbol('->', 1) &&
    row.peek(1)?.kind !== 'parens'
  ) {
    row.take();
    if (word.text === 'goto') r.env.noteGoto?.(next.text);
    return { type: 'Func', name: word.text, args: [], label: next.text, parens: false, line };
  }
  const { args, parens } =
    word.text === 'goto' ? { args: openArguments(r, row), parens: false } : unaryArgument(r, row);
  if (word.text === 'goto' && !isSubOperand(args[0])) r.env.noteGoto?.(null);
  return { type: 'Func', name: word.text, args: args.map(subName), parens, line };
}

/** goto &name, goto &$code */
function isSubOperand(e: Expr | undefined): boolean {
  return (
    (e?.type === 'Call' && e.amp === true) ||
    e?.type === 'CallRef' ||
    ((e?.type === 'Var' || e?.type === 'Deref') && e.sigil === '&')
  );
}

function returnOperator(r: Resolver, row: Row, word: WordToken): Expr {
  return { type: 'Func', name: 'return', args: openArguments(r, row), parens: false, line: r.line(word.at) };
}

/** `do BLOCK` or `do FILE` */
function doOperator(r: Resolver, row: Row, word: WordToken): Expr {
  const line = r.line(word.at);
  const next = row.peek();
  if (next?.kind === 'braces') {
    row.take();
    return { type: 'DoBlock', body: r.passes.block(r, next, true), line };
  }
  refuseCall(r, row, word);
  return { type: 'Func', name: 'dofile', ...unaryArgument(r, row), line };
}
/** `do NAME(LIST)`, a call until perl 5.20, is no longer in its grammar. */
function refuseCall(r: Resolver, row: Row, word: WordToken): void {
  const [name, list] = [row.peek(), row.peek(1)];
  if (name?.kind !== 'word' || list?.kind !== 'parens') return;
  if (coreFunction(name.text) || Object.hasOwn(READERS, name.text) || name.text.startsWith('CORE::')) return;
  r.fail('syntax error', list.at, r.near(word.at, list.at + 1));
}

function evalOperator(r: Resolver, row: Row, word: WordToken): Expr {
  const line = r.line(word.at);
  const next = row.peek();
  if (next?.kind === 'braces') {
    row.take();
    return { type: 'EvalBlock', body: r.passes.block(r, next, true), line };
  }
  return { type: 'Func', name: 'evalstr', ...unaryArgument(r, row), line };
}

/** `require Foo::Bar` names the file Foo/Bar.pm. */
function requireOperator(r: Resolver, row: Row, word: WordToken): Expr {
  const line = r.line(word.at);
  const next = row.peek();
  const isName = next?.kind === 'word' && !coreFunction(next.text) && !/^(?:__\w+__|q[qw]?|do|eval)$/.test(next.text);
  if (isName && row.peek(1)?.kind !== 'parens' && !row.isSymbol('->', 1)) {
    row.take();
    r.required.add(next.text);
    const value = `${next.text.replace(/::$/, '').replaceAll('::', '/')}.pm`;
    return {
      type: 'Func',
      name: 'require',
      args: [{ type: 'StrLit', value, bareword: true, line }],
      parens: false,
      line,
    };
  }
  return { type: 'Func', name: 'require', ...unaryArgument(r, row), line };
}

function splitOperator(r: Resolver, row: Row, word: WordToken): Expr {
  return { type: 'Func', name: 'split', ...listArguments(r, row), line: r.line(word.at) };
}

function localOperator(r: Resolver, row: Row, word: WordToken): Expr {
  return { type: 'Local', expr: r.expression(row, LEVEL.increment), line: r.line(word.at) };
}

const literalWord =
  (value: (r: Resolver, word: WordToken) => Expr): Reader =>
  (r, row, word) => {
    const next = row.peek();
    if (next?.kind === 'parens' && next.items.length === 0) row.take();
    return value(r, word);
  };

const READERS: Record<string, Reader> = {
  my: (r, row, word) => declaration(r, row, word),
  our: (r, row, word) => declaration(r, row, word),
  state: (r, row, word) => declaration(r, row, word),
  local: localOperator,
  do: doOperator,
  eval: evalOperator,
  require: requireOperator,
  return: returnOperator,
  print: (r, row, word) => print(r, row, word),
  printf: (r, row, word) => print(r, row, word),
  say: (r, row, word) => print(r, row, word),
  sort: (r, row, word) => sort(r, row, word),
  map: (r, row, word) => mapGrep(r, row, word),
  grep: (r, row, word) => mapGrep(r, row, word),
  exec: (r, row, word) => execute(r, row, word),
  system: (r, row, word) => execute(r, row, word),
  split: splitOperator,
  last: jump,
  next: jump,
  redo: jump,
  goto: jump,
  dump: jump,
  __FILE__: literalWord((r, word) => ({ type: 'StrLit', value: r.fileAt(word.at), line: r.line(word.at) })),
  __LINE__: literalWord((r, word) => ({ type: 'NumLit', value: r.line(word.at), float: false, line: r.line(word.at) })),
  __PACKAGE__: literalWord((r, word) => ({ type: 'StrLit', value: r.pkg, line: r.line(word.at) })),
  __SUB__: literalWord((r, word) => ({
    type: 'Func',
    name: '__SUB__',
    args: [],
    parens: false,
    line: r.line(word.at),
  })),
};
