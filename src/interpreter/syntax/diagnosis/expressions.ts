/** The expressions of a program as the second reading remembers them, and the checks that perl makes while it reads them. */
import { allowBareword, checkFunction, checkPrototyped, separated } from './calls.js';
import type { Lexer } from './lexer.js';
import { modified } from './modify.js';
import { COUNTS, type Node, node, NONE } from './nodes.js';

type Action = (l: Lexer, kids: readonly Node[], below: (depth: number) => Node) => Node;

const LEXICAL: Record<string, string> = { $: 'padsv', '@': 'padav', '%': 'padhv', DOLSHARP: 'av2arylen', '&': 'rv2cv' };
const OF_PACKAGE: Record<string, string> = {
  $: 'rv2sv',
  '@': 'rv2av',
  '%': 'rv2hv',
  '&': 'rv2cv',
  '*': 'rv2gv',
  DOLSHARP: 'av2arylen',
};
const LIST_SIDES = new Set(['padav', 'padhv', 'rv2av', 'rv2hv', 'aslice', 'hslice', 'list', 'lslice']);

function kid(kids: readonly Node[], i: number): Node {
  return kids[i] ?? NONE;
}

function list(kids: readonly Node[]): Node {
  const [first, , next] = kids;
  const before = first?.op === 'list' && !first.parens ? first.kids : first ? [first] : [];
  return node('list', next ? [...before, next] : before);
}

/** Does assigning to this take a list? */
function isList(l: Lexer, left: Node): boolean {
  if (left.op === 'cond_expr') {
    const [one, other] = left.kids.slice(1).map((kid) => isList(l, kid));
    if (one !== other) l.mistake('Assignment to both a list and a scalar');
    return one === true && other === true;
  }
  if (left.op === 'my' || left.op === 'local') return left.parens === true || isList(l, kid(left.kids, 0));
  return left.parens === true || LIST_SIDES.has(left.op);
}

/** What an operator with `=` does to its left side. */
function operation(operator: string): string {
  return /^(?:&&|\|\||\/\/)$/.test(operator) ? `${operator}=` : operator;
}

function assign(l: Lexer, kids: readonly Node[]): Node {
  const [left = NONE, operator = NONE, right = NONE] = kids;
  const plain = operator.text === '=';
  const what = plain ? (isList(l, left) ? 'aassign' : 'sassign') : operation(operator.text);
  modified(l, left, what);
  return node(plain ? what : 'assign', [left, right]);
}

function callUser(l: Lexer, kids: readonly Node[]): Node {
  const [callee = NONE] = kids;
  const args = separated(kids.length > 3 ? kid(kids, 2) : undefined);
  if (callee.text === 'call') {
    const name = callee.kids[0]?.text ?? '';
    const sub = name === '' ? null : l.env.sub(name);
    if (sub) checkPrototyped(l, sub, args);
  }
  return node('entersub', args);
}

function prototyped(l: Lexer, name: string, args: readonly Node[]): Node {
  const sub = l.env.sub(name);
  if (sub) checkPrototyped(l, sub, args);
  return node('entersub', args);
}

function called(l: Lexer, word: Node, args: readonly Node[]): Node {
  const name = word.text;
  checkFunction(l, name, args);
  if (name === 'chop' || name === 'chomp') for (const arg of args) modified(l, arg, name);
  if (name === 'defined' && args[0]) checkDefined(l, args[0]);
  if (name === 'delete' && args[0]) checkElement(l, name, args[0]);
  if (name === 'exists' && args[0]) checkElement(l, name, args[0]);
  return node(name, args, name);
}

function checkDefined(l: Lexer, arg: Node): void {
  if (arg.op === 'rv2av' || arg.op === 'padav')
    l.giveUp("Can't use 'defined(@array)' (Maybe you should just omit the defined()?)");
  if (arg.op === 'rv2hv' || arg.op === 'padhv')
    l.giveUp("Can't use 'defined(%hash)' (Maybe you should just omit the defined()?)");
}

function checkElement(l: Lexer, name: string, arg: Node): void {
  const inner = arg.op === 'local' ? kid(arg.kids, 0).op : arg.op;
  if (inner === 'aelem' || inner === 'helem') return;
  if (name === 'delete') {
    if (!/^(?:kv)?[ah]slice$/.test(inner)) l.giveUp('delete argument is not a HASH or ARRAY element or slice');
  } else if (inner === 'entersub') l.giveUp('exists argument is not a subroutine name');
  else if (inner !== 'rv2cv') {
    l.giveUp('exists argument is not a HASH or ARRAY element or a subroutine');
  }
}

/** `@x->[0]`: long deprecated, now forbidden. */
function checkReference(l: Lexer, base: Node, bracket: string): void {
  if (bracket === '[' && /^(?:rv2|pad)av$/.test(base.op)) l.giveUp("Can't use an array as a reference");
  if (bracket === '{' && /^(?:rv2|pad)hv$/.test(base.op)) l.giveUp("Can't use a hash as a reference");
}

export const expressionActions: Readonly<Record<string, Action>> = {
  variable(l, kids) {
    const [sigil = NONE, name = NONE] = kids;
    const table = name.op === 'PRIVATEREF' ? LEXICAL : OF_PACKAGE;
    allowBareword(l, name);
    return node(table[sigil.op] ?? sigil.op, [name], sigil.op === '&' ? sigil.text : name.text);
  },
  'indirect-scalar': (_l, kids) => kid(kids, 0),
  'indirect-block': () => node('scope'),
  bareword(l, kids) {
    const word = kid(kids, 0);
    if (l.env.strict('subs') && word.op === 'BAREWORD' && !word.safe) {
      const bareword = { ...word, line: l.statementLine };
      l.barewords.add(bareword);
      return bareword;
    }
    return word;
  },
  'list-comma': (_l, kids) => list(kids.slice(0, 1)),
  'list-append': (_l, kids) => list(kids),
  parenthesised: (_l, kids) => ({ ...kid(kids, 1), parens: true }),
  'empty-list': () => ({ ...NONE, parens: true }),
  qw: (_l, kids) => ({ ...node('list', [], kid(kids, 0).text), parens: true }),
  assign,
  binary: (_l, kids) => node(kid(kids, 1).text, [kid(kids, 0), kid(kids, 2)]),
  logical: (_l, kids) => node(kid(kids, 1).text, [kid(kids, 0), kid(kids, 2)]),
  bind(l, kids) {
    const [left = NONE, , right = NONE] = kids;
    if (right.op === 'subst' && !right.text.includes('r')) modified(l, left, 'subst');
    if (right.op === 'trans' && right.text !== COUNTS) modified(l, left, 'trans');
    return node(right.op, [left]);
  },
  unary(l, kids) {
    if (kid(kids, 0).op === '-') allowBareword(l, kid(kids, 1));
    return node({ '-': 'negate', '!': 'not' }[kid(kids, 0).op] ?? kid(kids, 0).op, [kid(kids, 1)]);
  },
  postfix(l, kids) {
    const op = kid(kids, 1).op === 'POSTINC' ? 'postinc' : 'postdec';
    modified(l, kid(kids, 0), op);
    return node(op, [kid(kids, 0)]);
  },
  prefix(l, kids) {
    const op = kid(kids, 0).op === 'PREINC' ? 'preinc' : 'predec';
    modified(l, kid(kids, 1), op);
    return node(op, [kid(kids, 1)]);
  },
  conditional: (_l, kids) => node('cond_expr', [kid(kids, 0), kid(kids, 2), kid(kids, 4)]),
  reference: (_l, kids) => node('refgen', [kid(kids, 1)]),
  local(l, kids) {
    const mine = kid(kids, 1).op === 'my' ? kid(kid(kids, 1).kids, 0) : kid(kids, 1);
    if (/^pad[sah]v$/.test(mine.op)) l.giveUp(`Can't localize lexical variable ${mine.text}`);
    modified(l, kid(kids, 1), 'local');
    return { ...node('local', [kid(kids, 1)]), parens: kid(kids, 1).parens ?? false };
  },
  'anonymous-array': (_l, kids) => node('anonlist', [kid(kids, 1)]),
  'anonymous-hash': (_l, kids) => node('anonhash', [kid(kids, 1)]),
  'do-file': () => node('do'),
  'do-block': () => node('do-block'),
  'eval-block': () => node('entertry'),
  element(l, kids) {
    allowBareword(l, kid(kids, 2));
    return node(kid(kids, 1).op === '[' ? 'aelem' : 'helem', [kid(kids, 0)]);
  },
  'arrow-element'(l, kids) {
    const at = kids.findIndex((each) => each.op === '[' || each.op === '{');
    checkReference(l, kid(kids, 0), kid(kids, at).op);
    allowBareword(l, kid(kids, at + 1));
    return node(kid(kids, at).op === '[' ? 'aelem' : 'helem', [kid(kids, 0)]);
  },
  'list-slice': () => node('lslice'),
  slice(_l, kids) {
    const isArray = kid(kids, 1).op === '[';
    const pairs = /^(?:rv2|pad)hv$/.test(kid(kids, 0).op);
    return node((pairs ? 'kv' : '') + (isArray ? 'aslice' : 'hslice'), [kid(kids, 0)]);
  },
  dereference: (_l, kids) => node(OF_PACKAGE[kid(kids, 2).op] ?? 'rv2sv', [kid(kids, 0)]),
  'call-bare': (_l, kids) => ({ ...kid(kids, 0), op: 'rv2cv', text: '&' }),
  'call-user': callUser,
  'call-user-list': (l, kids) => prototyped(l, kid(kids, 1).text, separated(kid(kids, 2))),
  'call-prototyped'(l, kids) {
    return prototyped(l, kid(kids, 0).text, kids.length > 1 ? [kid(kids, 1)] : []);
  },
  'call-list': (l, kids) => called(l, kid(kids, 0), separated(kid(kids, 1))),
  'call-func': (l, kids) => called(l, kid(kids, 0), separated(kid(kids, 2))),
  'call-with-object': (l, kids) => withObject(l, kid(kids, 0), kid(kids, 1), kid(kids, 2)),
  'func-with-object': (l, kids) => withObject(l, kid(kids, 0), kid(kids, 2), kid(kids, 3)),
  'call-unary': (l, kids) => called(l, kid(kids, 0), kids.length > 1 ? [kid(kids, 1)] : []),
  'call-unary-parens'(l, kids) {
    return kids.length > 3 ? called(l, kid(kids, 0), [kid(kids, 2)]) : emptyCall(l, kid(kids, 0));
  },
  'call-none': (_l, kids) => node(kid(kids, 0).text),
  'method-call'(l, kids) {
    allowBareword(l, kid(kids, 0));
    return node('method');
  },
  'indirect-call'(l, kids) {
    allowBareword(l, kid(kids, 1));
    return node('method');
  },
  require(l, kids) {
    allowBareword(l, kid(kids, 1));
    return node('require');
  },
  interpolated: () => node('stringify'),
  not: (_l, kids) => node('not', [kid(kids, 1)]),
  'loop-control'(l, kids) {
    allowBareword(l, kid(kids, 1));
    return node('loop-control');
  },
  void: (_l, kids) => kid(kids, 0),
};

/** `print {$fh} ...`, `map {...} ...`; other functions take no object. */
function withObject(l: Lexer, word: Node, object: Node, rest: Node): Node {
  allowBareword(l, object);
  if (!/^(?:print|printf|say|map|grep|sort|exec|system|first|any)$/.test(word.text)) {
    l.mistake(`Missing comma after first argument to ${word.text} function`);
  }
  return node(word.text, separated(rest), word.text);
}

/** `shmget()` and its like, where an operand is needed. */
function emptyCall(l: Lexer, word: Node): Node {
  return called(l, word, []);
}
