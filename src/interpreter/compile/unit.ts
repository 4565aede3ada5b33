/** One JavaScript function under construction, with the tables its source refers to. */
import type { PerlGlob } from '../../runtime/glob.js';
import type { CopInfo, OpInfo, OperandName } from '../core/cops.js';
import type { EvalSite } from './eval-site-table.js';

/** Statics of a file: containers of lexicals that named subs and BEGIN blocks share with the main program. */
export interface FileStatics {
  readonly containers: unknown[];
  /** their sigils; containers beyond these exist when a compilation is repeated */
  readonly sigils: string[];
}
export function fileStatics(): FileStatics {
  return { containers: [], sigils: [] };
}

/** The finished product: source and tables; `build` in link.ts turns it into a function. */
export interface CompiledUnit {
  /** body of function(I, L, S, B, O, G, N, E): ends in `return <function>` */
  readonly source: string;
  readonly cops: readonly CopInfo[];
  readonly ops: readonly OpInfo[];
  readonly globs: readonly PerlGlob[];
  readonly globNames: readonly string[];
  /** the places in it where undef is noted; the operands' names refer to them */
  readonly noteSites: number;
  readonly evalSites: readonly EvalSite[];
}

export class Unit {
  readonly statics: FileStatics;
  private readonly libs = new Set<string>();
  private readonly globNames = new Map<string, string>();
  private readonly globs: PerlGlob[] = [];
  private readonly consts = new Map<string, string>();
  private readonly lateConsts = new Map<string, string>();
  private readonly staticNames = new Map<number, string>();
  private readonly cops: CopInfo[] = [];
  private readonly copIndex = new Map<CopInfo, number>();
  private readonly ops: OpInfo[] = [];
  private readonly opIndex = new Map<string, number>();
  private readonly evalSites: EvalSite[] = [];
  private noteSites = 0;

  private readonly globOf: (fullName: string) => PerlGlob;

  constructor(statics: FileStatics, globOf: (fullName: string) => PerlGlob) {
    this.statics = statics;
    this.globOf = globOf;
  }
  /** Name of a run-time library function. */
  lib(name: string): string {
    this.libs.add(name);
    return name;
  }
  /** JavaScript constant holding a glob: the one of this moment, even if it is deleted from its symbol table later. */
  glob(fullName: string): string {
    let js = this.globNames.get(fullName);
    if (js === undefined) {
      js = `g${this.globs.push(this.globOf(fullName)) - 1}`;
      this.globNames.set(fullName, js);
    }
    return js;
  }
  /** JavaScript constant holding the value of an expression without side effects. */
  constant(expression: string): string {
    let js = this.consts.get(expression);
    if (js === undefined) {
      js = `k${this.consts.size}`;
      this.consts.set(expression, js);
    }
    return js;
  }
  /** The same, but made when it is first needed: for what takes long. */
  lateConstant(expression: string): string {
    let js = this.lateConsts.get(expression);
    if (js === undefined) {
      js = `l${this.lateConsts.size}`;
      this.lateConsts.set(expression, js);
    }
    return `(${js}??=${expression})`;
  }
  /** A constant of this place in the program alone: shmread can overwrite the container of a literal. */
  ownConstant(expression: string): string {
    return this.constant(`${expression}/*${this.consts.size}*/`);
  }
  useStatic(index: number, js: string): string {
    this.staticNames.set(index, js);
    return js;
  }
  cop(info: CopInfo): string {
    let i = this.copIndex.get(info);
    if (i === undefined) {
      i = this.cops.push(info) - 1;
      this.copIndex.set(info, i);
    }
    return `B+${i}`;
  }
  op(text: string, names: readonly OperandName[], single: boolean): string {
    const key = JSON.stringify([text, names, single]);
    let i = this.opIndex.get(key);
    if (i === undefined) {
      i = this.ops.push({ text, names, single }) - 1;
      this.opIndex.set(key, i);
    }
    return `O+${i}`;
  }
  /** A new number for a place where undef is noted: `N+` it in the code. */
  noteSite(): number {
    return this.noteSites++;
  }
  evalSite(site: EvalSite): string {
    return `E+${this.evalSites.push(site) - 1}`;
  }
  /** The whole source: declarations of what was used, then the function. */
  finish(functionSource: string): CompiledUnit {
    const lines = ['"use strict";'];
    if (this.libs.size > 0) lines.push(`const {${[...this.libs].join(',')}}=L;`);
    if (this.globs.length > 0) lines.push(`const [${[...this.globNames.values()].join(',')}]=G;`);
    for (const [index, js] of this.staticNames) lines.push(`const ${js}=S[${index}];`);
    for (const [expression, js] of this.consts) lines.push(`const ${js}=${expression};`);
    if (this.lateConsts.size > 0) lines.push(`let ${[...this.lateConsts.values()].join(',')};`);
    lines.push(`return ${functionSource};`);
    const { cops, ops, globs, noteSites, evalSites } = this;
    return { source: lines.join('\n'), cops, ops, globs, globNames: [...this.globNames.keys()], noteSites, evalSites };
  }
}
