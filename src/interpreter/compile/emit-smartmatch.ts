/** ~~ and its operands (perlop, "Smartmatch Operator"): arrays and hashes by reference, matches as patterns. */
import type { Expr } from '../syntax/ast.js';
import type { Compiler } from './compiler.js';
import { look } from './containers.js';
import { scalar } from './emit.js';

/** What given, when and ~~ take for an operand. */
export function byReference(e: Expr): Expr {
  const x = look(e);
  const { line } = x;
  const isContainer =
    ((x.type === 'Var' || x.type === 'Deref') && (x.sigil === '@' || x.sigil === '%')) ||
    (x.type === 'My' && !x.paren && x.vars[0]?.sigil !== '$');
  if (isContainer) return { type: 'RefGen', expr: x, line };
  if (x.type === 'Slice' || x.type === 'HSlice')
    return x.kv ? { type: 'AnonHash', items: [x], line } : { type: 'AnonArray', items: [x], line };
  return x;
}

function operand(e: Expr): Expr {
  const x = byReference(e);
  return x.type === 'Match' && x.kind === 'm' && x.target === null ? { ...x, kind: 'qr' } : x;
}

export function smartMatchCall(c: Compiler, left: Expr, right: Expr): string {
  return `${c.lib('smartMatch')}(${scalar(c, operand(left))},${scalar(c, operand(right))},${c.op('smart match', [left, right])})`;
}
