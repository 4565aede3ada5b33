/**
 * Operands that are flattened into one list (join, print, sprintf): so that a warning can tell which element was undefined,
 * compiled code notes the arrays and hashes among them.
 */
import type { OperandName } from '../core/cops.js';
import { coreFunctions } from '../functions/table.js';
import type { Expr, Var } from '../syntax/ast.js';
import type { Compiler } from './compiler.js';
import { look } from './look.js';
import { operandName } from './operand-names.js';

/** Operations whose last operand is a list. */
const flattening: ReadonlySet<string> = new Set(['join or string', 'print', 'say', 'printf', 'sprintf', 'pack']);

export function flattens(text: string): boolean {
  return flattening.has(text);
}

/** Names by position in the flattened list: arrays and hashes have their site, behind anything else nobody can count. */
export function listOperandNames(c: Compiler, operands: readonly (Expr | null)[]): OperandName[] {
  return operands.map((e) => {
    if (e === null) return null;
    const list = wholeVariable(e);
    if (list !== null)
      return { site: c.siteOf(list), sigil: list.sigil as '@' | '%', name: c.shownName(list), subscript: 'list' };
    return isOneValue(e) ? operandName(c, e) : { site: 0, uncounted: true };
  });
}

/** An array or hash variable as a whole. */
export function wholeVariable(e: Expr): Var | null {
  const x = look(e);
  return x.type === 'Var' && (x.sigil === '@' || x.sigil === '%') ? x : null;
}

function isOneValue(e: Expr): boolean {
  const x = look(e);
  switch (x.type) {
    case 'Var':
    case 'Deref':
      return x.sigil === '$';
    case 'NumLit':
    case 'StrLit':
    case 'Interp':
    case 'JoinList':
    case 'Elem':
    case 'HElem':
    case 'Unary':
      return true;
    case 'Binary':
      return x.op !== 'x';
    case 'Func': {
      const row = coreFunctions[x.name];
      return row !== undefined && row.returns !== 'w' && row.returns !== 'l';
    }
    default:
      return false;
  }
}
