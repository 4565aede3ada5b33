/** What can be assigned to (perldiag, "Can't modify %s in %s"). */
import { description } from './descriptions.js';
import type { Lexer } from './lexer.js';
import { type Node, NONE } from './nodes.js';

const MODIFIABLE = new Set(
  (
    'padsv padav padhv rv2sv rv2av rv2hv rv2gv aelem helem aslice hslice av2arylen substr pos vec my local sassign aassign ' +
    'assign preinc predec nothing name entersub method scope do-block keys stub mistake parameter'
  ).split(' '),
);
const CONTAINERS = new Set(['rv2av', 'rv2hv', 'padav', 'padhv']);
const BINDINGS = new Set(['subst', 'trans']);

/** `what`: the operation that would change the operand. perl looks only until the first mistake. */
export function modified(l: Lexer, operand: Node, what: string): void {
  if (l.errors === 0) check(l, operand, what);
}

function check(l: Lexer, operand: Node, what: string): void {
  switch (operand.op) {
    case 'list':
      if (isScalarOnly(what) && !BINDINGS.has(what)) checkLast(l, operand.kids, what);
      else for (const kid of operand.kids) check(l, kid, what);
      return;
    case 'x':
      if (what !== 'aassign') break;
      return void operand.kids.slice(0, 1).forEach((kid) => check(l, kid, what));
    case 'cond_expr':
      for (const kid of operand.kids.slice(1)) check(l, kid, what);
      return;
    case 'undef':
      if (operand.kids.length === 0 && !/^(?:sassign|chop|chomp)$/.test(what)) return;
      break;
    case 'rv2cv':
      if (what === 'undef') return;
      break;
    case 'postinc':
    case 'postdec':
      break;
    default:
      if (MODIFIABLE.has(operand.op) && !(CONTAINERS.has(containerOf(operand)) && isScalarOnly(what))) return;
      if (operand.op === 'refgen' && (what === 'aassign' || what === 'sassign')) return;
  }
  l.mistake(`Can't modify ${description(named(operand))} in ${description(what)}`);
}

/** `my @a` is an array, too. */
function containerOf(operand: Node): string {
  const isDeclared = operand.op === 'my' || operand.op === 'local';
  return isDeclared && operand.kids.length > 0 ? containerOf(operand.kids[0] as Node) : operand.op;
}

/** The operation as perl sees it when it is to be changed. */
function named(operand: Node): string {
  if (operand.op === 'anoncode') return 'srefgen';
  if (operand.op === 'refgen') return operand.kids[0]?.parens === true ? 'refgen' : 'srefgen';
  return containerOf(operand);
}

/** The comma operator: what is changed is its last operand. */
function checkLast(l: Lexer, kids: readonly Node[], what: string): void {
  check(l, kids.at(-1) ?? NONE, what);
  const isStep = /^(?:pre|post)(?:inc|dec)$/.test(what);
  if (isStep && kids.length > 1 && l.errors === 0) l.mistake(`Too many arguments for ${description(what)}`);
}

/** These change one scalar: perl says so when they are given a list. */
function isScalarOnly(what: string): boolean {
  return /^(?:preinc|predec|postinc|postdec|subst|trans|(?:&&|\|\||\/\/)=|[-+*/%.|&^x<>]+)$/.test(what);
}
