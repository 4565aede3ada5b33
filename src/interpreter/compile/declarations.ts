/** Declarations that are statements of their own (perlsub "Private Variables via my()"). */
import type { Expr } from '../syntax/ast.js';
import type { Compiler } from './compiler.js';
import { newContainer } from './containers.js';
import { lookedAt } from './deaths.js';
import { list, lvalue, scalar } from './emit.js';
import { controlOnRight } from './emit-assign.js';
import { scopedContainer } from './ends.js';

/** `my $x = EXPR;` and `my @a = LIST;` as a statement of their own: a JavaScript const, nothing hoisted. */
export function declarationStatement(c: Compiler, e: Expr): string | null {
  const my = e.type === 'Assign' && e.op === '=' ? e.left : e;
  if (my.type !== 'My' || my.kind !== 'my') return null;
  if (my.vars.some((v) => v === null || isStatic(v.info))) return null;
  if (e.type === 'My') return my.vars.map((v, i) => constDeclaration(c, my, i, v?.sigil ?? '$', '')).join('');
  if (e.type !== 'Assign' || controlOnRight(e) !== null) return null;
  const sigil = my.vars[0]?.sigil;
  if (!my.paren) {
    if (sigil === '$') {
      const { before, value } = lookedAt(c, e.right) ?? { before: '', value: scalar(c, e.right) };
      return before + constDeclaration(c, my, 0, '$', value);
    }
    if (sigil === '@') {
      const values = list(c, e.right);
      return constDeclaration(c, my, 0, '@', values);
    }
    const values = list(c, e.right);
    const declared = constDeclaration(c, my, 0, '%', '');
    return `${declared}${c.lib('assignHash')}(${(my.vars[0]?.info as { js: string } | undefined)?.js},${values});`;
  }
  return parenDeclaration(c, my, e.right);
}

function isStatic(info: unknown): boolean {
  return info !== undefined && (info as { static: number }).static >= 0;
}

function constDeclaration(
  c: Compiler,
  my: Extract<Expr, { type: 'My' }>,
  i: number,
  sigil: string,
  value: string,
): string {
  const info = c.declare(my, i);
  return `const ${info.js}=${scopedContainer(c, sigil, value) ?? newContainer(c, sigil, value)};`;
}

/** my ($a, $b, @rest) = LIST */
function parenDeclaration(c: Compiler, my: Extract<Expr, { type: 'My' }>, right: Expr): string {
  const t = c.fresh('l');
  const direct =
    right.type === 'Var' && right.sigil === '@' && right.name === '_' && my.vars.every((v) => v?.sigil === '$');
  const values = direct ? `${lvalue(c, right)}` : list(c, right);
  const greedy = my.vars.findIndex((v) => v !== null && v.sigil !== '$');
  const parts = my.vars.map((v, i) => {
    // An array or a hash takes all that is left.
    if (greedy >= 0 && i > greedy) return constDeclaration(c, my, i, v?.sigil ?? '$', '');
    if (v?.sigil === '$') return constDeclaration(c, my, i, '$', direct ? `${t}.get(${i})` : `${t}[${i}]`);
    if (v?.sigil === '@') return constDeclaration(c, my, i, '@', i === 0 ? t : `${t}.slice(${i})`);
    const declared = constDeclaration(c, my, i, '%', '');
    return `${declared}${c.lib('assignHash')}(${(v?.info as { js: string } | undefined)?.js},${i === 0 ? t : `${t}.slice(${i})`});`;
  });
  return `const ${t}=${values};${parts.join('')}`;
}
