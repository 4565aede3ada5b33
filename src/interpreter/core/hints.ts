/** Lexical pragma state (strict, warnings, integer, features ...), immutable and shared by the statements it governs. */
import { categoriesBelow } from './warning-categories.js';

export interface Hints {
  readonly strictRefs: boolean;
  readonly strictVars: boolean;
  readonly strictSubs: boolean;
  readonly integer: boolean;
  readonly bytes: boolean;
  readonly utf8: boolean;
  readonly locale: boolean;
  readonly features: ReadonlySet<string>;
  /** enabled warning categories, or null: no `use warnings` seen, $^W decides */
  readonly warnings: ReadonlySet<string> | null;
  readonly fatal: ReadonlySet<string>;
  /** %^H: user pragmas */
  readonly user: ReadonlyMap<string, string>;
}

const none: ReadonlySet<string> = new Set();

export const noHints: Hints = {
  strictRefs: false,
  strictVars: false,
  strictSubs: false,
  integer: false,
  bytes: false,
  utf8: false,
  locale: false,
  features: new Set(['indirect', 'multidimensional', 'bareword_filehandles']),
  warnings: null,
  fatal: none,
  user: new Map(),
};

/** `use warnings LIST` (on) / `no warnings LIST`; FATAL and NONFATAL may stand among the categories. */
export function changeWarnings(hints: Hints, on: boolean, words: readonly string[], base: ReadonlySet<string>): Hints {
  const enabled = new Set(hints.warnings ?? base);
  const fatal = new Set(hints.fatal);
  let mode: 'FATAL' | 'NONFATAL' | null = null;
  const named = words.filter((word) => word !== 'FATAL' && word !== 'NONFATAL');
  if (named.length < words.length) mode = words.includes('FATAL') ? 'FATAL' : 'NONFATAL';
  for (const word of named.length > 0 ? named : ['all']) {
    for (const category of categoriesBelow(word)) {
      if (on) enabled.add(category);
      else enabled.delete(category);
      // A category switched off by name: not to be taken for one that was registered later.
      if (on) enabled.delete(`-${category}`);
      else enabled.add(`-${category}`);
      if (on && mode === 'FATAL') fatal.add(category);
      else if (!on || mode === 'NONFATAL') fatal.delete(category);
    }
  }
  return { ...hints, warnings: enabled, fatal };
}

/** What (caller)[9] and ${^WARNING_BITS} hold: our own notation of a set of categories. */
export function warningBits(hints: Hints): string | undefined {
  if (hints.warnings === null) return undefined;
  return `${[...hints.warnings].join(',')}|${[...hints.fatal].join(',')}`;
}
