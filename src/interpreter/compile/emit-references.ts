/** Making references (perlref, "Making References"). */
import type { Deref, Expr, RefGen, Var } from '../syntax/ast.js';
import { isListAssignment } from './assign-shapes.js';
import type { Compiler } from './compiler.js';
import { declareOne, look, variable, vivified } from './containers.js';
import { aliases, listOf, lvalue, register, scalar } from './emit.js';
import { globDeref, myContainers } from './emit-variables.js';

/** An array or a hash alone in the parentheses stands for what is in it. */
function onlyContainer(x: Expr): Expr | null {
  const only = x.type === 'List' && x.paren && x.items.length === 1 ? (x.items[0] as Expr) : null;
  const sigil =
    only?.type === 'Var' || only?.type === 'Deref'
      ? only.sigil
      : only?.type === 'My' && !only.paren
        ? only.vars[0]?.sigil
        : null;
  return sigil === '@' || sigil === '%' ? only : null;
}

const listy = new Set<Expr['type']>([
  'Call',
  'CallRef',
  'MethodCall',
  'MapGrep',
  'Sort',
  'Slice',
  'HSlice',
  'ListSlice',
  'Range',
  'Ternary',
  'DoBlock',
  'EvalBlock',
]);
const listFunctions = new Set('reverse keys values each split splice caller unpack localtime gmtime stat'.split(' '));

/** Does the operand answer a list, of whose elements each gets its reference? */
function answersList(x: Expr): boolean {
  if (x.type === 'Call') return !(x.amp && x.args === null);
  if (x.type === 'CallRef') return x.args !== null;
  if (x.type === 'Func') return listFunctions.has(x.name);
  if (x.type === 'Binary') return x.op === 'x' && x.left.type === 'List';
  return listy.has(x.type) || (x.type === 'Assign' && x.op === '=' && isListAssignment(x.left));
}

function refList(c: Compiler, e: RefGen): string {
  const x = e.expr;
  const only = onlyContainer(x);
  if (only !== null) return `${c.lib('refsTo')}(${aliases(c, only)})`;
  if (answersList(x)) return `${c.lib('refsTo')}(${aliases(c, x)})`;
  if (x.type === 'List' && x.paren) {
    return listOf(c, x.items, (cc, item) => refList(cc, { type: 'RefGen', line: e.line, expr: item }));
  }
  if (x.type === 'My' && x.paren) return `${c.lib('refsToContainers')}([${myContainers(c, x).join(',')}])`;
  return `[${refScalar(c, e)}]`;
}

function refScalar(c: Compiler, e: RefGen): string {
  const x = e.expr;
  switch (x.type) {
    case 'Var':
    case 'Deref':
      return refToVariable(c, x);
    case 'My':
      if (!x.paren && x.vars[0]?.sigil !== '$') return declareOne(c, x);
      break;
    case 'Slice':
    case 'HSlice':
      return `${c.lib('lastRef')}(${refList(c, e)})`;
    case 'List':
      if (onlyContainer(x) !== null) return `${c.lib('lastRef')}(${refList(c, e)})`;
      if (x.items.length !== 1) return `${c.lib('last')}(${refList(c, e)})`;
      return refScalar(c, { ...e, expr: look(x) });
    case 'Local':
      if (x.expr.type === 'Var' && x.expr.sigil !== '$') return lvalue(c, x);
      break;
    case 'Call':
      if (x.amp && x.args === null) return `${c.lib('codeRef')}(I,${c.glob(x.name)})`;
      if (c.ask('lvalueSubs')) break;
      return `${c.lib('refToValue')}(${scalar(c, x)})`;
    case 'CallRef':
      if (x.args === null) return `${c.lib('codeRefTo')}(I,${scalar(c, x.callee)})`;
      return `${c.lib('refToValue')}(${scalar(c, x)})`;
    case 'AnonSub':
      return `${c.lib('refToValue')}(${scalar(c, x)})`;
    default:
  }
  return `${c.lib('refTo')}(${lvalue(c, x)})`;
}

function refToVariable(c: Compiler, x: Var | Deref): string {
  switch (x.sigil) {
    case '$':
      return `${c.lib('refTo')}(${lvalue(c, x)})`;
    case '@':
      return x.type === 'Var' ? variable(c, x) : vivified(c, x, '@');
    case '%':
      return x.type === 'Var' ? variable(c, x) : vivified(c, x, '%');
    case '*':
      return x.type === 'Var' ? c.glob(x.name) : globDeref(c, x);
    default:
      return x.type === 'Var'
        ? `${c.lib('codeRef')}(I,${c.glob(x.name)})`
        : `${c.lib('codeRefTo')}(I,${scalar(c, x.expr)})`;
  }
}
register('RefGen', { scalar: refScalar, list: refList, bool: (c, e) => `(${refScalar(c, e)},true)` });
