/** Loading a compiled file from the cache: what its compilation did to the interpreter is done again, step by step. */
import type { SubFunction } from '../../runtime/code.js';
import type { PerlGlob } from '../../runtime/glob.js';
import type { SavedSite } from '../compile/eval-site-table.js';
import { declarePackage, declareSub, installSub } from '../compile/install-sub.js';
import { bindUnit, type Make } from '../compile/link.js';
import { type Mentioned, mentionsOfCached } from '../compile/once.js';
import { enterPhase } from '../compile/phases.js';
import type { CompileScope } from '../compile/pragmas.js';
import { answersAsBefore, type Repeated, type Step } from '../compile/trace.js';
import type { FileStatics } from '../compile/unit.js';
import { carryOutUse } from '../compile/use-effects.js';
import type { CopInfo } from '../core/cops.js';
import { type Hints, noHints } from '../core/hints.js';
import type { Interp } from '../core/interp.js';
import { hintsOf, sameHints } from './saved-hints.js';
import type { ProgramTables, SavedStep } from './saved-program.js';

export class Replay {
  private readonly perl: Interp;
  private readonly tables: ProgramTables;
  private readonly makes: readonly Make[];
  private readonly hints: readonly Hints[];
  private readonly cops: CopInfo[] = [];
  private readonly statics: FileStatics;
  private readonly scope: CompileScope;
  /** effects carried out so far */
  private done = 0;
  /** pragmas after the last `use` or BEGIN, when they are not those of the earlier compilation */
  private otherHints: Hints | null = null;

  constructor(perl: Interp, tables: ProgramTables, makes: readonly Make[]) {
    this.perl = perl;
    this.tables = tables;
    this.makes = makes;
    this.hints = tables.hints.map(hintsOf);
    this.statics = { containers: [...tables.statics].map((sigil) => perl.makeContainer(sigil)), sigils: [] };
    this.scope = { perl, hints: noHints, pkg: 'main' };
  }
  /** The function of the file; or how far it went, if the interpreter now answers something else than it did. */
  run(): SubFunction | Repeated {
    for (const step of this.tables.steps) {
      if (step.kind === 'asked') {
        if (!answersAsBefore(this.perl, step)) return this.stopped();
        continue;
      }
      this.repeat(step);
      this.done++;
      if (this.otherHints !== null) return this.stopped();
    }
    const { data, main } = this.tables;
    mentionsOfCached(this.perl, () => this.mentions());
    if (data !== null) this.perl.setData(data.pkg, data.text);
    return this.unit(main);
  }
  private mentions(): Mentioned[] {
    const { mentions } = this.tables;
    const found: Mentioned[] = [];
    for (let i = 0; i < mentions.length; i += 2) {
      const cop = mentions[i + 1] as number;
      found.push({ name: mentions[i] as string, cop: cop < 0 ? null : this.cop(cop) });
    }
    return found;
  }
  private repeat(step: Exclude<SavedStep, { kind: 'asked' }>): void {
    const { perl } = this;
    switch (step.kind) {
      case 'package':
        return declarePackage(perl, step.name);
      case 'declare':
        return declareSub(perl, step.name, step.prototype, step.lvalue);
      case 'require':
        return void perl.compiler.requireModule(step.name);
      case 'goto':
        return void perl.labels.wanted.add(step.label);
      case 'listen':
        perl.danglingLoopControl = true;
        return;
      case 'sub':
        return installSub(perl, step.name, this.unit(step.unit), step, this.cop(step.cop));
      case 'use':
        return this.compileTime(step, (cop) => {
          const { args } = step;
          carryOutUse(this.scope, { ...step, cop }, args === null ? null : args < 0 ? 'empty' : () => this.unit(args));
        });
      case 'phase':
        return this.compileTime(step, (cop) =>
          enterPhase(this.scope, step.phase, cop, this.unit(step.unit), step.endLine),
        );
    }
  }
  private compileTime(step: { readonly cop: number; readonly after: number }, action: (cop: CopInfo) => void): void {
    const cop = this.cop(step.cop);
    this.scope.hints = cop.hints;
    this.scope.pkg = cop.pkg;
    action(cop);
    if (!sameHints(this.scope.hints, this.hints[step.after] as Hints)) this.otherHints = this.scope.hints;
  }
  private cop(index: number): CopInfo {
    let cop = this.cops[index];
    if (cop === undefined) {
      const { cops, names } = this.tables;
      const at = 4 * index;
      const [file, pkg] = [names[cops[at] as number] as string, names[cops[at + 2] as number] as string];
      cop = { file, line: cops[at + 1] as number, pkg, hints: this.hints[cops[at + 3] as number] as Hints };
      this.cops[index] = cop;
    }
    return cop;
  }
  private unit(index: number): SubFunction {
    const unit = this.tables.units[index] as ProgramTables['units'][number];
    const { identifiers } = this.tables;
    const tables = {
      cops: unit.cops.map((cop) => this.cop(cop)),
      ops: unit.ops,
      globs: unit.globs.map((name) => this.glob(name)),
      noteSites: unit.noteSites,
      evalSites: unit.evalSites.map(
        (site): SavedSite => ({ ...site, cop: this.cop(site.cop), statics: this.statics, identifiers }),
      ),
    };
    return bindUnit(this.perl, this.makes[index] as Make, tables, this.statics) as unknown as SubFunction;
  }
  private glob(name: string): PerlGlob {
    return this.perl.packages.overrides.get(name) ?? this.perl.glob(name);
  }
  private stopped(): Repeated {
    let effects = 0;
    const steps = this.tables.steps.map((step): Step => {
      if (step.kind !== 'asked') effects++;
      if (!('cop' in step)) return step;
      const cop = this.cop(step.cop);
      if (!('after' in step)) return { ...step, cop };
      const after =
        this.otherHints !== null && effects === this.done ? this.otherHints : (this.hints[step.after] as Hints);
      return { ...step, cop, after };
    });
    return { steps, done: this.done, statics: this.statics };
  }
}
