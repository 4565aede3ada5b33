/**
 * What happens to the interpreter while a file is compiled, in order: the questions asked, and the effects of `use`, BEGIN
 * blocks and sub definitions. Carrying out the effects again, without parsing, is how a cached program is loaded (replay.ts);
 * where an answer has changed meanwhile, the file is compiled anew from there on: `done` effects are not repeated then.
 */
import type { CopInfo } from '../core/cops.js';
import type { Hints } from '../core/hints.js';
import type { Interp } from '../core/interp.js';
import { mentionCount, type Mentioned, mentionsSince } from './once.js';
import { answered, type QuestionKind, type Questions } from './questions.js';
import type { CompiledUnit, FileStatics } from './unit.js';

/** Units are referred to by number. */
export type Step =
  | Asked
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'declare'; readonly name: string; readonly prototype: string | null; readonly lvalue: boolean }
  | { readonly kind: 'require'; readonly name: string }
  | { readonly kind: 'listen' }
  | { readonly kind: 'goto'; readonly label: string | null }
  | SubStep
  | UseStep
  | PhaseStep;

export interface Asked {
  readonly kind: 'asked';
  readonly question: QuestionKind;
  readonly words: readonly string[];
  readonly answer: string;
}
/** Would the interpreter answer now as it did then? */
export function answersAsBefore(perl: Interp, { question, words, answer }: Asked): boolean {
  return (JSON.stringify(answered(perl, question, words)) ?? '') === answer;
}
export interface SubStep {
  readonly kind: 'sub';
  readonly unit: number;
  readonly name: string;
  readonly cop: CopInfo;
  readonly prototype: string | null;
  readonly lvalue: boolean;
  readonly constant: string | number | null;
  readonly line: number;
  readonly format: boolean;
  readonly endLine: number;
}
export interface UseStep {
  readonly kind: 'use';
  readonly no: boolean;
  readonly module: string | null;
  readonly version: string | null;
  readonly line: number;
  readonly cop: CopInfo;
  /** the unit that yields the import list; null: none given; -1: an empty one */
  readonly args: number | null;
  /** the pragmas afterwards */
  after: Hints;
}
export interface PhaseStep {
  readonly kind: 'phase';
  readonly phase: string;
  readonly unit: number;
  readonly cop: CopInfo;
  readonly endLine: number;
  after: Hints;
}

/** The steps of an earlier compilation, as far as they have been carried out again. */
export interface Repeated {
  readonly steps: readonly Step[];
  /** the number of effects carried out */
  readonly done: number;
  readonly statics: FileStatics;
}

export class Trace {
  readonly steps: Step[] = [];
  readonly units: CompiledUnit[] = [];
  /** names of variables and handles, for `used only once` */
  readonly mentions: Mentioned[] = [];
  /** the program did something at compile time that can't be repeated from a trace */
  spoilt = false;
  private readonly perl: Interp;
  private readonly repeated: Repeated | null;
  private effects = 0;
  /** answers since the last effect */
  private readonly answers = new Map<string, string>();
  private listening: boolean;
  private warnings: number;
  private mentioned: number;

  constructor(perl: Interp, repeated: Repeated | null) {
    this.perl = perl;
    this.repeated = repeated;
    this.listening = perl.danglingLoopControl;
    this.warnings = perl.warningCount;
    this.mentioned = mentionCount(perl);
    this.beginSection();
  }
  /** Is what comes next an effect that has been carried out already? */
  private get repeating(): boolean {
    return this.repeated !== null && this.effects < this.repeated.done;
  }
  ask<K extends QuestionKind>(question: K, words: readonly string[]): ReturnType<Questions[K]> {
    const key = `${question} ${words.join(' ')}`;
    let answer = this.answers.get(key);
    if (answer === undefined) {
      answer = JSON.stringify(answered(this.perl, question, words)) ?? '';
      this.answers.set(key, answer);
      this.steps.push({ kind: 'asked', question, words, answer });
    }
    return (answer === '' ? undefined : JSON.parse(answer)) as ReturnType<Questions[K]>;
  }
  unit(unit: CompiledUnit): number {
    return this.units.push(unit) - 1;
  }
  /** Carry out an effect, unless it has been; what it was when this trace is of a repetition. */
  effect(step: Step, action: () => void): void {
    this.notice();
    this.steps.push(step);
    const earlier = this.repeating ? this.effectAt(this.effects) : undefined;
    this.effects++;
    if (earlier === undefined) action();
    else if ('after' in step && 'after' in earlier) step.after = earlier.after;
    this.warnings = this.perl.warningCount;
    this.mentioned = mentionCount(this.perl);
    this.listening = this.perl.danglingLoopControl;
    this.beginSection();
  }
  /** The questions, if the compilation did nothing but ask. */
  get onlyAsked(): readonly Asked[] | null {
    return this.spoilt || this.effects > 0 ? null : (this.steps as Asked[]);
  }
  /** At the end of the compilation. */
  finish(): void {
    this.notice();
  }
  /** Warnings that no effect gave are the compiler's own; and jumps found in subs so far make loops listen. */
  private notice(): void {
    this.mentions.push(...mentionsSince(this.perl, this.mentioned));
    this.mentioned = mentionCount(this.perl);
    if (this.perl.warningCount !== this.warnings) this.spoilt = true;
    while (this.repeating && this.effectAt(this.effects)?.kind === 'listen') {
      this.steps.push({ kind: 'listen' });
      this.effects++;
      this.beginSection();
    }
    if (this.listening || !this.perl.danglingLoopControl) return;
    this.listening = true;
    this.effect({ kind: 'listen' }, () => {});
  }
  private beginSection(): void {
    this.answers.clear();
    if (!this.repeating) return void this.ask('state', []);
    for (const step of this.section(this.effects)) {
      this.answers.set(`${step.question} ${step.words.join(' ')}`, step.answer);
      this.steps.push(step);
    }
  }
  /** The questions before the effect of this number. */
  private section(effect: number): Asked[] {
    const found: Asked[] = [];
    let n = 0;
    for (const step of this.repeated?.steps ?? []) {
      if (step.kind !== 'asked') n++;
      else if (n === effect) found.push(step);
    }
    return found;
  }
  private effectAt(effect: number): Step | undefined {
    return this.repeated?.steps.filter((step) => step.kind !== 'asked')[effect];
  }
}
