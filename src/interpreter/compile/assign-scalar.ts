/** Assignment to one scalar, element or reference (perlop "Assignment Operators"). */
import type { Assign, Expr } from '../syntax/ast.js';
import { localise } from './emit-local.js';
import { announceOurs, checkModifiable, isPlain } from './assign-shapes.js';
import { stateAssign } from './assign-state.js';
import { CompileError, type Compiler } from './compiler.js';
import { arrayOf, hashOf, index, key, look } from './containers.js';
import { lvalue, quote, scalar } from './emit.js';
import { assigned } from './lvalue-subs.js';

export function assignScalar(c: Compiler, e: Assign, used: boolean): string {
  const left = look(e.left);
  announceOurs(c, left);
  if (isSelf(c, left, look(e.right))) return `${lvalue(c, left)}.v`;
  const value = scalar(c, e.right);
  if (left.type === 'Elem') {
    const a = arrayOf(c, left.array);
    const i = index(c, left.index);
    if (!used && isPlain(e.right) && left.array.type === 'Var') return `${a}.set(${i},${value})`;
    return `${c.lib('aset')}(${value},${a},${i})`;
  }
  if (left.type === 'HElem') {
    const h = hashOf(c, left.hash);
    const k = key(c, left.key);
    if (!used && isPlain(e.right) && left.hash.type === 'Var') return `${h}.set(${k},${value})`;
    return `${c.lib('hset')}(${value},${h},${k})`;
  }
  if (left.type === 'Var' && left.sigil === '$' && !used) return `${lvalue(c, left)}.v=${value}`;
  if (left.type === 'My' && left.kind === 'state') return stateAssign(c, e);
  if (left.type === 'My' || left.type === 'Local') {
    const container = left.type === 'Local' ? localise(c, left.expr, true) : lvalue(c, left);
    return `${c.lib(used ? 'sset' : 'put')}(${value},${container})`;
  }
  if (left.type === 'LastIndex') return `${c.lib('setLastIndex')}(${value},${arrayOf(c, left.array)})`;
  if (left.type === 'RefGen') return refAlias(c, look(left.expr), value);
  checkModifiable(left, 'scalar assignment');
  return `${c.lib(used ? 'sset' : 'put')}(${value},${assigned(c, left, 'scalar assignment')})`;
}

/** `$x = $x` is nothing, even if $x is read-only. */
function isSelf(c: Compiler, left: Expr, right: Expr): boolean {
  if (left.type !== 'Var' || right.type !== 'Var' || left.sigil !== '$' || right.sigil !== '$') return false;
  return left.name === right.name && c.scope.lookup(`$${left.name}`)?.kind === 'my';
}

/** \\$h{x} = \\$y (perlref, "Assigning to References"): elements and package variables only. */
function refAlias(c: Compiler, target: Expr, value: string): string {
  if (!c.hints.features.has('refaliasing'))
    throw new CompileError('Experimental aliasing via reference not enabled', target.line);
  if (target.type === 'Elem')
    return `${c.lib('aliasElem')}(I,${value},${arrayOf(c, target.array)},${index(c, target.index)})`;
  if (target.type === 'HElem')
    return `${c.lib('aliasHelem')}(I,${value},${hashOf(c, target.hash)},${key(c, target.key)})`;
  if (target.type === 'Var' && target.sigil !== '*') {
    const info = c.scope.lookup(target.sigil + target.name);
    if (info === null || info.glob !== null) {
      const glob = info?.glob ? c.unit.glob(info.glob) : c.glob(target.name);
      return `${c.lib('aliasGlobSlot')}(I,${value},${glob},${quote(target.sigil)})`;
    }
  }
  throw new CompileError('Aliasing a lexical variable via reference is not supported', target.line);
}
