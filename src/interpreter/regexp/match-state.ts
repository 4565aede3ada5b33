/** The last successful match, which $1, $&, @- and their like look at (perlvar, "Variables related to regexps"). */
import type { PerlValue } from '../../runtime/value.js';
import type { Pattern, RawMatch } from './pattern.js';

/** A successful match. What was matched may be worked out only when somebody asks. */
export class LastMatch {
  readonly pattern: Pattern;
  readonly input: string;
  readonly #from: number;
  #raw: RawMatch | null;
  constructor(pattern: Pattern, input: string, raw: RawMatch | null, from: number) {
    this.pattern = pattern;
    this.input = input;
    this.#raw = raw;
    this.#from = from;
  }
  get raw(): RawMatch {
    return (this.#raw ??= this.pattern.exec(this.input, this.#from)!);
  }
  get start(): number {
    return this.raw.index;
  }
  get end(): number {
    return this.raw.index + this.raw[0]!.length;
  }
  /** In code units; -1: unset */
  get offsets(): number[] {
    return this.pattern.offsets(this.input, this.raw);
  }
}

/**
 * `last` is dynamically scoped: whoever enters a sub (perl: any block) saves it and puts it back on leaving. It
 * belongs to the running interpreter.
 */
export const matchState: { last: LastMatch | null } = { last: null };

/** $1, $2 ... */
export function capture(n: number): PerlValue {
  return matchState.last === null ? undefined : matchState.last.raw[n];
}

/** $& and ${^MATCH} */
export function matched(): PerlValue {
  return matchState.last === null ? undefined : matchState.last.raw[0];
}

/** $` and ${^PREMATCH} */
export function prematch(): PerlValue {
  const { last } = matchState;
  return last === null ? undefined : last.input.slice(0, last.start);
}

/** $' and ${^POSTMATCH} */
export function postmatch(): PerlValue {
  const { last } = matchState;
  return last === null ? undefined : last.input.slice(last.end);
}

/** $+: the last group, by number, that is set */
export function lastParen(): PerlValue {
  const raw = matchState.last?.raw;
  if (raw === undefined) return undefined;
  for (let i = raw.length - 1; i > 0; i--) if (raw[i] !== undefined) return raw[i];
  return undefined;
}

/** $^N: the group closed last */
export function lastSubmatch(): PerlValue {
  const { last } = matchState;
  if (last === null || last.raw.length === 1) return undefined;
  const { offsets } = last;
  let best = 0;
  for (const group of last.pattern.closings) {
    const end = offsets[2 * group + 1]!;
    if (end >= 0 && (best === 0 || end >= offsets[2 * best + 1]!)) best = group;
  }
  return best === 0 ? undefined : last.raw[best];
}
