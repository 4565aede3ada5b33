/**
 * What the parser asks and tells while it reads (ParserEnv): lexical scopes, pragmas, packages, and everything that
 * happens at compile time, in source order.
 */
import { PerlCode, type SubFunction } from '../../runtime/code.js';
import type { CopInfo } from '../core/cops.js';
import type { Hints } from '../core/hints.js';
import type { Interp } from '../core/interp.js';
import type { My, ParserEnv, PhaseBlock, SubBody, SubDef, SubInfo, UseStmt } from '../syntax/ast.js';
import { canOverride } from '../syntax/core-functions.js';
import { subSource } from './blocks.js';
import { type CompileError, Compiler } from './compiler.js';
import { link } from './link.js';
import { runPhase } from './phases.js';
import { FnContext, Scope, type VarInfo, varKey } from './scope.js';
import type { CompiledUnit, FileStatics } from './unit.js';
import { useStatement } from './use.js';

interface State {
  readonly hints: Hints;
  readonly pkg: string;
}

/** A named sub of a string eval, to be emitted with it. */
export interface InlineSub {
  readonly def: SubDef;
  readonly scope: Scope;
  readonly cop: CopInfo;
}

export class Environment implements ParserEnv {
  readonly perl: Interp;
  readonly statics: FileStatics;
  hints: Hints;
  pkg: string;
  file: string;
  /** compile errors that don't stop the parser */
  readonly errors: string[] = [];
  /** null: subs are defined while parsing; otherwise they wait here */
  readonly inlineSubs: InlineSub[] | null;
  scope: Scope;
  /** stands for "declared, not yet emitted" in VarInfo.fn */
  private readonly nowhere = new FnContext('file', null);
  private readonly states: State[] = [];
  private lastCop: CopInfo | null = null;
  reachable: ReadonlySet<FnContext> = new Set();

  constructor(perl: Interp, file: string, statics: FileStatics, hints: Hints, pkg: string, outer: Scope | null, inline: boolean) {
    this.perl = perl;
    this.file = file;
    this.statics = statics;
    this.hints = hints;
    this.pkg = pkg;
    this.scope = new Scope(outer, this.nowhere);
    this.inlineSubs = inline ? [] : null;
  }
  enterScope(): void {
    this.scope.introduce();
    this.states.push({ hints: this.hints, pkg: this.pkg });
    this.scope = new Scope(this.scope, this.nowhere);
  }
  leaveScope(): void {
    const state = this.states.pop() as State;
    this.hints = state.hints;
    this.pkg = state.pkg;
    this.scope = this.scope.parent as Scope;
    this.lastCop = null;
  }
  declare(my: My): void {
    const c = this.compiler(this.currentCop(my.line));
    for (const v of my.vars) {
      if (v === null) continue;
      const info: VarInfo = c.newVar(my.kind, v.sigil, v.name, this.nowhere);
      v.info = info;
      if (my.kind !== 'our') this.warnMasked(info, my);
      this.scope.pending.push(info);
    }
  }
  /** `"my" variable $x masks earlier declaration in same scope` (perldiag) */
  private warnMasked(info: VarInfo, my: My): void {
    const earlier = this.scope.vars.get(info.key) ?? this.scope.pending.find((p) => p.key === info.key);
    if (earlier !== undefined && earlier.kind !== 'our')
      this.warn('shadow', `"${my.kind}" variable ${info.key} masks earlier declaration in same scope`, my.line);
  }
  cop(line: number): CopInfo {
    this.scope.introduce();
    return this.currentCop(line);
  }
  private currentCop(line: number): CopInfo {
    const known = this.lastCop;
    if (known !== null && known.line === line && known.hints === this.hints && known.pkg === this.pkg && known.file === this.file)
      return known;
    this.lastCop = { file: this.file, line, pkg: this.pkg, hints: this.hints };
    return this.lastCop;
  }
  setPackage(name: string): void {
    this.pkg = name;
    this.perl.stash(name);
    this.perl.packages.declared.add(name);
  }
  setFile(file: string): void {
    this.file = file;
  }
  lookupSub(name: string): SubInfo | undefined {
    const code = this.perl.packages.find(this.perl.packages.qualify(name, this.pkg))?.c;
    if (!code || (code.fn === null && !code.declared)) return undefined;
    const fullName = code.name === '__ANON__' ? undefined : `${code.stash.name}::${code.name}`;
    return { prototype: code.prototype, defined: code.fn !== null, ...(fullName === undefined ? {} : { fullName }) };
  }
  packageExists(name: string): boolean {
    const stash = this.perl.packages.stashes.get(name);
    return stash !== undefined && (stash.globs.size > 0 || stash.name === this.pkg || this.perl.packages.declared.has(name));
  }
  handleExists(name: string): boolean {
    const glob = this.perl.packages.find(this.perl.packages.qualify(name, this.pkg));
    return glob !== undefined && glob.io !== null;
  }
  overridden(name: string): string | undefined {
    if (!canOverride(name)) return undefined;
    const own = this.perl.packages.find(`${this.pkg}::${name}`);
    if (own?.c && own.imported.includes('&')) return `${this.pkg}::${name}`;
    const global = this.perl.packages.find(`CORE::GLOBAL::${name}`);
    if (!global?.c) return undefined;
    this.perl.packages.overrides.set(`CORE::GLOBAL::${name}`, global);
    return `CORE::GLOBAL::${name}`;
  }
  feature(name: string): boolean {
    return this.hints.features.has(name);
  }
  hint(name: 'strict refs' | 'strict subs' | 'strict vars' | 'integer' | 'bytes' | 'utf8'): boolean {
    const h = this.hints;
    const table = { 'strict refs': h.strictRefs, 'strict subs': h.strictSubs, 'strict vars': h.strictVars, integer: h.integer, bytes: h.bytes, utf8: h.utf8 };
    return table[name];
  }
  declareSub(name: string, prototype: string | null): void {
    const glob = this.perl.glob(this.qualifySub(name));
    if (glob.c === null) {
      glob.c = new PerlCode(this.perl.stash(glob.stash.name), glob.name, null);
      this.perl.packages.generation++;
    }
    glob.c.declared = true;
    if (glob.c.fn === null) glob.c.prototype = prototype;
  }
  private qualifySub(name: string): string {
    if (name.includes('::') || name.includes("'")) return this.perl.packages.qualify(name, this.pkg);
    return /^(?:BEGIN|END|INIT|CHECK|UNITCHECK)$/.test(name) ? `main::${name}` : `${this.pkg}::${name}`;
  }
  defineSub(def: SubDef): void {
    if (this.inlineSubs !== null) {
      this.inlineSubs.push({ def, scope: this.scope, cop: def.cop as CopInfo });
      return;
    }
    const fn = this.compileSub(def.sub, def.cop as CopInfo);
    if (fn !== null) this.install(def, fn, def.cop as CopInfo);
  }
  /** Give a named sub its body (also called by the code of a string eval). */
  install(def: SubDef, fn: SubFunction, cop: CopInfo): void {
    installSub(this.perl, this.qualifyFrom(def.name, cop.pkg), fn, def.sub, cop);
  }
  private qualifyFrom(name: string, pkg: string): string {
    return name.includes('::') || name.includes("'") ? this.perl.packages.qualify(name, pkg) : `${pkg}::${name}`;
  }
  /** Compile and link a sub body now; null after a compile error (which is noted). */
  compileSub(sub: SubBody, cop: CopInfo): SubFunction | null {
    const before = this.errors.length;
    const c = this.compiler(cop);
    const source = subSource(c, sub);
    if (this.errors.length > before) return null;
    return this.link(c.unit.finish(source)) as SubFunction;
  }
  /** How units are linked that run while this text is compiled; a string eval sees its surroundings. */
  link: (unit: CompiledUnit) => unknown = (unit) => link(this.perl, unit, this.statics);
  compiler(cop: CopInfo): Compiler {
    const c = new Compiler(this.perl, this.statics, cop, this.scope, 'file');
    for (const f of this.reachable) c.reachable.add(f);
    c.report = (e, line) => this.report(e, line);
    c.warn = (category, message, line) => this.warnAt(c.cop, category, message, line);
    return c;
  }
  report(e: CompileError, line: number): void {
    this.errors.push(`${e.message} at ${this.file} line ${e.line ?? line}.\n`);
  }
  use(stmt: UseStmt): void {
    this.scope.introduce();
    useStatement(this, stmt);
    this.lastCop = null;
  }
  begin(block: PhaseBlock): void {
    runPhase(this, block);
    this.lastCop = null;
  }
  warn(category: string, message: string, line: number): void {
    this.warnAt(this.currentCop(line), category, message, line);
  }
  private warnAt(cop: CopInfo, category: string, message: string, line: number): void {
    const perl = this.perl;
    const saved = perl.cop;
    perl.cops.push({ ...cop, line });
    perl.cop = perl.cops.length - 1;
    try {
      perl.warn(category, message);
    } finally {
      perl.cop = saved;
    }
  }
  noteGoto(label: string | null): void {
    this.perl.labels.wanted.add(label);
  }
  lookupLexical(sigil: string, name: string): VarInfo | null {
    return this.scope.lookup(varKey(sigil, name));
  }
}

/** Define a named sub, warning if there was one (perldiag "Subroutine %s redefined"). */
export function installSub(perl: Interp, fullName: string, fn: SubFunction, sub: SubBody, cop: CopInfo): void {
  const glob = perl.glob(fullName);
  const old = glob.c;
  if (old !== null && old.fn !== null) warnRedefined(perl, old, glob.name, sub, cop);
  const code = old !== null && old.fn === null ? old : new PerlCode(glob.stash, glob.name, fn);
  code.fn = fn;
  code.declared = true;
  code.native = false;
  if (sub.prototype !== null || code !== old) code.prototype = sub.prototype;
  code.lvalue = sub.attributes.includes('lvalue');
  code.file = cop.file;
  code.line = cop.line;
  glob.c = code;
  perl.packages.generation++;
}
function warnRedefined(perl: Interp, old: PerlCode, name: string, sub: SubBody, cop: CopInfo): void {
  const saved = perl.cop;
  perl.cops.push({ ...cop, line: sub.body.endLine });
  perl.cop = perl.cops.length - 1;
  try {
    perl.warn('redefine', `${old.constant !== null ? 'Constant subroutine' : 'Subroutine'} ${name} redefined`);
  } finally {
    perl.cop = saved;
  }
}
