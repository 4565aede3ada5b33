/** What can be assigned to (perldiag, "Can't modify %s in %s"). */
import { description } from './descriptions.js';
import type { Lexer } from './lexer.js';
import type { Node } from './nodes.js';

const MODIFIABLE = new Set(
  (
    'padsv padav padhv rv2sv rv2av rv2hv rv2gv aelem helem aslice hslice av2arylen substr pos vec my local sassign aassign ' +
    'assign preinc predec nothing name entersub method scope do-block keys stub mistake parameter'
  ).split(' '),
);
const LISTS = new Set(['rv2av', 'rv2hv', 'padav', 'padhv', 'aslice', 'hslice']);

/** `what`: the operation that would change the operand. perl looks only until the first mistake. */
export function modified(l: Lexer, operand: Node, what: string): void {
  if (l.errors === 0) check(l, operand, what);
}

function check(l: Lexer, operand: Node, what: string): void {
  switch (operand.op) {
    case 'list':
      checkList(l, operand.kids, what);
      return;
    case 'x':
      if (what !== 'aassign') break;
      return void operand.kids.slice(0, 1).forEach((kid) => check(l, kid, what));
    case 'cond_expr':
      for (const kid of operand.kids.slice(1)) check(l, kid, what);
      return;
    case 'undef':
      if (['aassign', 'local'].includes(what) && operand.kids.length === 0) return;
      break;
    case 'postinc':
    case 'postdec':
      break;
    default:
      if (MODIFIABLE.has(operand.op) && !(LISTS.has(operand.op) && isScalarOnly(what))) return;
      if (operand.op === 'refgen' && (what === 'aassign' || what === 'sassign')) return;
  }
  l.mistake(`Can't modify ${description(operand.op)} in ${assignments.get(what) ?? description(what)}`);
}

/** Operators that change one scalar take the last of a list. */
function checkList(l: Lexer, kids: readonly Node[], what: string): void {
  const changesLast = assignments.has(what) || /^(?:sassign|x|[-+*/%.&^<>]+)$/.test(what);
  for (const kid of changesLast ? kids.slice(-1) : kids) check(l, kid, what);
}

/** The logical operators, as assignments. */
const assignments = new Map([
  ['||', 'logical or assignment (||=)'],
  ['&&', 'logical and assignment (&&=)'],
  ['//', 'defined or assignment (//=)'],
]);

/** These change one scalar: perl says so when they are given a list. */
function isScalarOnly(what: string): boolean {
  return /^(?:preinc|predec|postinc|postdec|subst|trans|[-+*/%.|&^x<>]+)$/.test(what) || assignments.has(what);
}
