import type { ActionDict, Node } from 'ohm-js';
import type { BraceToken, FlatTopic, GroupToken, SubHead, VariableToken } from './flat.js';
import {
  at,
  end,
  nameOf,
  spelled,
  optionalToken,
  pushStatement,
  pushToken,
  readAll,
  rowOf,
  statementsOf,
  textOf,
  tokenOf,
  wordOf,
} from './flat-builder.js';

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
  pushStatement({
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
  pushStatement({
    kind: 'while',
    word: wordOf(word),
    cond: tokenOf<GroupToken>(cond),
    body: tokenOf<BraceToken>(body),
    cont: optionalToken<BraceToken>(cont),
    at: at(node),
    end: end(node),
  });
}

function topic(node: Node, written: Node, test: GroupToken | null, body: Node): void {
  const text = wordOf(written);
  const word = text.replace('CORE::', '') as FlatTopic['word'];
  pushStatement({
    kind: 'topic',
    word,
    core: text !== word,
    test,
    body: tokenOf<BraceToken>(body),
    at: at(node),
    end: end(node),
  });
}

/** perlsyn: statements, and the heads of subs */
export const statementActions: ActionDict<void> = {
  null(_semicolon, _sp) {
    pushStatement({ kind: 'null', at: at(this), end: end(this) });
  },
  simple(items, terminator) {
    pushStatement({ kind: 'simple', items: rowOf(items), at: at(this), end: at(terminator) });
  },
  label(name, _sp, _colon, _after) {
    pushStatement({ kind: 'label', name: spelled(textOf(name)), at: at(this), end: end(this) });
  },
  bareBlock(body, cont) {
    pushStatement({
      kind: 'block',
      body: tokenOf<BraceToken>(body),
      cont: optionalToken<BraceToken>(cont),
      at: at(this),
      end: end(this),
    });
  },
  block(_open, _sp, body, close, _after) {
    pushToken({ kind: 'braces', body: statementsOf(body), key: null, at: at(this), end: end(close) });
  },
  blockOfCode(_open, _sp, body, _close) {
    pushToken({ kind: 'braces', body: statementsOf(body), key: null, at: at(this), end: end(this) });
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
    pushStatement({ kind: 'if', word: wordOf(word), clauses, otherwise: last, at: at(this), end: end(this) });
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
    pushStatement({
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
    pushToken({ kind: 'word', text: textOf(word), at: at(this), end: end(word) });
  },
  tryCatch(word, body, catchWord, variable, handler, cleanup) {
    pushStatement({
      kind: 'try',
      words: [word, catchWord, cleanup].filter((node) => node.sourceString !== '').map(at),
      body: tokenOf<BraceToken>(body),
      variable: tokenOf<GroupToken>(variable),
      handler: tokenOf<BraceToken>(handler),
      cleanup: optionalToken<BraceToken>(cleanup),
      at: at(this),
      end: end(this),
    });
  },
  finally(_word, _sp, body) {
    readAll([body]);
  },
  deferBlock(_word, _sp, body) {
    pushStatement({ kind: 'defer', body: tokenOf<BraceToken>(body), at: at(this), end: end(this) });
  },
  packageBlock(_word, _sp, name, _after, version, body) {
    pushStatement({
      kind: 'package',
      name: nameOf(name),
      version: version.numChildren > 0 ? wordOf(version) : null,
      body: tokenOf<BraceToken>(body),
      at: at(this),
      end: end(this),
    });
  },
  phaseBlock(name, _sp, body) {
    pushStatement({
      kind: 'phase',
      name: textOf(name),
      body: tokenOf<BraceToken>(body),
      at: at(this),
      end: end(this),
    });
  },
  topicBlock_test(word, _sp, test, body) {
    topic(this, word, tokenOf<GroupToken>(test), body);
  },
  topicBlock_default(word, _sp, body) {
    topic(this, word, null, body);
  },
  format(_word, _sp, name, _after, _mark, body) {
    pushStatement({
      kind: 'format',
      name: name.numChildren > 0 ? nameOf(name.child(0)) : 'STDOUT',
      body: tokenOf<BraceToken>(body),
      at: at(this),
      end: end(this),
    });
  },
  subDefinition_named(declarator, _word, name, _sp, head, body) {
    subStatement(this, declarator, name, head, body);
  },
  subDefinition_bare(name, _sp, body) {
    pushStatement({
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
    pushToken({ kind: 'sub', ...subHead(head), body: tokenOf<BraceToken>(body), at: at(this), end: end(this) });
  },
};
