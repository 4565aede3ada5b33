/**
 * Operands of the System V builtins: compiled as rvalues, yet written if they turn out to be variables (perlfunc shmread).
 * An element that does not exist is not made; literals and temporaries are no variables.
 */
import type { Expr, Logical } from '../syntax/ast.js';
import type { Compiler } from './compiler.js';
import { arrayOf, hashOf, index, key, look } from './containers.js';
import { aliases, bool, list, lvalue, scalar } from './emit.js';

/** JavaScript for a Slot: the container where there is one, else a value that is not undef, or undefined for undef. */
export function rvalueAlias(c: Compiler, given: Expr): string {
  const e = look(given);
  switch (e.type) {
    case 'Elem':
      return `${c.lib('elemOperand')}(${arrayOf(c, e.array)},${index(c, e.index)})`;
    case 'HElem':
      return `${c.lib('helemOperand')}(${hashOf(c, e.hash)},${key(c, e.key)})`;
    case 'Var':
      return e.sigil === '$' ? lvalue(c, e) : scalar(c, e);
    case 'Deref':
      return e.sigil === '$' ? aliases(c, e).slice(1, -1) : scalar(c, e);
    case 'My':
      return e.vars.length === 1 && e.vars[0]?.sigil === '$' ? lvalue(c, e) : temporary(c, e);
    case 'Ternary':
      return `(${bool(c, e.cond)}?${rvalueAlias(c, e.then)}:${rvalueAlias(c, e.else)})`;
    case 'Logical':
      return e.op === 'xor' ? scalar(c, e) : logical(c, e);
    case 'ListSlice':
      return `${c.lib('last')}(${c.lib('listSlice')}(${aliases(c, e.list)},${list(c, e.indices)}))`;
    case 'NumLit':
    case 'StrLit':
    case 'Assign':
    case 'IncDec':
    case 'Local':
    case 'Call':
    case 'CallRef':
      return lvalue(c, e);
    case 'Binary':
    case 'Interp':
    case 'RefGen':
      return scalar(c, e);
    default:
      return e.type === 'Func' && e.name === 'undef' && e.args.length === 0 ? 'undefined' : temporary(c, e);
  }
}

function temporary(c: Compiler, e: Expr): string {
  return `new ${c.lib('Scalar')}(${scalar(c, e)})`;
}

function logical(c: Compiler, e: Logical): string {
  const slot = c.temp();
  const value = `${c.lib('asScalar')}(${slot}=${rvalueAlias(c, e.left)}).v`;
  const truth = e.op === '//' ? `${value}!==undefined` : `${c.lib('truthy')}(${value})`;
  const right = rvalueAlias(c, e.right);
  return e.op === '&&' ? `(${truth}?${right}:${slot})` : `(${truth}?${slot}:${right})`;
}
