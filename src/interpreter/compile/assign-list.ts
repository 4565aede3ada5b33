/** List assignment (perldata, "List value constructors"; perlop "Assignment Operators"). */
import type { Assign, Expr } from '../syntax/ast.js';
import { announceOurs, checkModifiable, isListAssignment, singleContainer, withoutParens } from './assign-shapes.js';
import { assignContainer, stateAssign } from './assign-state.js';
import type { Compiler } from './compiler.js';
import { arrayOf } from './containers.js';
import { aliases, bool, list, lvalue, scalar } from './emit.js';
import { isSubCall, targetsOfCall } from './lvalue-subs.js';
import { myContainers } from './emit-variables.js';

/** The containers on the left, as a JavaScript array: Scalar, PerlArray, PerlHash or null for undef. */
export function targets(c: Compiler, left: Expr): string[] {
  switch (left.type) {
    case 'List':
      return left.items.flatMap((x) => targets(c, x));
    case 'My':
      return myContainers(c, left);
    case 'Local':
      return left.expr.type === 'List' || isListAssignment(left.expr) ? [`...${aliases(c, left)}`] : [lvalue(c, left)];
    case 'Var':
    case 'Deref':
      return [lvalue(c, left)];
    case 'Slice':
    case 'HSlice':
      return [`...${aliases(c, left)}`];
    case 'Func':
      if (left.name === 'undef' && left.args.length === 0) return ['null'];
      break;
    case 'Ternary':
      if (isListAssignment(left.then))
        return [`...(${bool(c, left.cond)}?[${targets(c, left.then)}]:[${targets(c, left.else)}])`];
      break;
    case 'Binary':
      if (left.op !== 'x' || left.listRepeat !== true) break;
      return [`...${c.lib('repeatTargets')}([${targets(c, left.left).join(',')}],${scalar(c, left.right)})`];
    case 'Call':
    case 'CallRef':
    case 'MethodCall':
      if (isSubCall(left)) return [`...${targetsOfCall(c, left)}`];
      break;
    case 'LastIndex':
      return [`${c.lib('lastIndexLvalue')}(${arrayOf(c, left.array)})`];
    default:
  }
  checkModifiable(left, 'list assignment');
  return [lvalue(c, left)];
}

export function assignList(c: Compiler, e: Assign, result: 'void' | 'count' | 'list'): string {
  const left = withoutParens(e.left);
  announceOurs(c, left);
  if (left.type === 'My' && left.kind === 'state') return stateAssign(c, e);
  const values = list(c, e.right);
  const single = singleContainer(left);
  if (single !== null && result === 'void') {
    const js = lvalue(c, left);
    if (left.type !== 'Local') return assignContainer(c, single, js, values);
    // The values are read before the variable is emptied: local @a = @a.
    const t = c.temp();
    return `(${t}=${values},${assignContainer(c, single, js, t)})`;
  }
  const fn = result === 'count' ? 'assignCount' : result === 'list' ? 'assignValues' : 'assignAll';
  return `${c.lib(fn)}(${values},[${targets(c, left).join(',')}])`;
}
