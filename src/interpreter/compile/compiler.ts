/** State of a compilation: current unit, function, scope and statement; names to JavaScript. */
import type { CopInfo } from '../core/cops.js';
import type { Hints } from '../core/hints.js';
import type { Interp } from '../core/interp.js';
import type { Expr, My, Var } from '../syntax/ast.js';
import { flattens, listOperandNames } from './list-operands.js';
import { isConstant, matchesOnly, operandName } from './operand-names.js';
import { answered, type QuestionKind, type Questions, type Words } from './questions.js';
import { mention } from './once.js';
import { FnContext, Scope, type VarInfo, varKey } from './scope.js';
import type { Trace } from './trace.js';
import { type FileStatics, Unit } from './unit.js';

/** A compile-time complaint: the message without its place. */
export class CompileError {
  readonly message: string;
  readonly line: number | null;
  constructor(message: string, line: number | null = null) {
    this.message = message;
    this.line = line;
  }
}

let counter = 0;

/** Identifiers that end in a number up to this one may be in use. */
export function identifierCount(): number {
  return counter;
}
/** Code from elsewhere has used numbers up to `n`. */
export function skipIdentifiers(n: number): void {
  if (n > counter) counter = n;
}

export class Compiler {
  readonly perl: Interp;
  unit: Unit;
  fn: FnContext;
  scope: Scope;
  cop: CopInfo;
  /** the program itself, not a file that it loads: `return` is for subs */
  isProgram = false;
  /** what to do with a compile error: the environment collects them */
  report: (e: CompileError, line: number) => void = (e) => {
    throw e;
  };
  /** a compile-time warning, without its place */
  warn: (category: string, message: string, line: number) => void = () => {};
  /** declarations seen by the parser for BEGIN blocks and named subs: same VarInfo objects as the final code uses */
  constructor(perl: Interp, statics: FileStatics, cop: CopInfo, outer: Scope | null, kind: FnContext['kind']) {
    this.perl = perl;
    this.unit = new Unit(statics, (fullName) => perl.packages.overrides.get(fullName) ?? perl.glob(fullName));
    this.fn = new FnContext(kind, null);
    this.scope = new Scope(outer, this.fn);
    this.cop = cop;
  }
  /** Ask the interpreter; the answer is noted in the trace of the file. */
  ask<K extends QuestionKind>(question: K, ...words: Words<K>): ReturnType<Questions[K]> {
    return this.trace === null ? answered(this.perl, question, words) : this.trace.ask(question, words);
  }
  /** The program needs a module that it does not name. */
  requireModule(name: string): void {
    const load = (): void => void this.perl.compiler.requireModule(name);
    if (this.trace === null) load();
    else this.trace.effect({ kind: 'require', name }, load);
  }
  /** null: nobody wants to know what the compilation depends on */
  trace: Trace | null = null;
  get hints(): Hints {
    return this.cop.hints;
  }
  lib(name: string): string {
    return this.unit.lib(name);
  }
  /** Fresh JavaScript identifier. */
  fresh(stem: string): string {
    counter++;
    return `${stem}_${counter}`;
  }
  /** A temporary of the current function. */
  temp(): string {
    const name = this.fresh('t');
    this.fn.temps.push(name);
    return name;
  }
  qualify(name: string): string {
    return this.perl.packages.qualify(name, this.cop.pkg);
  }
  /** Constant for the glob of a package variable, sub or handle name. */
  glob(name: string): string {
    return this.unit.glob(this.qualify(name));
  }
  /** The same for a variable or handle that the program names: it counts for `used only once`. */
  mentionedGlob(name: string): string {
    mention(this.perl, this.qualify(name), this.cop);
    return this.glob(name);
  }
  /** The lexical a variable means, or null for a package variable. Captured from another unit: made static. */
  lookup(sigil: string, name: string, captures = true): VarInfo | null {
    const info = this.scope.lookup(varKey(sigil, name));
    if (info === null || info.kind === 'our') return info;
    if (this.isForeign(info)) this.makeStatic(info);
    if (info.static >= 0) this.unit.useStatic(info.static, info.js);
    else if (captures) this.capture(info);
    return info;
  }
  /** The subs between here and the declaration close over the variable. */
  private capture(info: VarInfo): void {
    for (let f: FnContext | null = this.fn; f !== null && f !== info.fn; f = f.parent)
      if (f.kind === 'sub') f.captures.add(info.js);
  }
  /** What the function emitted last has captured. */
  captured: ReadonlySet<string> = new Set();
  /** Does the variable belong to JavaScript that the current unit can't see? */
  private isForeign(info: VarInfo): boolean {
    if (info.static >= 0) return false;
    for (let f: FnContext | null = this.fn; f !== null; f = f.parent) if (f === info.fn) return false;
    return !this.reachable.has(info.fn);
  }
  /** Functions of other units whose JavaScript variables this unit's source can see (string eval). */
  readonly reachable = new Set<FnContext>();
  makeStatic(info: VarInfo): void {
    if (info.static >= 0) return;
    const { containers, sigils } = this.unit.statics;
    const sigil = info.key.charAt(0);
    info.static = sigils.push(sigil) - 1;
    containers[info.static] ??= this.perl.makeContainer(sigil);
  }
  /** Declare a lexical; it becomes visible with the next statement. */
  declare(my: My, index: number): VarInfo {
    const v = my.vars[index];
    if (!v) throw new Error('placeholder declared');
    const known = v.info as VarInfo | undefined;
    const info: VarInfo = known ?? this.newVar(my.kind, v.sigil, v.name);
    v.info = info;
    info.fn = this.fn;
    this.scope.pending.push(info);
    if (info.static >= 0) this.unit.useStatic(info.static, info.js);
    return info;
  }
  newVar(kind: VarInfo['kind'], sigil: string, name: string, fn: FnContext = this.fn): VarInfo {
    const stem = (sigil === '@' ? 'a$' : sigil === '%' ? 'h$' : '$') + name.replace(/[^A-Za-z0-9_]/g, '_');
    return {
      key: varKey(sigil, name),
      js: this.fresh(stem),
      kind,
      glob: kind === 'our' ? this.qualify(name) : null,
      static: -1,
      fn,
    };
  }
  /** Op number for a warning-capable operation on these operands. */
  op(text: string, operands: readonly (Expr | null)[], certain = true): string {
    const names = flattens(text)
      ? listOperandNames(this, operands)
      : operands.map((e) => (e === null ? null : operandName(this, e)));
    return this.unit.op(
      text,
      names,
      certain && !matchesOnly.has(text) && operands.filter((e) => e !== null && !isConstant(this, e)).length === 1,
    );
  }
  get warnsUninitialized(): boolean {
    const { warnings } = this.hints;
    return warnings === null ? this.perl.warnAll : warnings.has('uninitialized');
  }
  /** Where compiled code notes which element or which operand this was: a number for operands' names. */
  siteOf(e: Expr): number {
    let site = this.sites.get(e);
    if (site === undefined) {
      site = this.unit.noteSite();
      this.sites.set(e, site);
    }
    return site;
  }
  private readonly sites = new WeakMap<Expr, number>();
  /** The same in generated code. */
  siteText(e: Expr): string {
    return `N+${this.siteOf(e)}`;
  }
  /** A variable as warnings name it, without its sigil. */
  shownName(v: Var): string {
    if (this.scope.lookup(varKey(v.sigil, v.name))?.kind === 'my') return v.name;
    return this.qualify(v.name).replace(/^main::/, '');
  }
}
