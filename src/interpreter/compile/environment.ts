/**
 * What the parser asks and tells while it reads (ParserEnv): lexical scopes, pragmas, packages, and everything that
 * happens at compile time, in source order.
 */
import type { SubFunction } from '../../runtime/code.js';
import type { CopInfo } from '../core/cops.js';
import type { Hints } from '../core/hints.js';
import { isConstantHandler } from '../core/overloaded-constants.js';
import type { Interp } from '../core/interp.js';
import type { My, PhaseBlock, SubBody, SubDef, UseStmt } from '../syntax/ast.js';
import type { ConstantKind, ParserEnv, SubInfo } from '../syntax/parser-env.js';
import { canOverride } from '../syntax/core-functions.js';
import { subSource } from './blocks.js';
import { namedCharacter } from './character-names.js';
import { type CompileError, Compiler } from './compiler.js';
import { declarePackage, declareSub, installSub, type SubTraits } from './install-sub.js';
import { link } from './link.js';
import { declared } from './once.js';
import { enterPhase } from './phases.js';
import { FnContext, Scope, type VarInfo, varKey } from './scope.js';
import { answered, type QuestionKind, type Questions, type Words } from './questions.js';
import type { PhaseStep, Step, SubStep, Trace } from './trace.js';
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
  /** the text holds what perl may complain about */
  suspicious = false;
  /** lines of `use`, `no` and BEGIN */
  readonly begins: number[] = [];
  /** null: subs are defined while parsing; otherwise they wait here */
  readonly inlineSubs: InlineSub[] | null;
  scope: Scope;
  private readonly outer: Scope | null;
  private readonly start: State & { readonly file: string };
  /** stands for "declared, not yet emitted" in VarInfo.fn */
  private readonly nowhere = new FnContext('file', null);
  private readonly states: State[] = [];
  private lastCop: CopInfo | null = null;
  reachable: ReadonlySet<FnContext> = new Set();
  /** of a file that may be cached */
  trace: Trace | null = null;

  constructor(
    perl: Interp,
    file: string,
    statics: FileStatics,
    hints: Hints,
    pkg: string,
    outer: Scope | null,
    inline: boolean,
  ) {
    this.perl = perl;
    this.file = file;
    this.statics = statics;
    this.hints = hints;
    this.pkg = pkg;
    this.scope = new Scope(outer, this.nowhere);
    this.outer = outer;
    this.start = { hints, pkg, file };
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
      this.warnMasked(info, my);
      if (my.kind === 'our') declared(this.perl, info.glob as string);
      this.scope.pending.push(info);
    }
  }
  /** `"my" variable $x masks earlier declaration in same scope` (perldiag) */
  private warnMasked(info: VarInfo, my: My): void {
    const earlier = this.scope.vars.get(info.key) ?? this.scope.pending.find((p) => p.key === info.key);
    if (earlier !== undefined && (my.kind !== 'our' || earlier.kind !== 'our')) {
      const where = this.scope.vars.has(info.key) ? 'scope' : 'statement';
      this.warn('shadow', `"${my.kind}" variable ${info.key} masks earlier declaration in same ${where}`, my.line);
    } else if (my.kind === 'our' && earlier?.glob === info.glob) {
      this.warn('shadow', `"our" variable ${info.key} redeclared`, my.line);
    }
  }
  cop(line: number): CopInfo {
    this.scope.introduce();
    return this.currentCop(line);
  }
  private currentCop(line: number): CopInfo {
    const known = this.lastCop;
    if (
      known !== null &&
      known.line === line &&
      known.hints === this.hints &&
      known.pkg === this.pkg &&
      known.file === this.file
    )
      return known;
    this.lastCop = { file: this.file, line, pkg: this.pkg, hints: this.hints };
    return this.lastCop;
  }
  setPackage(name: string): void {
    this.pkg = name;
    this.effect({ kind: 'package', name }, () => declarePackage(this.perl, name));
  }
  ask<K extends QuestionKind>(question: K, ...words: Words<K>): ReturnType<Questions[K]> {
    return this.trace === null ? answered(this.perl, question, words) : this.trace.ask(question, words);
  }
  effect(step: Step, action: () => void): void {
    if (this.trace === null) action();
    else this.trace.effect(step, action);
  }
  setFile(file: string): void {
    this.file = file;
  }
  lookupSub(name: string): SubInfo | undefined {
    return this.ask('sub', this.perl.packages.qualify(name, this.pkg));
  }
  packageExists(name: string): boolean {
    return this.ask('packageExists', name, this.pkg);
  }
  handleExists(name: string): boolean {
    return this.ask('handle', this.perl.packages.qualify(name, this.pkg));
  }
  overridden(name: string): string | undefined {
    return canOverride(name) ? this.ask('override', name, this.pkg) : undefined;
  }
  constantHandler(kind: ConstantKind): string | undefined {
    const text = this.hints.user.get(kind);
    return text !== undefined && isConstantHandler(text) ? text : undefined;
  }
  feature(name: string): boolean {
    return this.hints.features.has(name);
  }
  hint(name: 'strict refs' | 'strict subs' | 'strict vars' | 'integer' | 'bytes' | 'utf8'): boolean {
    const h = this.hints;
    const table = {
      'strict refs': h.strictRefs,
      'strict subs': h.strictSubs,
      'strict vars': h.strictVars,
      integer: h.integer,
      bytes: h.bytes,
      utf8: h.utf8,
    };
    return table[name];
  }
  declareSub(name: string, prototype: string | null, lvalue: boolean): void {
    this.hasBeenRead = true;
    const fullName = this.qualifySub(name);
    this.effect({ kind: 'declare', name: fullName, prototype, lvalue }, () =>
      declareSub(this.perl, fullName, prototype, lvalue),
    );
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
    const cop = def.cop as CopInfo;
    const unit = this.subUnit(def.sub, cop);
    if (unit === null) return;
    const name = this.qualifyFrom(def.name, cop.pkg);
    const step: SubStep = { kind: 'sub', unit: this.numberOf(unit), name, cop, ...traits(def) };
    this.effect(step, () => installSub(this.perl, name, this.linked(unit), step, cop));
  }
  /** Give a named sub of a string eval its body. */
  install(def: SubDef, fn: SubFunction, cop: CopInfo): void {
    installSub(this.perl, this.qualifyFrom(def.name, cop.pkg), fn, traits(def), cop);
  }
  private qualifyFrom(name: string, pkg: string): string {
    return name.includes('::') || name.includes("'") ? this.perl.packages.qualify(name, pkg) : `${pkg}::${name}`;
  }
  /** Compile a sub body; null after a compile error (which is noted). */
  subUnit(sub: SubBody, cop: CopInfo): CompiledUnit | null {
    const before = this.errors.length;
    const c = this.compiler(cop);
    const source = subSource(c, sub);
    return this.errors.length > before ? null : c.unit.finish(source);
  }
  /** The number of a unit in the trace. */
  numberOf(unit: CompiledUnit): number {
    return this.trace === null ? -1 : this.trace.unit(unit);
  }
  linked(unit: CompiledUnit): SubFunction {
    return this.link(unit) as SubFunction;
  }
  /** How units are linked that run while this text is compiled; a string eval sees its surroundings. */
  link: (unit: CompiledUnit) => unknown = (unit) => link(this.perl, unit, this.statics);
  compiler(cop: CopInfo): Compiler {
    const c = new Compiler(this.perl, this.statics, cop, this.scope, 'file');
    for (const f of this.reachable) c.reachable.add(f);
    c.trace = this.trace;
    c.report = (e, line) => this.report(e, line);
    c.warn = (category, message, line) => this.warnAt(c.cop, category, message, line);
    return c;
  }
  report(e: CompileError, line: number): void {
    this.errors.push(`${e.message} at ${this.file} line ${e.line ?? line}.\n`);
  }
  use(stmt: UseStmt): void {
    this.begins.push(stmt.line);
    this.scope.introduce();
    useStatement(this, stmt);
    this.carriedOut.push({ hints: this.hints, pkg: this.pkg });
    this.lastCop = null;
  }
  /** What `use` and phase blocks have led to, one after the other: a second reading does not carry them out again. */
  private readonly carriedOut: State[] = [];
  private repeated: State[] = [];
  /** subs have been defined in a first reading */
  hasBeenRead = false;
  /** The surroundings as they were at the beginning, for a second reading of the same text. */
  again(): Environment {
    const { perl, statics, start, outer } = this;
    const env = new Environment(perl, start.file, statics, start.hints, start.pkg, outer, this.inlineSubs !== null);
    env.repeated = [...this.carriedOut];
    env.hasBeenRead = this.hasBeenRead;
    env.link = this.link;
    env.reachable = this.reachable;
    env.held = this.held;
    return env;
  }
  /** Goes on from where the next `use` or phase block of the first reading led; false if that didn't get so far. */
  repeatNext(): boolean {
    const state = this.repeated.shift();
    if (state === undefined) return false;
    this.hints = state.hints;
    this.lastCop = null;
    return true;
  }
  begin(block: PhaseBlock): void {
    if (block.phase === 'BEGIN') this.begins.push(block.sub.body.endLine);
    const cop = block.cop as CopInfo;
    const unit = this.subUnit(block.sub, cop);
    if (unit === null) return;
    const { phase } = block;
    const { endLine } = block.sub.body;
    const step: PhaseStep = { kind: 'phase', phase, unit: this.numberOf(unit), cop, endLine, after: this.hints };
    this.effect(step, () => {
      enterPhase(this, phase, cop, this.linked(unit), endLine);
      step.after = this.hints;
    });
    this.hints = step.after;
    this.carriedOut.push({ hints: this.hints, pkg: this.pkg });
    this.lastCop = null;
  }
  warn(category: string, message: string, line: number, byDefault = false): void {
    this.warnAt(this.currentCop(line), category, message, line, byDefault);
  }
  private warnAt(cop: CopInfo, category: string, message: string, line: number, byDefault = false): void {
    this.held.push({ cop: { ...cop, line }, category, message, byDefault });
  }
  /** A warning of the second reading, unless the first had it. */
  hold(category: string, message: string, file: string, line: number, byDefault: boolean): void {
    if (this.held.some((known) => known.cop.line === line && known.message === message)) return;
    this.held.push({ cop: { ...this.currentCop(line), file, line }, category, message, byDefault });
  }
  /** Subs are compiled before the statements around them: warnings wait, to appear in the order of the text. */
  private held: { cop: CopInfo; category: string; message: string; byDefault: boolean }[] = [];
  releaseWarnings(failed = false): void {
    const perl = this.perl;
    const saved = perl.cop;
    const late = (message: string): boolean => /^(?:Useless use|Scalar value)/.test(message);
    const released = this.held.splice(0).sort((a, b) => a.cop.line - b.cop.line);
    try {
      for (const { cop, category, message, byDefault } of released) {
        if (failed && late(message)) continue;
        perl.cop = perl.cops.push(cop) - 1;
        if (byDefault) perl.warnDefault(category, message);
        else perl.warn(category, message);
      }
    } finally {
      perl.cop = saved;
    }
  }
  suspect(): void {
    this.suspicious = true;
  }
  namedCharacter(name: string): number | null {
    return namedCharacter(this.perl, name);
  }
  noteGoto(label: string | null): void {
    this.effect({ kind: 'goto', label }, () => void this.perl.labels.wanted.add(label));
  }
  lookupLexical(sigil: string, name: string): VarInfo | null {
    return this.scope.lookup(varKey(sigil, name));
  }
}

function traits({ sub, format = false }: SubDef): SubTraits {
  const { prototype, body } = sub;
  const { line, endLine } = body;
  const lvalue = sub.attributes.includes('lvalue');
  return { prototype, lvalue, constant: prototype === '' ? constantOf(body) : null, line, endLine, format };
}

/** The literal that is all of a sub's body. */
function constantOf({ body }: SubBody['body']): string | number | null {
  const only = body.length === 1 && body[0]?.type === 'ExprStmt' ? body[0].expr : null;
  if (only?.type === 'StrLit' && !only.vstring && !only.bareword) return only.value;
  return only?.type === 'NumLit' && typeof only.value === 'number' && !only.float ? only.value : null;
}
