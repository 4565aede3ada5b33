import type { DeclVar, Expr, My } from './ast.js';
import type { GroupToken, Token, WordToken } from './flat.js';
import type { Resolver } from './resolver.js';
import { Row } from './row.js';

/** perlsub, "Private Variables via my()": `my $x`, `my ($x, undef, @y)`, `my Class $x`, attributes ignored. */
export function declaration(r: Resolver, row: Row, word: WordToken): Expr {
  const type = row.peek();
  if (type?.kind === 'word') {
    if (!r.packageExists(type.text)) r.fail(`No such class ${type.text}`, type.at, r.near(word.at, type.end));
    row.take();
  }
  const token = row.take();
  if (token?.kind !== 'variable' && token?.kind !== 'parens') {
    row.next--;
    return r.unexpected(row);
  }
  const kind = word.text as My['kind'];
  const paren = token.kind === 'parens';
  const vars = paren ? variablesOf(r, token, kind) : [declared(r, row, token, kind)];
  const my: My = { type: 'My', kind, vars, paren, line: r.line(word.at) };
  skipAttributes(row);
  r.env.declare(my);
  return my;
}

function skipAttributes(row: Row): void {
  if (!row.isSymbol(':') || row.peek(1)?.kind !== 'word' || !(row.isSymbol('=', 2) || row.peek(2) === undefined))
    return;
  row.next += 2;
}

function declared(r: Resolver, row: Row, token: Token, kind: string): DeclVar {
  if (token.kind === 'variable' && (token.sigil === '$' || token.sigil === '@' || token.sigil === '%')) {
    if (kind !== 'our' && token.name.includes('::')) {
      const message = `"${kind}" variable ${token.sigil}${token.name} can't be in a package`;
      r.fail(message, token.at, r.near(row.peek(-2)?.at ?? token.at, token.end));
    }
    if (
      kind !== 'our' &&
      (!/^[A-Za-z_\x80-\uffff][\w\x80-\uffff]*$/.test(token.name) || token.name === '_') &&
      !/[^\x00-\x7f]/.test(token.name)
    ) {
      const near = r.near(row.peek(-2)?.at ?? token.at, token.end);
      r.fail(`Can't use global ${token.sigil}${token.name} in "${kind}"`, token.at, near);
    }
    if (kind === 'our' && token.name.includes('::')) r.suspect();
    return { sigil: token.sigil, name: token.name };
  }
  row.next--;
  return r.unexpected(row);
}

export function variablesOf(r: Resolver, group: GroupToken, kind: string): (DeclVar | null)[] {
  const row = new Row(group.items, group.end - 1);
  const vars: (DeclVar | null)[] = [];
  while (!row.atEnd) {
    if (row.takeSymbol(',')) continue;
    if (row.next > 0 && !row.isSymbol(',', -1)) r.unexpected(row);
    const token = row.take();
    if (token?.kind === 'word' && token.text === 'undef') vars.push(null);
    else if (token) vars.push(declared(r, row, token, kind));
  }
  return vars;
}
