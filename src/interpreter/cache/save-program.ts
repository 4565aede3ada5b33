/** From the trace of a compilation to what is kept of it. */
import type { EvalSite, SavedVariable } from '../compile/eval-site-table.js';
import type { Mentioned } from '../compile/once.js';
import type { Scope } from '../compile/scope.js';
import { UNIT_PARAMETERS } from '../compile/link.js';
import type { Step, Trace } from '../compile/trace.js';
import type { CompiledUnit, FileStatics } from '../compile/unit.js';
import type { CopInfo } from '../core/cops.js';
import type { Hints } from '../core/hints.js';
import { hintsText } from './saved-hints.js';
import type { ProgramTables, SavedEvalSite, SavedProgram, SavedStep, SavedUnit } from './saved-program.js';

/** Everything about a compilation that was successful. */
export interface Compilation {
  readonly key: string;
  readonly source: string;
  readonly trace: Trace;
  readonly statics: FileStatics;
  readonly main: number;
  readonly data: { readonly pkg: string; readonly text: string } | null;
  readonly identifiers: number;
}

/** Numbers for values that occur again and again. */
class Numbering<T> {
  readonly values: T[] = [];
  private readonly numbers = new Map<T, number>();
  of(value: T): number {
    let n = this.numbers.get(value);
    if (n === undefined) {
      n = this.values.push(value) - 1;
      this.numbers.set(value, n);
    }
    return n;
  }
}

class Saving {
  private readonly hints = new Numbering<string>();
  private readonly names = new Numbering<string>();
  private readonly cops = new Numbering<CopInfo>();

  save({ key, source, trace, statics, main, data, identifiers }: Compilation): SavedProgram {
    const units = trace.units.map((unit) => this.unit(unit));
    const steps = trace.steps.map((step) => this.step(step));
    const mentions = this.mentions(trace.mentions);
    const cops = this.cops.values.flatMap(({ file, line, pkg, hints }) => [
      this.names.of(file),
      line,
      this.names.of(pkg),
      this.hint(hints),
    ]);
    const tables: ProgramTables = {
      key,
      id: `${process.pid.toString(36)}${Date.now().toString(36)}`,
      hints: this.hints.values,
      names: this.names.values,
      cops,
      units,
      steps,
      statics: statics.sigils.join(''),
      main,
      data,
      identifiers,
      mentions,
    };
    return {
      source,
      tables,
      code: `[${trace.units.map((unit) => `function(${UNIT_PARAMETERS}){${unit.source}}`).join(',\n')}]`,
    };
  }
  private hint(hints: Hints): number {
    return this.hints.of(hintsText(hints));
  }
  private unit({ cops, ops, globNames, noteSites, evalSites }: CompiledUnit): SavedUnit {
    const sites = evalSites.map((site) => this.evalSite(site));
    return { cops: cops.map((cop) => this.cops.of(cop)), ops, globs: globNames, noteSites, evalSites: sites };
  }
  private evalSite(site: EvalSite): SavedEvalSite {
    return { variables: visibleVariables(site), cop: this.cops.of(site.cop), inSub: site.inSub };
  }
  private mentions(all: readonly Mentioned[]): (string | number)[] {
    const seen = new Map<string, number>();
    return all.flatMap(({ name, cop }) => {
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      return times > 2 ? [] : [name, cop === null ? -1 : this.cops.of(cop)];
    });
  }
  private step(step: Step): SavedStep {
    if (!('cop' in step)) return step;
    const cop = this.cops.of(step.cop);
    return 'after' in step ? { ...step, cop, after: this.hint(step.after) } : { ...step, cop };
  }
}

function visibleVariables(site: EvalSite): SavedVariable[] {
  const found = new Map<string, SavedVariable>();
  for (let scope: Scope | null = site.scope; scope !== null; scope = scope.parent) {
    for (const { key, js, kind, glob, static: index, fn } of scope.vars.values())
      if (!found.has(key)) found.set(key, [key, js, kind, glob, index, site.functions.has(fn)]);
  }
  return [...found.values()];
}

export function saveProgram(compilation: Compilation): SavedProgram {
  return new Saving().save(compilation);
}
