/** try, catch, finally and defer (perlsyn "Try Catch Exception Handling", "defer blocks"). */
import type { Defer, My, Try } from './ast.js';
import { variablesOf } from './declarations.js';
import type { FlatDefer, FlatSimple, FlatTry, Token } from './flat.js';
import type { Resolver } from './resolver.js';
import type { Row } from './row.js';

/** Without the feature `try` and `defer` are words like others: calls of subs with a block, as Try::Tiny has them. */
export function asWords(flat: FlatTry | FlatDefer): FlatSimple {
  const word = (text: string, at: number): Token => ({ kind: 'word', text, at, end: at + text.length });
  const { at, end } = flat;
  if (flat.kind === 'defer') return { kind: 'simple', items: [word('defer', at), flat.body], at, end };
  const [, caught = at, last = at] = flat.words;
  const items = [word('try', at), flat.body, word('catch', caught), flat.variable, flat.handler];
  if (flat.cleanup !== null) items.push(word('finally', last), flat.cleanup);
  return { kind: 'simple', items, at, end };
}

export function tryCatch(r: Resolver, flat: FlatTry): Try {
  const line = r.line(flat.at);
  const cop = r.env.cop(line);
  for (const [i, at] of flat.words.entries()) experimental(r, 'try', i < 2 ? 'try/catch' : 'try/catch/finally', at);
  const body = r.passes.block(r, flat.body, true);
  r.enterScope();
  const variable = caughtVariable(r, flat);
  const handler = r.passes.block(r, flat.handler, true);
  r.leaveScope();
  return {
    type: 'Try',
    body,
    variable,
    handler,
    cleanup: flat.cleanup && r.passes.block(r, flat.cleanup, true),
    line,
    cop,
  };
}

/** A `try` that the grammar could not read as one. */
export function withoutCatch(r: Resolver, row: Row): void {
  const word = row.take();
  if (row.peek()?.kind !== 'braces') r.unexpected(row);
  experimental(r, 'try', 'try/catch', word?.at ?? 0);
  row.take();
  const next = row.peek();
  if (next?.kind === 'word' && next.text === 'catch') experimental(r, 'try', 'try/catch', next.at);
  r.unexpected(row);
}

function caughtVariable(r: Resolver, { variable }: FlatTry): My {
  const vars = variablesOf(r, variable, 'my');
  if (vars.length !== 1 || vars[0]?.sigil !== '$')
    r.fail('syntax error', variable.at, r.near(variable.at, variable.end));
  const my: My = { type: 'My', kind: 'my', vars, paren: false, line: r.line(variable.at) };
  r.env.declare(my);
  return my;
}

export function deferred(r: Resolver, flat: FlatDefer): Defer {
  const line = r.line(flat.at);
  const cop = r.env.cop(line);
  experimental(r, 'defer', 'defer', flat.at);
  return { type: 'Defer', body: r.passes.block(r, flat.body, true), line, cop };
}

function experimental(r: Resolver, feature: string, what: string, at: number): void {
  r.env.warn(`experimental::${feature}`, `${what} is experimental`, r.line(at), true);
}
