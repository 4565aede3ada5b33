/** The lexical scope of each eval STRING: noted when the eval is compiled, found again when it runs. */
import { type Compiler, skipIdentifiers } from './compiler.js';
import { type EvalSite, evalSites, type SavedSite } from './eval-site-table.js';
import { FnContext, Scope } from './scope.js';

/** Remember the current scope; the number as generated code has it. */
export function evalSite(c: Compiler): string {
  const functions = new Set<FnContext>(c.reachable);
  for (let f: FnContext | null = c.fn; f !== null; f = f.parent) functions.add(f);
  for (let s: Scope | null = c.scope; s !== null; s = s.parent) {
    for (const info of [...s.vars.values()]) c.lookup(info.key.charAt(0), info.key.slice(1), false);
  }
  c.fn.sub.usesArgs = true;
  return c.unit.evalSite({
    scope: snapshot(c.scope),
    cop: c.cop,
    statics: c.unit.statics,
    functions,
    inSub: c.fn.sub.kind === 'sub',
  });
}

export function siteAt(index: number): EvalSite {
  const site = evalSites[index] as EvalSite | SavedSite;
  if ('scope' in site) return site;
  const whole = restored(site);
  evalSites[index] = whole;
  return whole;
}

/** The site of a cached program: one scope holds all the variables that are visible. */
function restored(site: SavedSite): EvalSite {
  skipIdentifiers(site.identifiers);
  const here = new FnContext(site.inSub ? 'sub' : 'file', null);
  const elsewhere = new FnContext('file', null);
  const scope = new Scope(null, here);
  for (const [key, js, kind, glob, index, visible] of site.variables)
    scope.vars.set(key, { key, js, kind, glob, static: index, fn: visible ? here : elsewhere });
  return { scope, cop: site.cop, statics: site.statics, functions: new Set([here]), inSub: site.inSub };
}

/** Declarations that come later, in this block or in those around it, must not be visible to the text. */
function snapshot(scope: Scope): Scope {
  const copy = Object.create(Object.getPrototypeOf(scope) as object) as Scope;
  const parent = scope.parent && snapshot(scope.parent);
  Object.assign(copy, scope, { parent, vars: new Map(scope.vars), pending: [], hoisted: [], hasLocal: false });
  return copy;
}
