/** What is done when a rule of the grammar has been read: scopes, declarations, and what runs while a program is read. */
import { allowBareword, checkPrototyped, separated } from './calls.js';
import { description } from './descriptions.js';
import { expressionActions } from './expressions.js';
import type { Lexer } from './lexer.js';
import { type Node, node, NONE } from './nodes.js';
import { GiveUp } from './tokens.js';

/** The mistake has been reported already. */
export class Recover extends Error {}

/** `below`: what has been read before the rule began, the last first. */
type Action = (l: Lexer, kids: readonly Node[], below: (depth: number) => Node) => Node;

const MARK = 'mark';

function mark(l: Lexer): Node {
  return { ...NONE, op: MARK, line: l.saves.length };
}

function leaveTo(l: Lexer, kids: readonly Node[]): void {
  const found = kids.find((kid) => kid.op === MARK);
  if (found) l.leaveTo(found.line ?? 0);
}

function openBlock(l: Lexer): Node {
  const value = mark(l);
  const state = l.env.state();
  const leave = l.pad.enterBlock();
  const { barewords } = l;
  l.barewords = new Set();
  l.save(() => {
    leave();
    l.barewords = barewords;
    l.env.restore(state);
  });
  return value;
}

function endBlock(l: Lexer, kids: readonly Node[]): Node {
  l.pad.endBlock();
  leaveTo(l, kids);
  return node('scope');
}

function startSub(l: Lexer): Node {
  const value = { ...mark(l), text: String(l.confirmed.size) };
  l.save(l.pad.enterSub());
  return value;
}

function namedSub(l: Lexer, kids: readonly Node[]): Node {
  const [word, name] = kids;
  barewordsOfSub(l, kids[2]);
  leaveTo(l, kids);
  l.pad.introduce();
  const text = name?.text ?? '';
  const prototype = kids[4]?.op === 'THING' ? kids[4].text : null;
  const isForward = kids.at(-1)?.op === 'forward';
  if (/^(?:BEGIN|END|INIT|CHECK|UNITCHECK)$/.test(text)) {
    carryOut(l, word, text === 'BEGIN');
  } else if (!text.startsWith('&')) {
    if (l.errors === 0) l.env.declareSub(text, prototype);
    if (!isForward && l.errors === 0) carryOut(l, word, false);
  }
  return NONE;
}

/** perl looks at the barewords of a sub when it ends, if nothing was wrong before. */
function barewordsOfSub(l: Lexer, start: Node | undefined): void {
  const own = [...l.confirmed].slice(Number(start?.text ?? 0));
  const { errors } = l;
  for (const word of own) {
    l.confirmed.delete(word);
    if (errors === 0) complainOfBareword(l, word);
  }
}

function complainOfBareword(l: Lexer, { text, line }: Node): void {
  l.complaints.push(`Bareword "${text}" not allowed while "strict subs" in use at ${l.file} line ${line ?? l.line}.\n`);
  l.errors++;
}

/** What runs, or is compiled, while the program is still being read. */
function carryOut(l: Lexer, first: Node | undefined, unsafe: boolean): void {
  if (l.errors > 0 && unsafe) {
    throw new GiveUp(`BEGIN not safe after errors--compilation aborted${l.place()}`);
  }
  if (l.errors > 0) return;
  l.carryOut(first?.at ?? 0, first?.line ?? l.line);
}

/** perldiag, "Can't declare %s in "%s"" */
function checkDeclared(l: Lexer, each: Node, word: string): void {
  if (/^(?:pad[sah]v|rv2[sah]v|undef|nothing|my|refgen)$/.test(each.op)) return;
  l.mistake(`Can't declare ${description(each.op)} in "${word}"`);
}

/** The statement is complete: perl will look at the barewords in it when it has read all. */
function confirmBarewords(l: Lexer): void {
  for (const word of l.barewords) l.confirmed.add(word);
  l.barewords.clear();
  l.keepsLine = false;
}

export const actions: Readonly<Record<string, Action>> = {
  ...expressionActions,
  nothing: () => NONE,
  program(l) {
    l.expect = 'state';
    return NONE;
  },
  'open-block': openBlock,
  'open-part': openBlock,
  'end-of-block': endBlock,
  'end-of-program'(l, kids) {
    for (const word of l.confirmed) complainOfBareword(l, word);
    return endBlock(l, kids);
  },
  'end-of-package': endBlock,
  'end-of-compound': endBlock,
  'start-sub': startSub,
  'sub-name'(l) {
    l.inMy = '';
    return NONE;
  },
  'named-sub': namedSub,
  forward: () => node('forward'),
  'anonymous-sub'(l, kids) {
    barewordsOfSub(l, kids[1]);
    leaveTo(l, kids);
    return node(l.errors > 0 ? 'refgen' : 'anoncode');
  },
  'end-of-sub'(l, _kids, below) {
    leaveTo(l, [below(1)]);
    return NONE;
  },
  pattern: (_l, kids) => node(kids[0]?.text ?? '', [], kids[0]?.flags),
  'call-with-block'(l, kids) {
    const sub = l.env.sub(kids[0]?.text ?? '');
    const code = node(l.errors > 0 ? 'refgen' : 'anoncode');
    if (sub) checkPrototyped(l, sub, [code, ...separated(kids[4])]);
    return node('entersub');
  },
  statement(l, kids) {
    if (kids[0]?.op !== 'nothing') confirmBarewords(l);
    if (kids[0]?.op !== 'nothing') l.pad.introduce();
    return NONE;
  },
  labelled(l) {
    confirmBarewords(l);
    l.pad.introduce();
    return NONE;
  },
  introduce(l) {
    l.pad.introduce();
    return NONE;
  },
  introduced(l, kids) {
    l.pad.introduce();
    return kids[0] ?? NONE;
  },
  'expect-term'(l) {
    l.expect = 'term';
    return NONE;
  },
  package(l, kids) {
    l.env.setPackage(kids.findLast((kid) => kid.op === 'BAREWORD')?.text ?? 'main');
    return NONE;
  },
  'package-block'(l, _kids, below) {
    l.env.setPackage(below(2).text);
    return NONE;
  },
  use(l, kids) {
    leaveTo(l, kids);
    l.pad.introduce();
    carryOut(l, kids[0], true);
    l.expect = 'state';
    return NONE;
  },
  'my-begin'(l) {
    l.inMy = 'my';
    return NONE;
  },
  'my-end'(l) {
    l.inMy = '';
    l.pad.introduce();
    return NONE;
  },
  'my-done'(l) {
    l.inMy = '';
    return NONE;
  },
  my(l, kids) {
    l.inMy = '';
    const term = kids[1] ?? NONE;
    for (const each of term.op === 'list' ? term.kids : [term]) checkDeclared(l, each, kids[0]?.text ?? 'my');
    return { ...node('my', [term]), parens: term.parens ?? false };
  },
  'no-default': () => node('no-default'),
  'empty-default': () => node('empty-default'),
  default: () => node('default'),
  'slurpy-parameter'(l, kids) {
    l.pad.introduce();
    if (l.parameters === 'slurpy') l.mistake('Multiple slurpy parameters not allowed');
    l.parameters = 'slurpy';
    if (kids[2]?.op !== 'no-default') l.mistake('A slurpy parameter may not have a default value');
    return NONE;
  },
  'scalar-parameter'(l, kids) {
    l.pad.introduce();
    if (l.parameters === 'slurpy') l.mistake('Slurpy parameter not last');
    const value = kids[2]?.op;
    if (value === 'empty-default' && kids[1]?.op === 'PRIVATEREF')
      l.mistake('Optional parameter lacks default expression');
    if (value === 'no-default' && l.parameters === 'optional')
      l.mistake('Mandatory parameter follows optional parameter');
    if (value !== 'no-default' && l.parameters === '') l.parameters = 'optional';
    return NONE;
  },
  'parameter-name'(l, kids) {
    l.inMy = '';
    return kids[0] ?? NONE;
  },
  'signature-begin'(l) {
    l.parameters = '';
    l.inMy = 'parameter';
    return NONE;
  },
  'next-parameter'(l) {
    l.inMy = 'parameter';
    return NONE;
  },
  'signature-end'(l) {
    l.inMy = '';
    l.expect = 'attribute-block';
    return NONE;
  },
  'dereferenced-call'(l, kids) {
    if (l.expect === 'block') l.expect = 'operator';
    allowBareword(l, kids[0]);
    return node('entersub');
  },
  'not-associative'(l) {
    l.mistake('syntax error');
    throw new Recover();
  },
  first: (_l, kids) => kids[0] ?? NONE,
  second: (_l, kids) => kids[1] ?? NONE,
};
