import type { Expr } from './ast.js';
import type { Resolver } from './resolver.js';
import type { Row } from './row.js';

/** The named operators that may stand on the left of `=` (perlfunc), and those whose operand decides. */
const MODIFIABLE = new Set('substr vec pos keys local undef scalar gelem CORE'.split(' '));
const UNMODIFIABLE = new Set<Expr['type']>([
  'NumLit',
  'StrLit',
  'Interp',
  'Unary',
  'Binary',
  'Chain',
  'IncDec',
  'AnonArray',
  'AnonHash',
  'AnonSub',
  'Range',
  'FileTest',
  'Trans',
  'Subst',
  'Match',
]);

/** `length($x) = 5` (perldiag "Can't modify %s in %s"), complained about where perl has read the whole assignment. */
export function checkModifiable(r: Resolver, row: Row, operator: string, left: Expr, at: number): void {
  if (operator === '=') suspectTarget(r, left);
  else suspectModified(r, left);
  if (operator !== '=' || left.type !== 'Func' || MODIFIABLE.has(left.name)) return;
  r.fail(`Can't modify ${left.name} in scalar assignment`, at, r.nearNext(row));
}

/** Is it likely that perl does not let this be changed by an operator that changes one scalar? */
export function suspectModified(r: Resolver, target: Expr): void {
  if (isContainer(target)) r.suspect();
  suspectTarget(r, target);
}

function suspectTarget(r: Resolver, target: Expr): void {
  if (target.type === 'List') for (const item of target.items) suspectTarget(r, item);
  else if (target.type === 'Ternary') {
    if (isList(target.then) !== isList(target.else)) r.suspect();
    for (const branch of [target.then, target.else]) suspectTarget(r, branch);
  } else if (UNMODIFIABLE.has(target.type) && !(target.type === 'IncDec' && target.prefix)) r.suspect();
  else if (target.type === 'Func' && (!MODIFIABLE.has(target.name) || target.name === 'undef')) r.suspect();
}

function isContainer(e: Expr): boolean {
  switch (e.type) {
    case 'List':
      return e.items.length > 0 && isContainer(e.items.at(-1) as Expr);
    case 'My':
      return e.vars.some((variable) => variable !== null && variable.sigil !== '$');
    case 'Local':
      return isContainer(e.expr);
    case 'Ternary':
      return isContainer(e.then) || isContainer(e.else);
    default:
      return (e.type === 'Var' || e.type === 'Deref') && (e.sigil === '@' || e.sigil === '%');
  }
}
function isList(e: Expr): boolean {
  return e.type === 'List' || isContainer(e);
}
