/** One JavaScript function under construction, with the tables its source refers to. */
import type { PerlGlob } from '../../runtime/glob.js';
import type { CopInfo, OpInfo, OperandName } from '../core/cops.js';

/** Statics of a file: containers of lexicals that named subs and BEGIN blocks share with the main program. */
export interface FileStatics {
  readonly containers: unknown[];
}

/** The finished product: source and tables; `build` in link.ts turns it into a function. */
export interface CompiledUnit {
  /** body of function(I, L, S, B, O, G): ends in `return <function>` */
  readonly source: string;
  readonly cops: readonly CopInfo[];
  readonly ops: readonly OpInfo[];
  readonly globs: readonly PerlGlob[];
}

export class Unit {
  readonly statics: FileStatics;
  private readonly libs = new Set<string>();
  private readonly globNames = new Map<string, string>();
  private readonly globs: PerlGlob[] = [];
  private readonly consts = new Map<string, string>();
  private readonly staticNames = new Map<number, string>();
  private readonly cops: CopInfo[] = [];
  private readonly copIndex = new Map<CopInfo, number>();
  private readonly ops: OpInfo[] = [];
  private readonly opIndex = new Map<string, number>();

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
  /** The whole source: declarations of what was used, then the function. */
  finish(functionSource: string): CompiledUnit {
    const lines = ['"use strict";'];
    if (this.libs.size > 0) lines.push(`const {${[...this.libs].join(',')}}=L;`);
    if (this.globs.length > 0) lines.push(`const [${[...this.globNames.values()].join(',')}]=G;`);
    for (const [index, js] of this.staticNames) lines.push(`const ${js}=S[${index}];`);
    for (const [expression, js] of this.consts) lines.push(`const ${js}=${expression};`);
    lines.push(`return ${functionSource};`);
    return { source: lines.join('\n'), cops: this.cops, ops: this.ops, globs: this.globs };
  }
}
