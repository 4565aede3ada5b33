/** Where eval STRING stands: its lexical scope, kept so that the text can be compiled in it at run time. */
import type { CopInfo } from '../core/cops.js';
import type { Compiler } from './compiler.js';
import type { FnContext, Scope } from './scope.js';
import type { FileStatics } from './unit.js';

export interface EvalSite {
  readonly scope: Scope;
  readonly cop: CopInfo;
  readonly statics: FileStatics;
  /** functions whose JavaScript variables the evaluated text can see */
  readonly functions: ReadonlySet<FnContext>;
  readonly inSub: boolean;
}

const sites: EvalSite[] = [];

/** Remember the current scope; the number goes into the generated code. */
export function evalSite(c: Compiler): number {
  const functions = new Set<FnContext>(c.reachable);
  for (let f: FnContext | null = c.fn; f !== null; f = f.parent) functions.add(f);
  for (let s: Scope | null = c.scope; s !== null; s = s.parent) {
    for (const info of [...s.vars.values()]) c.lookup(info.key.charAt(0), info.key.slice(1), false);
  }
  c.fn.sub.usesArgs = true;
  return sites.push({ scope: snapshot(c.scope), cop: c.cop, statics: c.unit.statics, functions, inSub: c.fn.sub.kind === 'sub' }) - 1;
}

export function siteAt(index: number): EvalSite {
  return sites[index] as EvalSite;
}

/** Later declarations in the same block must not be visible to the text. */
function snapshot(scope: Scope): Scope {
  const copy = Object.create(Object.getPrototypeOf(scope) as object) as Scope;
  Object.assign(copy, scope, { vars: new Map(scope.vars), pending: [], hoisted: [], hasLocal: false });
  return copy;
}
