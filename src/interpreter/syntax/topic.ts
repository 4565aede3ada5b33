import type { Block, Expr, Stmt } from './ast.js';
import type { FlatSimple, FlatTopic } from './flat.js';
import type { Resolver } from './resolver.js';

/** perlsyn, "Switch Statements": given, when and default, where the feature `switch` is on. */
export function topicStatement(r: Resolver, flat: FlatTopic): Stmt {
  const line = r.line(flat.at);
  const cop = r.env.cop(line);
  if (flat.word !== 'default') warnExperimental(r, flat.word, line);
  r.enterScope();
  const test: Expr | null = flat.test && {
    type: 'List',
    items: r.list(flat.test.items, flat.test.end - 1),
    paren: true,
    line,
  };
  const body = r.passes.block(r, flat.body, true);
  r.leaveScope();
  if (flat.word === 'given') return { type: 'Given', topic: test as Expr, body, line, cop };
  return { type: 'When', test, body, modifier: false, line, cop };
}

/** `STATEMENT when EXPR` */
export function whenModifier(r: Resolver, test: Expr, body: Block, line: number, cop: Stmt['cop']): Stmt {
  warnExperimental(r, 'when', line);
  return { type: 'When', test, body, modifier: true, line, cop };
}

function warnExperimental(r: Resolver, word: string, line: number): void {
  r.env.warn('experimental::smartmatch', `${word} is experimental`, line, true);
}

/** Is it a switch statement at all? */
export function isSwitch(r: Resolver, { core }: FlatTopic): boolean {
  return core || r.env.feature('switch');
}

/** Without the feature: a word of the program's own, with what follows it. */
export function asSimple({ word, test, body, at, end }: FlatTopic): FlatSimple {
  const name = { kind: 'word', text: word, at, end: at + word.length } as const;
  return { kind: 'simple', items: test === null ? [name, body] : [name, test, body], at, end };
}
