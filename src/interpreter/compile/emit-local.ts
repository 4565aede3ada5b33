/** local (perlsub "Temporary Values via local()"). The enclosing block restores. */
import type { Expr, Func, My } from '../syntax/ast.js';
import { CompileError, type Compiler } from './compiler.js';
import { arrayOf, checkStrict, hashOf, index, key } from './containers.js';
import { list, register, scalar } from './emit.js';

/** Localise; the result is the new container (or an array of containers for lists and slices). */
export function localise(c: Compiler, e: Expr, assigned = false): string {
  c.scope.hasLocal = true;
  switch (e.type) {
    case 'Var': {
      const info = c.scope.lookup(e.sigil + e.name);
      if (info !== null && info.kind !== 'our')
        throw new CompileError(`Can't localize lexical variable ${e.sigil}${e.name}`, e.line);
      if (info === null && e.sigil !== '*') checkStrict(c, e.sigil, e.name, e.line);
      const glob = info?.glob ? c.unit.glob(info.glob) : c.mentionedGlob(e.name);
      if (e.sigil === '@' && e.name === '_') return `${c.lib('localArgs')}(I,args)`;
      return `${c.lib(localFor(e.sigil))}(I,${glob}${e.sigil === '*' && assigned ? ',true' : ''})`;
    }
    case 'Deref':
      return `${c.lib(localFor(e.sigil))}(I,${c.lib('localisable')}(I,${scalar(c, e.expr)}))`;
    case 'Elem':
      return `${c.lib('localElem')}(I,${arrayOf(c, e.array)},${index(c, e.index)})`;
    case 'HElem':
      return `${c.lib('localHelem')}(I,${hashOf(c, e.hash)},${key(c, e.key)})`;
    case 'Slice':
      return `${c.lib('localSlice')}(I,${arrayOf(c, e.array)},${list(c, e.list)})`;
    case 'HSlice':
      return `${c.lib('localHslice')}(I,${hashOf(c, e.hash)},${list(c, e.list)})`;
    case 'List':
      if (e.items.length === 1) return localise(c, e.items[0] as Expr);
      return `[${e.items.map((x) => localise(c, x)).join(',')}]`;
    case 'Func':
      if (e.name === 'undef' && e.args.length === 0) return 'null';
      if (e.name === 'delete') return deleteLocal(c, e.args[0] as Expr);
      break;
    case 'My':
      if (e.kind !== 'our') break;
      return localOur(c, e);
    case 'LastIndex':
      // perl does not bring the length back (perlsub)
      return `${c.lib('lastIndexLvalue')}(${arrayOf(c, e.array)})`;
    case 'Assign':
      throw new CompileError("Can't modify assignment in local", e.line);
    default:
  }
  throw new CompileError(`Can't modify ${e.type} in local`, e.line);
}
/** local our $x */
function localOur(c: Compiler, e: My): string {
  const parts = e.vars.map((v, i) => {
    const info = c.declare(e, i);
    return `${c.lib(localFor(v?.sigil ?? '$'))}(I,${c.unit.glob(info.glob as string)})`;
  });
  return e.paren ? `[${parts.join(',')}]` : (parts[0] as string);
}
function localFor(sigil: string): string {
  const names: Record<string, string> = { $: 'localScalar', '@': 'localArray', '%': 'localHash', '*': 'localGlob' };
  return names[sigil] ?? 'localGlob';
}
/** delete local @h{...} */
function isSlice(e: Func): boolean {
  return e.args[0]?.type === 'Slice' || e.args[0]?.type === 'HSlice';
}
function deleteLocal(c: Compiler, e: Expr): string {
  if (e.type === 'HElem') return `${c.lib('deleteLocalHelem')}(I,${hashOf(c, e.hash)},${key(c, e.key)})`;
  if (e.type === 'Elem') return `${c.lib('deleteLocalElem')}(I,${arrayOf(c, e.array)},${index(c, e.index)})`;
  if (e.type === 'HSlice') return `${c.lib('deleteLocalHslice')}(I,${hashOf(c, e.hash)},${list(c, e.list)})`;
  if (e.type === 'Slice') return `${c.lib('deleteLocalSlice')}(I,${arrayOf(c, e.array)},${list(c, e.list)})`;
  throw new CompileError('delete argument is not a HASH or ARRAY element or slice', e.line);
}

register('Local', {
  scalar(c, e) {
    const x = e.expr;
    const js = localise(c, x);
    if (x.type === 'Var' && (x.sigil === '@' || x.sigil === '%')) return `(${js},undefined)`;
    if (x.type === 'List' && x.items.length !== 1) return `(${js},undefined)`;
    if (x.type === 'Func') return isSlice(x) ? `${js}.at(-1)` : js;
    return `${js}.v`;
  },
  list(c, e) {
    if (e.expr.type === 'Func') return isSlice(e.expr) ? localise(c, e.expr) : `[${localise(c, e.expr)}]`;
    return `${c.lib('flatten')}([].concat(${localise(c, e.expr)}))`;
  },
  voided(c, e) {
    const js = localise(c, e.expr);
    // an element of %SIG or of a tied hash gets undef only if nothing else is assigned
    return e.expr.type === 'HElem' ? `${js}.v=undefined` : js;
  },
  lvalue: (c, e) => localise(c, e.expr),
  aliases: (c, e) => `[].concat(${localise(c, e.expr)})`,
  bool: (c, e) => `${c.lib('truthy')}(${localise(c, e.expr)}.v)`,
});
