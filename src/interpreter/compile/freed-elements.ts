/** `Use of freed value in iteration` (perldiag): a foreach over several things empties an array that is among them. */
import type { Expr, Foreach } from '../syntax/ast.js';
import type { Compiler } from './compiler.js';
import { arrayOf, look } from './containers.js';
import { children, type Node } from './read-only.js';

/** Named arrays among the items of the list that the body assigns to. */
function emptied(s: Foreach, items: readonly Expr[]): Expr[] {
  if (items.length < 2) return [];
  return items.map(look).filter((x) => x.type === 'Var' && x.sigil === '@' && assigns(s.body, x.name));
}

function assigns(node: Node, name: string): boolean {
  const e = node as Expr;
  if (e.type === 'Assign' && e.left.type === 'Var' && e.left.sigil === '@' && e.left.name === name) return true;
  return children(node).some((child) => assigns(child, name));
}

/** The element of this iteration, looked at before it is used; `list`: the JavaScript variable with the aliases. */
export function watchedElement(
  c: Compiler,
  s: Foreach,
  items: readonly Expr[],
  list: string,
  element: string,
): { before: string; element: string } {
  const arrays = emptied(s, items);
  if (arrays.length === 0) return { before: '', element };
  const owners = c.fresh('w');
  const before = `const ${owners}=${c.lib('ownersOf')}(${list},[${arrays.map((a) => arrayOf(c, a)).join(',')}]);`;
  return { before, element: `${c.lib('notFreed')}(I,${owners},${element})` };
}
