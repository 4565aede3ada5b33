/** What stands on the left of an assignment, and what may not (perlop "Assignment Operators", perldiag "Can't modify"). */
import type { Expr } from '../syntax/ast.js';
import { CompileError, type Compiler } from './compiler.js';
import { binaryOpText } from './op-names.js';

/** Is the left side a list, array or hash (list assignment), rather than one scalar? */
export function isListAssignment(left: Expr): boolean {
  switch (left.type) {
    case 'List':
      return left.paren || left.items.length !== 1;
    case 'My':
      return left.paren || left.vars[0]?.sigil !== '$';
    case 'Local':
      return isListAssignment(left.expr);
    case 'Var':
    case 'Deref':
      return left.sigil === '@' || left.sigil === '%';
    case 'Slice':
    case 'HSlice':
      return true;
    default:
      return false;
  }
}

/** Parentheses around one array don't matter on the left. */
export function withoutParens(e: Expr): Expr {
  if (e.type !== 'List' || e.items.length !== 1) return e;
  const only = e.items[0] as Expr;
  return (only.type === 'Var' || only.type === 'Deref') && only.sigil !== '$' ? only : e;
}

/** The sigil, when the left side is one whole array or hash. */
export function singleContainer(e: Expr): '@' | '%' | null {
  if ((e.type === 'Var' || e.type === 'Deref') && (e.sigil === '@' || e.sigil === '%')) return e.sigil;
  if (e.type === 'My' && !e.paren && e.vars[0] && e.vars[0].sigil !== '$') return e.vars[0].sigil;
  if (e.type === 'Local' && e.expr.type === 'Var' && (e.expr.sigil === '@' || e.expr.sigil === '%'))
    return e.expr.sigil;
  return null;
}

/** Evaluating it can't run Perl code or change variables: order of evaluation doesn't show. */
export function isPlain(e: Expr): boolean {
  switch (e.type) {
    case 'NumLit':
    case 'StrLit':
      return true;
    case 'Var':
      return e.sigil === '$';
    case 'Binary':
      return isPlain(e.left) && isPlain(e.right);
    case 'Interp':
      return e.parts.every(isPlain);
    default:
      return false;
  }
}

/** `our $x = $x`: a package variable is known on the right already (perlfunc our). */
export function announceOurs(c: Compiler, left: Expr): void {
  const my = left.type === 'Local' ? left.expr : left;
  if (my.type === 'My' && my.kind === 'our') my.vars.forEach((v, i) => v !== null && c.declare(my, i));
}

/** Constructs that can be assigned to besides plain variables; anything else is perl's compile error. */
export function checkModifiable(e: Expr, what: string): void {
  switch (e.type) {
    case 'NumLit':
    case 'StrLit':
    case 'Interp':
      throw new CompileError(`Can't modify constant item in ${what}`, e.line);
    case 'Func':
      if (['substr', 'vec', 'pos', 'keys', 'local', 'undef', 'scalar', 'lc'].includes(e.name)) return;
      throw new CompileError(`Can't modify ${e.name} in ${what}`, e.line);
    case 'Binary':
      throw new CompileError(`Can't modify ${binaryOpText[e.op] ?? e.op} in ${what}`, e.line);
    case 'AnonArray':
      throw new CompileError(`Can't modify anonymous array ([]) in ${what}`, e.line);
    case 'AnonHash':
      throw new CompileError(`Can't modify anonymous hash ({}) in ${what}`, e.line);
    case 'RefGen':
      throw new CompileError('Assigning to a reference constructor is not supported', e.line);
    default:
  }
}
