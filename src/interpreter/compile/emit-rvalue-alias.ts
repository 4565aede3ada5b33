/**
 * Operands of the System V builtins: compiled as rvalues, yet written if they turn out to be variables (perlfunc shmread).
 * An element that does not exist is not made; literals and temporaries are no variables.
 */
import type { Call, DoBlock, Expr, Func, Logical } from '../syntax/ast.js';
import type { Compiler } from './compiler.js';
import { isConstantSub } from './operand-names.js';
import { arrayOf, hashOf, index, key, look } from './containers.js';
import { isListAssignment } from './assign-shapes.js';
import { aliases, bool, list, lvalue, scalar } from './emit.js';

/** JavaScript for a Slot: the container where there is one, else a value that is not undef, or undefined for undef. */
export function rvalueAlias(c: Compiler, given: Expr): string {
  const e = look(given);
  switch (e.type) {
    case 'Elem':
      return `${c.lib('elemOperand')}(I,${c.siteText(e)},${arrayOf(c, e.array)},${index(c, e.index)})`;
    case 'HElem':
      return `${c.lib('helemOperand')}(I,${c.siteText(e)},${hashOf(c, e.hash)},${key(c, e.key)})`;
    case 'Var':
      return e.sigil === '$' ? lvalue(c, e) : scalar(c, e);
    case 'Deref':
      return e.sigil === '$' ? aliases(c, e).slice(1, -1) : scalar(c, e);
    case 'My':
      return e.vars.length === 1 && e.vars[0]?.sigil === '$' ? lvalue(c, e) : temporary(c, e);
    case 'Ternary':
      return `(${bool(c, e.cond)}?${choice(c, e, 0, e.then)}:${choice(c, e, 1, e.else)})`;
    case 'Logical':
      return e.op === 'xor' ? scalar(c, e) : logical(c, e);
    case 'ListSlice':
      return `${c.lib('last')}(${c.lib('listSlice')}(${aliases(c, e.list)},${list(c, e.indices)}))`;
    case 'Slice':
    case 'HSlice':
      return e.kv
        ? temporary(c, e)
        : `${c.lib('last')}(${c.lib('sliceOperands')}(${e.type === 'Slice' ? arrayOf(c, e.array) : hashOf(c, e.hash)},${list(c, e.list)}))`;
    case 'NumLit':
    case 'StrLit':
      return `new ${c.lib('ReadonlyScalar')}(${scalar(c, e)})`;
    case 'DoBlock':
      return doOperand(c, e);
    case 'Func':
      return functionOperand(c, e);
    case 'Assign':
      return isListAssignment(e.left) ? scalar(c, e) : lvalue(c, e);
    case 'Local':
      return isListAssignment(e.expr) ? scalar(c, e) : lvalue(c, e);
    case 'IncDec':
    case 'CallRef':
      return lvalue(c, e);
    case 'Call':
      return isConstantSub(c, e) ? constantOperand(c, e) : lvalue(c, e);
    case 'Binary':
    case 'Interp':
    case 'RefGen':
      return scalar(c, e);
    default:
      return temporary(c, e);
  }
}

/** A do block of nothing but a variable is that variable. */
function doOperand(c: Compiler, e: DoBlock): string {
  const only = e.body.body.length === 1 ? e.body.body[0] : undefined;
  const inner = only?.type === 'ExprStmt' ? look(only.expr) : undefined;
  const isVariable = inner !== undefined && ['Var', 'Elem', 'HElem', 'Deref'].includes(inner.type);
  return isVariable ? rvalueAlias(c, inner) : temporary(c, e);
}

/** What undef answers is no variable; what shift takes from an array is; scalar() hands its operand on. */
function functionOperand(c: Compiler, e: Func): string {
  const [first] = e.args;
  if (e.name === 'undef' && first === undefined) return 'undefined';
  if (e.name === 'scalar' && first !== undefined) return rvalueAlias(c, first);
  return e.name === 'shift' || e.name === 'pop' ? lvalue(c, e) : temporary(c, e);
}

/** The operand that a condition chose, noted for the name in a warning. */
function choice(c: Compiler, e: Expr, at: number, chosen: Expr): string {
  return `${c.lib('chosen')}(I,${c.siteText(e)},${at},${rvalueAlias(c, chosen)})`;
}

/** A constant that is written into the code is read-only there. */
function constantOperand(c: Compiler, e: Call): string {
  const js = aliases(c, e);
  return js.startsWith('[') ? js.slice(1, -1) : lvalue(c, e);
}

function temporary(c: Compiler, e: Expr): string {
  return `new ${c.lib('Scalar')}(${scalar(c, e)})`;
}

function logical(c: Compiler, e: Logical): string {
  const slot = c.temp();
  const value = `${c.lib('asScalar')}(${slot}=${rvalueAlias(c, e.left)}).v`;
  const truth = e.op === '//' ? `${value}!==undefined` : `${c.lib('truthy')}(${value})`;
  const left = `${c.lib('chosen')}(I,${c.siteText(e)},0,${slot})`;
  const right = choice(c, e, 1, e.right);
  return e.op === '&&' ? `(${truth}?${right}:${left})` : `(${truth}?${left}:${right})`;
}
