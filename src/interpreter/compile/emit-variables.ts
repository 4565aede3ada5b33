/** Variables, elements, slices and dereferences (perldata, perlref). */
import type { Deref, Expr, HSlice, LastIndex, My, Slice, Var } from '../syntax/ast.js';
import { CompileError, type Compiler } from './compiler.js';
import { arrayOf, declareOne, hashOf, index, key, look, readContainer, variable, vivified } from './containers.js';
import { list, quote, register, scalar } from './emit.js';

const captureNames: Readonly<Record<string, string>> = {
  '&': 'matched',
  '`': 'prematch',
  "'": 'postmatch',
  '+': 'lastParen',
  '^N': 'lastSubmatch',
};

function scalarVar(c: Compiler, e: Var): string {
  switch (e.sigil) {
    case '$':
      if (/^[1-9]\d*$/.test(e.name)) return `${c.lib('capture')}(${e.name})`;
      if (e.name in captureNames) return `${c.lib(captureNames[e.name] as string)}()`;
      return `${variable(c, e)}.v`;
    case '@':
      return `${variable(c, e)}.length`;
    case '%':
      return `${c.lib('hashScalar')}(${variable(c, e)})`;
    case '*':
      return `${c.lib('globValue')}(${c.glob(e.name)})`;
    default:
      return `${c.lib('callNamed')}(I,${c.glob(e.name)},args,0)`;
  }
}

register('Var', {
  scalar: scalarVar,
  list(c, e) {
    if (e.sigil === '@' || e.sigil === '%') return `${variable(c, e)}.list()`;
    return `[${scalarVar(c, e)}]`;
  },
  bool(c, e) {
    if (e.sigil === '@') return `(${variable(c, e)}.length!==0)`;
    if (e.sigil === '%') return `${variable(c, e)}.truthy`;
    return `${c.lib('truthy')}(${scalarVar(c, e)})`;
  },
  lvalue(c, e) {
    if (e.sigil === '*') return `${c.lib('globLvalue')}(I,${c.glob(e.name)})`;
    if (e.sigil !== '$') return variable(c, e);
    return variable(c, e);
  },
  wanted(c, e) {
    if (e.sigil === '@' || e.sigil === '%') return `(want===2?${variable(c, e)}.list():${scalarVar(c, e)})`;
    return `${c.lib('ret')}(want,${scalarVar(c, e)})`;
  },
  aliases(c, e) {
    if (e.sigil === '@') return `${variable(c, e)}.aliases()`;
    if (e.sigil === '%') return `${c.lib('hashAliases')}(${variable(c, e)})`;
    if (e.sigil === '$') return `[${variable(c, e)}]`;
    return `[${scalarVar(c, e)}]`;
  },
});

// ---- elements ---------------------------------------------------------------------------------------------------

/** An element's value. Which one it was is noted only if it is undefined, for the warning that may follow. */
function readElement(
  c: Compiler,
  e: Expr,
  container: Var | Deref,
  js: string,
  subscript: string,
  note: string,
): string {
  if (container.type !== 'Var' || !c.warnsUninitialized) return `${js}.get(${subscript})`;
  const known = /^(?:-?\d+|"[^"\\]*")$/.test(subscript);
  const t = known ? subscript : c.temp();
  return `(${js}.get(${known ? subscript : `${t}=${subscript}`})??${c.lib(note)}(I,${c.siteText(e)},${js},${t}))`;
}

register('Elem', {
  scalar: (c, e) => readElement(c, e, e.array, arrayOf(c, e.array), index(c, e.index), 'undefElem'),
  lvalue: (c, e) => `${arrayOf(c, e.array)}.at(${index(c, e.index)})`,
  aliases: (c, e) => `[${c.lib('elemAlias')}(${arrayOf(c, e.array)},${index(c, e.index)})]`,
});

register('HElem', {
  scalar: (c, e) => readElement(c, e, e.hash, hashOf(c, e.hash), key(c, e.key), 'undefHelem'),
  lvalue: (c, e) => `${hashOf(c, e.hash)}.at(${key(c, e.key)})`,
  aliases: (c, e) => `[${c.lib('helemAlias')}(${hashOf(c, e.hash)},${key(c, e.key)})]`,
});

function sliceList(c: Compiler, e: Slice): string {
  return `${c.lib(e.kv ? 'kvSlice' : 'slice')}(${arrayOf(c, e.array)},${list(c, e.list)})`;
}
function hsliceList(c: Compiler, e: HSlice): string {
  return `${c.lib(e.kv ? 'kvHslice' : 'hslice')}(${hashOf(c, e.hash)},${list(c, e.list)})`;
}
register('Slice', {
  scalar: (c, e) => `${c.lib('last')}(${sliceList(c, e)})`,
  list: sliceList,
  aliases: (c, e) => `${c.lib('sliceAliases')}(${arrayOf(c, e.array)},${list(c, e.list)})`,
});
register('HSlice', {
  scalar: (c, e) => `${c.lib('last')}(${hsliceList(c, e)})`,
  list: hsliceList,
  aliases: (c, e) => `${c.lib('hsliceAliases')}(${hashOf(c, e.hash)},${list(c, e.list)})`,
});
register('ListSlice', {
  scalar: (c, e) => `${c.lib('last')}(${c.lib('listSlice')}(${list(c, e.list)},${list(c, e.indices)}))`,
  list: (c, e) => `${c.lib('listSlice')}(${list(c, e.list)},${list(c, e.indices)})`,
});
register('LastIndex', {
  scalar: (c, e: LastIndex) => `(${readContainerFor(c, e)}.length-1)`,
  lvalue: (c, e) => `${c.lib('lastIndexLvalue')}(${arrayOf(c, e.array)})`,
});
function readContainerFor(c: Compiler, e: LastIndex): string {
  return e.array.type === 'Deref' ? vivified(c, e.array, '@') : arrayOf(c, e.array);
}

// ---- dereferences -----------------------------------------------------------------------------------------------

function scalarDeref(c: Compiler, e: Deref): string {
  switch (e.sigil) {
    case '$':
      return `${c.lib('derefS')}(${scalar(c, e.expr)}).v`;
    case '@':
      return `${readContainer(c, e)}.length`;
    case '%':
      return `${c.lib('hashScalar')}(${readContainer(c, e)})`;
    case '*':
      return `${c.lib('globValue')}(${globDeref(c, e)})`;
    default:
      return `${c.lib('callRef')}(I,${scalar(c, e.expr)},args,0)`;
  }
}
/** The glob behind *{"name"} or *$ref. */
export function globDeref(c: Compiler, e: Deref): string {
  return `${c.lib('derefG')}(I,${scalar(c, e.expr)})`;
}
register('Deref', {
  scalar: scalarDeref,
  list: (c, e) => (e.sigil === '@' || e.sigil === '%' ? `${readContainer(c, e)}.list()` : `[${scalarDeref(c, e)}]`),
  bool(c, e) {
    if (e.sigil === '@') return `(${readContainer(c, e)}.length!==0)`;
    if (e.sigil === '%') return `${readContainer(c, e)}.truthy`;
    return `${c.lib('truthy')}(${scalarDeref(c, e)})`;
  },
  lvalue(c, e) {
    if (e.sigil === '@' || e.sigil === '%') return vivified(c, e, e.sigil);
    if (e.sigil === '*') return `${c.lib('globLvalue')}(I,${globDeref(c, e)})`;
    const inner = look(e.expr);
    const viv = inner.type === 'Var' || inner.type === 'Elem' || inner.type === 'HElem' || inner.type === 'Deref';
    return viv ? `${c.lib('vivS')}(${lv(c, inner)})` : `${c.lib('derefS')}(${scalar(c, e.expr)})`;
  },
  wanted(c, e) {
    if (e.sigil !== '@' && e.sigil !== '%') return `${c.lib('ret')}(want,${scalarDeref(c, e)})`;
    const t = c.temp();
    const count = e.sigil === '@' ? `${t}.length` : `${c.lib('hashScalar')}(${t})`;
    return `(${t}=${readContainer(c, e)},want===2?${t}.list():${count})`;
  },
  aliases(c, e) {
    if (e.sigil === '@') return `${vivified(c, e, '@')}.aliases()`;
    if (e.sigil === '%') return `${c.lib('hashAliases')}(${vivified(c, e, '%')})`;
    return `[${e.sigil === '$' ? `${c.lib('derefS')}(${scalar(c, e.expr)})` : scalarDeref(c, e)}]`;
  },
});
function lv(c: Compiler, e: Expr): string {
  const js = aliasOne(c, e);
  return js;
}
/** A container for one scalar-valued expression. */
function aliasOne(c: Compiler, e: Expr): string {
  if (e.type === 'Elem') return `${arrayOf(c, e.array)}.at(${index(c, e.index)})`;
  if (e.type === 'HElem') return `${hashOf(c, e.hash)}.at(${key(c, e.key)})`;
  if (e.type === 'Var' && e.sigil === '$') return variable(c, e);
  return `new ${c.lib('Scalar')}(${scalar(c, e)})`;
}

// ---- declarations -----------------------------------------------------------------------------------------------

register('My', {
  scalar(c, e) {
    if (!e.paren || e.vars.length === 1) {
      const js = declareOne(c, e);
      return e.vars[0]?.sigil === '$' ? `${js}.v` : `${js}.length`;
    }
    return `(${myContainers(c, e).join(',')},undefined)`;
  },
  list: (c, e) => `${c.lib('flatten')}([${myContainers(c, e).join(',')}])`,
  voided: (c, e) => myContainers(c, e).join(',') || 'undefined',
  lvalue: (c, e) => declareOne(c, e),
  aliases: (c, e) => `${c.lib('flattenAliases')}([${myContainers(c, e).join(',')}])`,
});

/** Every declared variable's container; `undef` placeholders are null. */
export function myContainers(c: Compiler, e: My): string[] {
  return e.vars.map((v, i) => (v === null ? 'null' : declareOne(c, e, i)));
}

register('Bareword', {
  scalar(c, e) {
    if (c.hints.strictSubs)
      throw new CompileError(`Bareword "${e.name}" not allowed while "strict subs" in use`, e.line);
    return `${c.lib('bareword')}(I,${quote(e.name)})`;
  },
});
