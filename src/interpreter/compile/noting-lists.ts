/** Code that notes the arrays and hashes among the operands of a list operation, for the names in its warnings. */
import type { Expr } from '../syntax/ast.js';
import type { Compiler } from './compiler.js';
import { arrayOf, hashOf } from './containers.js';
import { wholeVariable } from './list-operands.js';

/** `js` does the operation: before it runs, its whole variables are noted. */
export function notingLists(c: Compiler, operands: readonly Expr[], js: string): string {
  if (!c.warnsUninitialized) return js;
  const notes = operands.flatMap((e) => {
    const list = wholeVariable(e);
    if (list === null) return [];
    const container = list.sigil === '@' ? arrayOf(c, list) : hashOf(c, list);
    return [`${c.lib('noteList')}(I,${c.siteText(list)},${container})`];
  });
  return notes.length === 0 ? js : `(${notes.join(',')},${js})`;
}
