/** Strings that are joined from several pieces: perl does it in one go, and then can't tell which piece was undefined. */
import type { Expr } from '../syntax/ast.js';
import type { Compiler } from './compiler.js';
import { look } from './containers.js';
import { isConstant } from './operand-names.js';

/** Pieces of a larger string. */
const pieces = new WeakSet<Expr>();

/** Would perl know which operand of this concatenation or interpolation was undefined, were it none that exists? */
export function isOnlyPiece(c: Compiler, e: Expr): boolean {
  const parts = partsOf(e);
  const alone = !pieces.has(e) && count(c, e) === 1;
  if (!alone) for (const part of parts) pieces.add(look(part));
  return alone;
}

function partsOf(e: Expr): readonly Expr[] {
  if (e.type === 'Interp') return e.parts;
  return e.type === 'Binary' && e.op === '.' ? [e.left, e.right] : [];
}

/** How many of the pieces are no constants. */
function count(c: Compiler, e: Expr): number {
  const parts = partsOf(e);
  if (parts.length === 0) return isConstant(c, e) ? 0 : 1;
  return parts.reduce((sum, part) => sum + count(c, look(part)), 0);
}
