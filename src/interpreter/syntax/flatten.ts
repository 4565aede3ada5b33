import type { MatchResult, Node, Semantics } from 'ohm-js';
import type { Sigil } from './ast.js';
import type {
  BraceToken,
  CastToken,
  FlatStatement,
  GroupToken,
  QuoteToken,
  SubHead,
  Token,
  VariableToken,
} from './flat.js';
import { perlGrammar } from './grammar.js';

/*
 * Reads Ohm's concrete syntax tree into the flat tree of flat.ts. One operation, `read`, walks it in source order; each
 * action appends to the row or the statement list that is being filled.
 */

let text = '';
let base = 0;
let row: Token[] = [];
let statements: FlatStatement[] = [];

const at = (node: Node): number => base + node.source.startIdx;
const end = (node: Node): number => base + node.source.endIdx;
const textOf = (node: Node): string => text.slice(node.source.startIdx, node.source.endIdx);
const wordOf = (node: Node): string => textOf(node).trimEnd();
const nameOf = (node: Node): string => packageName(textOf(node).replaceAll("'", '::'));

function readAll(nodes: readonly Node[]): void {
  for (const node of nodes)
    if (!node.isTerminal() && node.ctorName !== 'sp') (node as unknown as { read(): void }).read();
}

/** The tokens that reading these nodes yields. */
function rowOf(...nodes: Node[]): Token[] {
  const outer = row;
  const inner: Token[] = [];
  row = inner;
  readAll(nodes);
  row = outer;
  return inner;
}

function tokenOf<T extends Token>(node: Node): T {
  return rowOf(node)[0] as T;
}

function optionalToken<T extends Token>(node: Node): T | null {
  return node.numChildren > 0 ? tokenOf<T>(node) : null;
}

function statementsOf(...nodes: Node[]): FlatStatement[] {
  const outer = statements;
  const inner: FlatStatement[] = [];
  statements = inner;
  readAll(nodes);
  statements = outer;
  return inner;
}

function symbol(node: Node): void {
  row.push({ kind: 'symbol', text: wordOf(node), at: at(node), end: end(node) });
}

function variable(node: Node, sigil: Sigil | '$#', name: Node): void {
  const raw = textOf(name);
  const braced = raw.startsWith('{');
  const spelled = (braced ? raw.slice(1, -1).trim() : raw).replaceAll(/'(?=\w)/g, '::');
  row.push({ kind: 'variable', sigil, name: packageName(spelled), braced, at: at(node), end: end(name) });
}

/** `$::x` is `$main::x`. */
function packageName(name: string): string {
  return name.startsWith('::') ? `main${name}` : name;
}

function cast(node: Node, sigil: Sigil | '$#', inner: Node): void {
  const token = tokenOf<VariableToken | CastToken | BraceToken>(inner);
  row.push({ kind: 'cast', sigil, inner: token, at: at(node), end: end(inner) });
}

interface QuoteParts {
  open: string;
  text: string;
  textAt: number;
}

/** A delimited text as a whole: its opening delimiter and what is inside. */
function delimitedParts(node: Node): QuoteParts {
  const whole = textOf(node);
  return { open: whole[0] ?? '', text: whole.slice(1, -1), textAt: at(node) + 1 };
}

function quote(node: Node, last: Node, op: string, first: QuoteParts, second: QuoteParts | null, flags: string): void {
  const token: QuoteToken = {
    kind: 'quote',
    op,
    open: first.open,
    text: first.text,
    textAt: first.textAt,
    second: second?.text ?? '',
    secondAt: second?.textAt ?? 0,
    secondOpen: second?.open ?? '',
    flags,
    at: at(node),
    end: end(last),
  };
  row.push(token);
}

function simpleQuote(node: Node, op: string, part: Node, close: Node): void {
  const open = text[node.source.startIdx] ?? '';
  quote(node, close, op, { open, text: textOf(part), textAt: at(part) }, null, '');
}

function partsOfTwice(open: Node, first: Node, second: Node): [QuoteParts, QuoteParts] {
  const delimiter = textOf(open);
  return [
    { open: delimiter, text: textOf(first), textAt: at(first) },
    { open: delimiter, text: textOf(second), textAt: at(second) },
  ];
}

let twiceParts: [QuoteParts, QuoteParts] | null = null;

/** Attributes may stand on either side of the signature (before it, perl 5.28 and later have them). */
function subHead(head: Node): SubHead {
  const [before, signature, after] = head.children as [Node, Node, Node];
  const parens = signature.numChildren > 0 ? signature.child(0).child(0) : null;
  return {
    signature: parens && textOf(parens).slice(1, -1),
    signatureAt: at(signature) + 1,
    attributes: [...attributesOf(before), ...attributesOf(after)],
  };
}

function attributesOf(node: Node): SubHead['attributes'] {
  if (node.numChildren === 0) return [];
  const found = textOf(node).matchAll(/(\w+)(?:\(((?:[^()\\]|\\.|\([^()]*\))*)\))?/g);
  return [...found].map((m) => ({ name: m[1] ?? '', argument: m[2] ?? null }));
}

function subStatement(node: Node, declarator: Node, name: Node, head: Node, body: Node): void {
  const tokens = rowOf(body);
  statements.push({
    kind: 'sub',
    declarator: declarator.numChildren > 0 ? wordOf(declarator) : null,
    name: nameOf(name),
    ...subHead(head),
    body: (tokens[0] as BraceToken | undefined) ?? null,
    at: at(node),
    end: end(node),
  });
}

function whileLike(node: Node, word: Node, cond: Node, body: Node, cont: Node): void {
  statements.push({
    kind: 'while',
    word: wordOf(word),
    cond: tokenOf<GroupToken>(cond),
    body: tokenOf<BraceToken>(body),
    cont: optionalToken<BraceToken>(cont),
    at: at(node),
    end: end(node),
  });
}

function makeSemantics(): Semantics {
  const semantics = perlGrammar().createSemantics();
  semantics.addOperation<void>('read', {
    _terminal() {},
    _nonterminal(...children) {
      readAll(children);
    },
    _iter(...children) {
      readAll(children);
    },
    sp(_blanks, _sign, _comment, _more) {},

    // statements
    null(_semicolon, _sp) {
      statements.push({ kind: 'null', at: at(this), end: end(this) });
    },
    simple(items, terminator) {
      statements.push({ kind: 'simple', items: rowOf(items), at: at(this), end: at(terminator) });
    },
    label(name, _sp, _colon, _after) {
      statements.push({ kind: 'label', name: textOf(name), at: at(this), end: end(this) });
    },
    bareBlock(body, cont) {
      statements.push({
        kind: 'block',
        body: tokenOf<BraceToken>(body),
        cont: optionalToken<BraceToken>(cont),
        at: at(this),
        end: end(this),
      });
    },
    block(_open, _sp, body, close, _after) {
      row.push({ kind: 'braces', body: statementsOf(body), key: null, at: at(this), end: end(close) });
    },
    blockOfCode(_open, _sp, body, _close) {
      row.push({ kind: 'braces', body: statementsOf(body), key: null, at: at(this), end: end(this) });
    },
    continue(_word, _sp, body) {
      readAll([body]);
    },
    conditional(word, cond, body, elsifs, otherwise) {
      const rest = rowOf(elsifs);
      const clauses = [{ cond: tokenOf<GroupToken>(cond), body: tokenOf<BraceToken>(body) }];
      for (let i = 0; i < rest.length; i += 2) {
        clauses.push({ cond: rest[i] as GroupToken, body: rest[i + 1] as BraceToken });
      }
      const last = optionalToken<BraceToken>(otherwise);
      statements.push({ kind: 'if', word: wordOf(word), clauses, otherwise: last, at: at(this), end: end(this) });
    },
    elsif(_word, _sp, cond, body) {
      readAll([cond, body]);
    },
    else(_word, _sp, body) {
      readAll([body]);
    },
    whileLoop(word, cond, body, cont) {
      whileLike(this, word, cond, body, cont);
    },
    foreachLoop(_word, _sp, loopVariable, head, body, cont) {
      const chosen = rowOf(loopVariable);
      const declared = chosen.length === 2 ? chosen[0] : undefined;
      statements.push({
        kind: 'foreach',
        declarator: declared?.kind === 'word' ? declared.text : null,
        variable: (chosen.at(-1) as VariableToken | undefined) ?? null,
        head: tokenOf<GroupToken>(head),
        body: tokenOf<BraceToken>(body),
        cont: optionalToken<BraceToken>(cont),
        at: at(this),
        end: end(this),
      });
    },
    declarator(word, _sp) {
      row.push({ kind: 'word', text: textOf(word), at: at(this), end: end(word) });
    },
    packageBlock(_word, _sp, name, _after, version, body) {
      statements.push({
        kind: 'package',
        name: nameOf(name),
        version: version.numChildren > 0 ? wordOf(version) : null,
        body: tokenOf<BraceToken>(body),
        at: at(this),
        end: end(this),
      });
    },
    phaseBlock(name, _sp, body) {
      statements.push({
        kind: 'phase',
        name: textOf(name),
        body: tokenOf<BraceToken>(body),
        at: at(this),
        end: end(this),
      });
    },
    subDefinition_named(declarator, _word, name, _sp, head, body) {
      subStatement(this, declarator, name, head, body);
    },
    subDefinition_bare(name, _sp, body) {
      statements.push({
        kind: 'sub',
        declarator: null,
        name: textOf(name),
        signature: null,
        signatureAt: 0,
        attributes: [],
        body: tokenOf<BraceToken>(body),
        at: at(this),
        end: end(this),
      });
    },
    subBody(body) {
      if (body.ctorName === 'block') readAll([body]);
    },
    subLiteral(_word, head, body) {
      row.push({ kind: 'sub', ...subHead(head), body: tokenOf<BraceToken>(body), at: at(this), end: end(this) });
    },

    // rows
    word_name(name, _sp) {
      row.push({ kind: 'word', text: nameOf(name), at: at(this), end: end(name) });
    },
    word_keyword(name, _sp) {
      row.push({ kind: 'word', text: nameOf(name), at: at(this), end: end(name) });
    },
    methodName(name, _sp) {
      row.push({ kind: 'word', text: nameOf(name), at: at(this), end: end(name) });
    },
    wordRow_term(_guard, word) {
      readAll([word]);
    },
    wordRow_special(_guard, row) {
      readAll([row]);
    },
    specialWord_print(_guard, word, handle) {
      readAll([word, handle]);
    },
    wordRow_guess(_guard, word) {
      readAll([word]);
    },
    blockListWord(_guard, word) {
      readAll([word]);
    },
    wordTerm(_guard, term) {
      readAll([term]);
    },
    statement_word(_guard, statement) {
      readAll([statement]);
    },
    arrow(sign, _sp, after) {
      symbol(sign);
      readAll([after]);
    },
    postfixDeref(sign, _sp) {
      row.push({ kind: 'postfix', text: textOf(sign), at: at(this), end: end(sign) });
    },
    postfix(sign, _sp) {
      symbol(sign);
    },
    prefix_operator(sign, _sp) {
      symbol(sign);
    },
    fileTest(_minus, letter, _sp) {
      row.push({ kind: 'filetest', letter: textOf(letter), at: at(this), end: end(letter) });
    },
    infix(sign, _sp) {
      symbol(sign);
    },
    separator(sign, _sp) {
      symbol(sign);
    },
    parens(_open, _sp, items, close, _after) {
      row.push({ kind: 'parens', items: rowOf(items), at: at(this), end: end(close) });
    },
    brackets(_open, _sp, items, close, _after) {
      row.push({ kind: 'brackets', items: rowOf(items), at: at(this), end: end(close) });
    },
    braces_key(_open, _sp, key, close, _after) {
      row.push({ kind: 'braces', body: [keyStatement(key)], key: wordOf(key), at: at(this), end: end(close) });
    },

    // variables
    plainScalar(sigil, name, _sp, tails, infix) {
      const token = {
        kind: 'variable',
        sigil: '$',
        name: nameOf(name),
        braced: false,
        at: at(sigil),
        end: end(name),
      } as const;
      row.push(token);
      readAll([tails, infix]);
    },
    specialScalar(_guard, scalar) {
      readAll([scalar]);
    },
    literal(_guard, literal) {
      readAll([literal]);
    },
    group(_guard, group) {
      readAll([group]);
    },
    sigiled(_guard, sigiled) {
      readAll([sigiled]);
    },
    tail(_guard, tail) {
      readAll([tail]);
    },
    scalarName_lastOf(_sigil, inner) {
      cast(this, '$#', inner);
    },
    scalarName_last(_sigil, name) {
      variable(this, '$#', name);
    },
    scalarName_lastSpecial(_sigil, name) {
      variable(this, '$#', name);
    },
    scalarName_name(_sigil, name) {
      variable(this, '$', name);
    },
    scalarName_cast(_sigil, inner) {
      cast(this, '$', inner);
    },
    scalarName_spacedName(_sigil, _blank, _sp, name) {
      variable(this, '$', name);
    },
    scalarName_spacedCast(_sigil, _blank, _sp, inner) {
      cast(this, '$', inner);
    },
    scalarName_special(_sigil, name) {
      variable(this, '$', name);
    },
    array_name(_sigil, name, _sp) {
      variable(this, '@', name);
    },
    array_cast(_sigil, _gap, inner, _sp) {
      cast(this, '@', inner);
    },
    hash_name(_sigil, name, _sp) {
      variable(this, '%', name);
    },
    hash_cast(_sigil, _gap, inner, _sp) {
      cast(this, '%', inner);
    },
    code_name(_sigil, _gap, name, _sp) {
      variable(this, '&', name);
    },
    code_cast(_sigil, _gap, inner, _sp) {
      cast(this, '&', inner);
    },
    glob_name(_sigil, name, _sp) {
      variable(this, '*', name);
    },
    glob_cast(_sigil, inner, _sp) {
      cast(this, '*', inner);
    },
    dereferenced_name(_sigil, name) {
      variable(this, '$', name);
    },
    dereferenced_cast(_sigil, inner) {
      cast(this, '$', inner);
    },

    // numbers and quotes
    number(_) {
      row.push({ kind: 'number', text: textOf(this), at: at(this), end: end(this) });
    },
    versionString(_v, _first, _dots, _rest, _sp) {
      row.push({ kind: 'number', text: wordOf(this), at: at(this), end: end(this) });
    },
    doubleQuoted(_open, part, close, _sp) {
      simpleQuote(this, 'qq', part, close);
    },
    singleQuoted(_open, part, close, _sp) {
      simpleQuote(this, 'q', part, close);
    },
    backquoted(_open, part, close, _sp) {
      simpleQuote(this, 'qx', part, close);
    },
    match(body, flags, _sp) {
      quote(this, flags, 'm', delimitedParts(body), null, textOf(flags));
    },
    hereDocument(_open, index, close, _sp) {
      row.push({ kind: 'here', index: Number(textOf(index)), at: at(this), end: end(close) });
    },
    angle_safe(_sign, _sp) {
      row.push({ kind: 'angle', text: '<>', at: at(this), end: end(this) });
    },
    angle_plain(_open, part, close, _sp) {
      row.push({ kind: 'angle', text: textOf(part), at: at(this), end: end(close) });
    },
    quoteLike(_guard, form, _sp) {
      readAll([form]);
    },
    quoteForm_single(name, _gap, body, flags) {
      quote(this, flags, textOf(name), delimitedParts(body), null, textOf(flags));
    },
    quoteForm_double(name, _gap, body, flags) {
      readAll([body]);
      if (twiceParts) quote(this, flags, textOf(name), twiceParts[0], twiceParts[1], textOf(flags));
    },
    doubleBody_bracketed(first, _sp, second) {
      twiceParts = [delimitedParts(first), delimitedParts(second)];
    },
    doubleBody_slash(open, first, _middle, second, _close) {
      twiceParts = partsOfTwice(open, first, second);
    },
    twice(open, first, _middle, second, _close) {
      twiceParts = partsOfTwice(open, first, second);
    },
  });
  return semantics;
}

/** `{word}` read as a block: a statement that consists of the word. */
function keyStatement(key: Node): FlatStatement {
  const written = wordOf(key);
  const start = at(key);
  const items: Token[] = [];
  if (/^-[A-CMOR-TWXb-gk-lopr-uw-xz]$/.test(written)) {
    items.push({ kind: 'filetest', letter: written.slice(1), at: start, end: start + 2 });
    return { kind: 'simple', items, at: start, end: start + 2 };
  }
  const minus = written.startsWith('-') ? 1 : 0;
  if (minus) items.push({ kind: 'symbol', text: '-', at: start, end: start + 1 });
  items.push({ kind: 'word', text: written.slice(minus), at: start + minus, end: start + written.length });
  return { kind: 'simple', items, at: start, end: start + written.length };
}

let semantics: Semantics | null = null;

function read(match: MatchResult, source: string, offset: number): void {
  semantics ??= makeSemantics();
  text = source;
  base = offset;
  (semantics(match) as unknown as { read(): void }).read();
}

/** The statements of a matched program. */
export function flattenProgram(match: MatchResult, source: string, offset = 0): FlatStatement[] {
  statements = [];
  const mine = statements;
  read(match, source, offset);
  return mine;
}

/** The tokens of a matched row; `offset` is added to their places. */
export function flattenRow(match: MatchResult, source: string, offset: number): Token[] {
  row = [];
  const mine = row;
  read(match, source, offset);
  return mine;
}
