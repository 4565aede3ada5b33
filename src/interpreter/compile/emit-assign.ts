/** Assignment in all its forms (perlop "Assignment Operators"), by the context it stands in. */
import type { Assign, Logical } from '../syntax/ast.js';
import { assignList, targets } from './assign-list.js';
import { appendVoid, logicalAssignVoid, opAssign } from './assign-operator.js';
import { assignScalar } from './assign-scalar.js';
import { isListAssignment, singleContainer, withoutParens } from './assign-shapes.js';
import { declareOne, look } from './containers.js';
import { list, lvalue, register, scalar, voided } from './emit.js';
import { isControl } from './emit-control.js';

/** `$x = A or return`-like shapes inside an assignment: `my $v = A || next` becomes `(my $v = A) || next`. */
export function controlOnRight(e: Assign): Logical | null {
  const r = look(e.right);
  return e.op === '=' && r.type === 'Logical' && isControl(r.right) && !isListAssignment(e.left) ? r : null;
}

register('Assign', {
  scalar(c, e) {
    if (e.op !== '=') return opAssign(c, e);
    return isListAssignment(e.left) ? assignList(c, e, 'count') : assignScalar(c, e, true);
  },
  list(c, e) {
    if (e.op === '=' && isListAssignment(e.left)) return assignList(c, e, 'list');
    return `[${e.op === '=' ? assignScalar(c, e, true) : opAssign(c, e)}]`;
  },
  voided(c, e) {
    const control = controlOnRight(e);
    if (control !== null) return voided(c, { ...control, left: { ...e, right: control.left } });
    if (e.op === '||' || e.op === '&&' || e.op === '//') return logicalAssignVoid(c, e);
    if (e.op === '.' && !isListAssignment(e.left)) return appendVoid(c, e);
    if (e.op !== '=') return opAssign(c, e);
    return isListAssignment(e.left) ? assignList(c, e, 'void') : assignScalar(c, e, false);
  },
  bool(c, e) {
    if (e.op === '=' && isListAssignment(e.left)) return `(${assignList(c, e, 'count')}!==0)`;
    return `${c.lib('truthy')}(${e.op === '=' ? assignScalar(c, e, true) : opAssign(c, e)})`;
  },
  lvalue(c, e) {
    const left = look(e.left);
    if (isListAssignment(e.left)) {
      const single = singleContainer(withoutParens(e.left));
      if (single !== null && left.type === 'My') {
        const t = c.temp();
        const values = list(c, e.right);
        return `(${t}=${values},${c.lib('assigned')}(${declareOne(c, left)},${t}))`;
      }
      if (single !== null) return `${c.lib('assigned')}(${lvalue(c, withoutParens(e.left))},${list(c, e.right)})`;
      return `new ${c.lib('Scalar')}(${assignList(c, e, 'count')})`;
    }
    if (e.op === '=') return `${c.lib('assignedScalar')}(${scalar(c, e.right)},${lvalue(c, left)})`;
    const t = c.temp();
    return `(${opAssign(c, e, t)},${t})`;
  },
  aliases(c, e) {
    if (e.op === '=' && isListAssignment(e.left)) {
      return `${c.lib('assignAliases')}(${list(c, e.right)},[${targets(c, withoutParens(e.left)).join(',')}])`;
    }
    return `[${e.op === '=' ? `${c.lib('assignedScalar')}(${scalar(c, e.right)},${lvalue(c, look(e.left))})` : opAssign(c, e)}]`;
  },
});
