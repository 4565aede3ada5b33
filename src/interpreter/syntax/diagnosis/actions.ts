/** What is done when a rule of the grammar has been read: scopes, declarations, and what runs while a program is read. */
import { checkPrototyped, separated } from './calls.js';
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
  l.save(() => {
    leave();
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
  const value = mark(l);
  l.save(l.pad.enterSub());
  return value;
}
function namedSub(l: Lexer, kids: readonly Node[]): Node {
  const [word, name] = kids;
  leaveTo(l, kids);
  l.pad.introduce();
  const text = name?.text ?? '';
  const prototype = kids[4]?.op === 'THING' ? kids[4].text : null;
  const isForward = kids.at(-1)?.op === 'forward';
  if (/^(?:BEGIN|END|INIT|CHECK|UNITCHECK)$/.test(text)) {
    carryOut(l, word, text === 'BEGIN');
  } else if (!text.startsWith('&')) {
    l.env.declareSub(text, prototype);
    if (!isForward && l.errors === 0) carryOut(l, word, false);
  }
  return NONE;
}
/** What runs, or is compiled, while the program is still being read. */
function carryOut(l: Lexer, first: Node | undefined, unsafe: boolean): void {
  if (l.errors > 0 && unsafe) {
    throw new GiveUp(`BEGIN not safe after errors--compilation aborted${l.place()}`);
  }
  if (l.errors > 0) return;
  l.carryOut(first?.at ?? 0, first?.line ?? l.line);
}

/** The statement is complete: perl will look at the barewords in it when it has read all. */
function confirmBarewords(l: Lexer): void {
  for (const word of l.barewords) l.confirmed.add(word);
  l.barewords.clear();
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
    for (const { text, line } of l.confirmed) {
      l.complaints.push(
        `Bareword "${text}" not allowed while "strict subs" in use at ${l.file} line ${line ?? l.line}.\n`,
      );
      l.errors++;
    }
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
    confirmBarewords(l);
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
    return { ...node('my', [term]), parens: term.parens ?? false };
  },
  'signature-begin'(l) {
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
  'dereferenced-call'(l) {
    if (l.expect === 'block') l.expect = 'operator';
    return node('entersub');
  },
  'not-associative'(l) {
    l.mistake('syntax error');
    throw new Recover();
  },
  first: (_l, kids) => kids[0] ?? NONE,
  second: (_l, kids) => kids[1] ?? NONE,
};
