/**
 * What compiling a program asks the running interpreter, apart from what the program's own text says. The answers go into
 * the trace of a compilation (trace.ts): a compiled program may only be used again where all of them are still the same.
 */
import type { Interp, OverloadedKind } from '../core/interp.js';
import type { SubInfo } from '../syntax/parser-env.js';

/** The value of a constant sub, if it can be written into the code; `known`: it has one, whatever it is. */
export interface ConstantInfo {
  readonly known: boolean;
  readonly value: string | number | null;
}

export const questions = {
  /** Has the sub been declared, and how (perlsub "Prototypes")? */
  sub(perl: Interp, fullName: string): SubInfo | undefined {
    const code = perl.packages.find(fullName)?.c;
    if (!code || (code.fn === null && !code.declared)) return undefined;
    const home = code.name === '__ANON__' ? undefined : `${code.stash.name}::${code.name}`;
    const lvalue = code.lvalue ? { lvalue: true } : {};
    return {
      prototype: code.prototype,
      defined: code.fn !== null,
      ...lvalue,
      ...(home === undefined ? {} : { fullName: home }),
    };
  },
  packageExists(perl: Interp, name: string, current: string): boolean {
    const stash = perl.packages.stashes.get(name);
    return stash !== undefined && (stash.globs.size > 0 || stash.name === current || perl.packages.declared.has(name));
  },
  /** Is there a package array of this name, or is it one that perl makes? */
  array(perl: Interp, fullName: string): boolean {
    return /^main::(?:ENV|INC|ARGV|_)$/.test(fullName) || (perl.packages.find(fullName)?.a ?? null) !== null;
  },
  /** Is there a file or directory handle of this name? */
  handle(perl: Interp, fullName: string): boolean {
    const glob = perl.packages.find(fullName);
    return glob !== undefined && glob.io !== null;
  },
  /** The sigils of a package variable that has an array or a hash. */
  containers(perl: Interp, fullName: string): string {
    const glob = perl.packages.find(fullName);
    return glob === undefined ? 'none' : (glob.a === null ? '' : '@') + (glob.h === null ? '' : '%');
  },
  /** The sub that replaces a core function: an imported one, or one in CORE::GLOBAL (perlsub "Overriding Built-in Functions"). */
  override(perl: Interp, name: string, current: string): string | undefined {
    const own = perl.packages.find(`${current}::${name}`);
    if (own?.c && own.imported.includes('&')) return `${current}::${name}`;
    const global = perl.packages.find(`CORE::GLOBAL::${name}`);
    if (!global?.c) return undefined;
    perl.packages.overrides.set(`CORE::GLOBAL::${name}`, global);
    return `CORE::GLOBAL::${name}`;
  },
  /** The sigils of the variables that were imported under this name: strict lets them pass. */
  imported(perl: Interp, fullName: string): string {
    return perl.packages.find(fullName)?.imported ?? '';
  },
  constant(perl: Interp, fullName: string): ConstantInfo | undefined {
    const constant = perl.packages.find(fullName)?.c?.constant;
    if (!constant || !('value' in constant)) return undefined;
    const { value } = constant;
    const plain =
      typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0));
    return { known: value !== undefined, value: plain ? value : null };
  },
  /** May the operator answer an object, because a class that is known by now overloads it? */
  overloaded(perl: Interp, kind: string): boolean {
    return perl.overloaded.has(kind as OverloadedKind);
  },
  /** Is there a named lvalue sub? */
  lvalueSubs(perl: Interp): boolean {
    return perl.lvalueSubs;
  },
  /** -w and -W, whether loops must listen for jumps out of subs, whether references are counted, and labels of gotos. */
  state(perl: Interp): string {
    const { warnAll, warnForced, danglingLoopControl: listen, lifetimes, labels } = perl;
    return [warnAll, warnForced, listen, lifetimes !== null, ...labels.wanted].join(' ');
  },
} satisfies Record<string, (perl: Interp, ...words: string[]) => unknown>;

export type Questions = typeof questions;
export type QuestionKind = keyof Questions;
/** The words of a question after its name. */
export type Words<K extends QuestionKind> =
  Parameters<Questions[K]> extends [Interp, ...infer W extends string[]] ? W : [];

export function answered<K extends QuestionKind>(
  perl: Interp,
  question: K,
  words: readonly string[],
): ReturnType<Questions[K]> {
  return (questions[question] as (perl: Interp, ...words: string[]) => ReturnType<Questions[K]>)(perl, ...words);
}
