/** Compound statements of perlsyn other than loops. */
import type { Block, Expr, If } from '../syntax/ast.js';
import { blockSource, modifierBody, scoped, statements } from './blocks.js';
import type { Compiler } from './compiler.js';
import { condition, scalar, warnOfAssignment } from './emit.js';
import { loopBody, openLoop } from './emit-loops.js';
import { behindCondition, loopEnd, loopHead } from './ends.js';
import { registerStatement } from './statement-table.js';

function ifSource(c: Compiler, s: If, tail: boolean): string {
  const conditions = s.clauses.map((clause) => clause.cond);
  const chain = (i: number): string => {
    const clause = s.clauses[i];
    if (clause === undefined) {
      if (s.otherwise !== null) return behindCondition(c, conditions, () => blockSource(c, s.otherwise as Block, tail));
      return '';
    }
    const last = i === s.clauses.length - 1 && s.otherwise === null;
    const value = tail && last ? c.temp() : '';
    const test = value !== '' ? answeringTest(c, clause.cond, value) : condition(c, clause.cond);
    c.scope.introduce();
    const body = s.modifier
      ? `{${modifierBody(c, clause.body, tail)}}`
      : behindCondition(c, conditions, () => blockSource(c, clause.body, tail));
    const rest = value !== '' ? `{return ${c.lib('ret')}(want,${value});}` : chain(i + 1);
    const nested = /^if\(/.test(rest) || rest === '' || rest.startsWith('{') ? rest : `{${rest}}`;
    return `if(${test})${body}${nested === '' ? '' : `else ${nested}`}`;
  };
  if (s.modifier) return chain(0);
  const source = scoped(c, () => chain(0), 'passed on');
  return source.startsWith('if(') ? source : `{${source}}`;
}
/** The test whose value is the answer if nothing is done: of `unless (X)` and `if (!X)` it is X. */
function answeringTest(c: Compiler, cond: Expr, value: string): string {
  const negated = cond.type === 'Unary' && cond.op === '!';
  const tested = negated ? cond.expr : cond;
  warnOfAssignment(c, tested);
  return `${negated ? '!' : ''}${c.lib('truthy')}(${value}=${scalar(c, tested)})`;
}
registerStatement(
  'If',
  (c, s) => ifSource(c, s, false),
  (c, s) => ifSource(c, s, true),
);

registerStatement(
  'BlockStmt',
  (c, s) => bareBlock(c, s, false),
  (c, s) => bareBlock(c, s, true),
);
function bareBlock(
  c: Compiler,
  s: Extract<import('../syntax/ast.js').Stmt, { type: 'BlockStmt' }>,
  tail: boolean,
): string {
  const loop = openLoop(c, s.label, true);
  const body = scoped(c, () => statements(c, s.body, tail), 'restored', false);
  const cont = s.cont === null ? '' : blockSource(c, s.cont);
  c.fn.loops.pop();
  const inside = loopBody(c, loop, body);
  return `${loopHead(c, loop)}${loop.js}:{${inside}${cont}}${loopEnd(c, loop)}${tail ? `return ${c.lib('retEmpty')}(want);` : ''}`;
}

registerStatement('Nop', () => '');
registerStatement('UseStmt', () => '');
registerStatement('PackageStmt', (c, s) => (s.block === null ? '' : blockSource(c, s.block)));

/** What a condition that may be a bare `while (<FH>)` really tests. */
export type Condition = Expr;
