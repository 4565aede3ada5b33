import type { Expr } from './ast.js';
import type { Resolver } from './resolver.js';
import type { Row } from './row.js';

/** The named operators that may stand on the left of `=` (perlfunc), and those whose operand decides. */
const MODIFIABLE = new Set('substr vec pos keys local undef scalar shift pop gelem CORE'.split(' '));
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
  suspectModified(r, left);
  const last = left.type === 'List' ? left.items.at(-1) : left;
  if (operator !== '=' && (last?.type === 'Var' || last?.type === 'Deref') && last.sigil !== '$') r.suspect();
  if (operator !== '=' || left.type !== 'Func' || MODIFIABLE.has(left.name)) return;
  r.fail(`Can't modify ${left.name} in scalar assignment`, at, r.nearNext(row));
}

/** Is it likely that perl does not let this be changed? */
export function suspectModified(r: Resolver, target: Expr): void {
  if (target.type === 'List') for (const item of target.items) suspectModified(r, item);
  else if (UNMODIFIABLE.has(target.type) && !(target.type === 'IncDec' && target.prefix)) r.suspect();
  else if (target.type === 'Func' && (!MODIFIABLE.has(target.name) || target.name === 'undef')) r.suspect();
}
