/** Is a foreach variable only read, so that the loop may work on copies of the elements? */
import type { Expr, Stmt } from '../syntax/ast.js';

export type Node = Expr | Stmt | { readonly type?: string };

/** Operators that may run code of which nothing is known here, or that reach variables by name. */
const opaque = new Set([
  'Call',
  'CallRef',
  'MethodCall',
  'AnonSub',
  'Local',
  'Subst',
  'RefGen',
  'Foreach',
  'MapGrep',
  'Sort',
  'SubDef',
  'Trans',
  'DoBlock',
  'EvalBlock',
]);
/** Functions that leave their operands alone. */
const harmless = new Set(
  (
    'defined length lc uc lcfirst ucfirst ord chr abs int sqrt sin cos exp log hex oct index rindex substr sprintf join ref exists ' +
    'push unshift next last redo return die scalar keys values time'
  ).split(' '),
);

/** True if the statements contain nothing but plain reading of `name` and no code that could see the elements. */
export function onlyReads(body: readonly Stmt[], name: string, array: string): boolean {
  return body.every((s) => harmlessNode(s, name, array));
}

function harmlessNode(node: Node, name: string, array: string): boolean {
  const type = node.type ?? '';
  if (opaque.has(type)) return false;
  const e = node as Expr;
  if (e.type === 'Func' && !harmless.has(e.name)) return false;
  if (e.type === 'Assign' && touches(e.left, name, array)) return false;
  if (e.type === 'IncDec' && touches(e.expr, name, array)) return false;
  if (e.type === 'Match' && e.flags.includes('g')) return false;
  if (e.type === 'Func' && (e.name === 'push' || e.name === 'unshift') && e.args[0] && touches(e.args[0], name, array))
    return false;
  return children(node).every((child) => harmlessNode(child, name, array));
}

/** Does a left side involve the loop variable or the array that is being walked? */
function touches(left: Expr, name: string, array: string): boolean {
  if (left.type === 'Var') return left.name === name || left.name === array;
  if (left.type === 'Elem') return left.array.type !== 'Var' || left.array.name === array;
  if (left.type === 'HElem') return left.hash.type !== 'Var';
  return left.type !== 'My';
}

/** The nodes below one. */
export function children(node: Node): Node[] {
  const out: Node[] = [];
  for (const value of Object.values(node)) collect(value, out);
  return out;
}
function collect(value: unknown, out: Node[]): void {
  if (Array.isArray(value)) for (const item of value) collect(item, out);
  else if (typeof value === 'object' && value !== null && 'type' in value) out.push(value as Node);
  else if (typeof value === 'object' && value !== null && ('cond' in value || 'body' in value))
    for (const inner of Object.values(value)) collect(inner, out);
}
