/** A compiled pattern: chooses how a target is searched, and keeps what it has built. */
import { active } from '../../runtime/active.js';
import { isAstral, isWide } from '../../runtime/astral.js';
import { needsEngine, width, withoutLeadingPosition } from './analyse.js';
import { Engine } from './engine.js';
import { flagLetters, parseFlags } from './flags.js';
import type { Node, ParsedPattern } from './nodes.js';
import { parsePattern } from './parse.js';
import { matchFromOffsets, placedMatch, type RawMatch } from './raw-match.js';
import { literalText, translate } from './translate.js';

/** The same pattern as JavaScript, with the flags that the ways of searching need; each made when first used. */
class Translation {
  readonly #source: string;
  readonly #flags: string;
  readonly first: RegExp;
  #further: RegExp | null = null;
  #here: RegExp | null = null;
  #placed: RegExp | null = null;
  constructor(source: string, wide: boolean) {
    this.#source = source;
    this.#flags = wide ? 'v' : '';
    this.first = new RegExp(source, this.#flags);
  }
  /** The first match at or after `from`. */
  get further(): RegExp {
    return (this.#further ??= new RegExp(this.#source, `${this.#flags}g`));
  }
  /** A match exactly at a place. */
  get here(): RegExp {
    return (this.#here ??= new RegExp(this.#source, `${this.#flags}y`));
  }
  /** The same, with the offsets of groups. */
  get placed(): RegExp {
    return (this.#placed ??= new RegExp(this.#source, `${this.#flags}dy`));
  }
}

const IGNORED_FLAGS = /[gceor]/g;

export type { RawMatch } from './raw-match.js';

export class Pattern {
  readonly source: string;
  readonly flags: string;
  readonly groupCount: number;
  readonly names: Map<string, number[]>;
  /** group numbers in the order of their closing parentheses */
  readonly closings: readonly number[];
  /** fewest and most characters a match can have */
  readonly minWidth: number;
  readonly maxWidth: number;
  /** the pattern is nothing but this text */
  readonly literal: string | null;
  /** the whole answer for byte targets searched from the start, if JavaScript can give it */
  readonly simple: RegExp | null;
  /** what qr// shows: (?^i:...) */
  readonly text: string;
  /** the empty pattern stands for the last successful one (perlop, "The empty pattern //") */
  readonly empty: boolean;
  /** no groups, no empty matches, and `simple`: then where a match ends is all one needs to go on */
  readonly plain: boolean;
  readonly usesPosition: boolean;
  readonly #parsed: ParsedPattern;
  /** begins with \G: matches at pos() or not at all */
  readonly #anchored: boolean;
  /** for JavaScript; null: the engine's business */
  readonly #root: Node | null;
  readonly #bytes: Translation | null;
  #wideForm: Translation | null = null;
  readonly #engines: (Engine | null)[] = [null, null];

  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags;
    const options = parseFlags(flags);
    this.#parsed = parsePattern(source, options);
    const { root, wide } = this.#parsed;
    this.groupCount = this.#parsed.groupCount;
    this.names = this.#parsed.names;
    this.closings = this.#parsed.closings;
    ({ min: this.minWidth, max: this.maxWidth } = width(root));
    this.empty = source === '';
    const tail = withoutLeadingPosition(root);
    this.#anchored = tail !== null;
    this.#root = needsEngine(this.#parsed, tail ?? root) ? null : (tail ?? root);
    this.#bytes = this.#root === null || wide ? null : new Translation(translate(this.#root, false), false);
    const literal = this.#anchored ? null : literalText(root);
    this.literal = literal === '' ? null : literal;
    this.simple = this.#bytes === null || this.#anchored || this.empty ? null : this.#bytes.first;
    this.plain = this.simple !== null && this.groupCount === 0 && this.minWidth > 0;
    this.usesPosition = /\\G/.test(source);
    this.text = this.#describe();
  }

  #describe(): string {
    const options = parseFlags(this.flags);
    const letters = (this.flags.includes('p') ? 'p' : '') + flagLetters(options, this.#parsed.shownUnicode);
    const comment = this.#parsed.endsInComment ? '\n' : '';
    return `(?^${letters}:${this.source}${comment})`;
  }

  /** `simple`, to go on from lastIndex. */
  get simpleFurther(): RegExp {
    return this.#bytes!.further;
  }

  /** The JavaScript form for this target; null: only the engine can. */
  #translation(wide: boolean): Translation | null {
    if (this.#root === null) return null;
    if (!wide) return this.#bytes;
    return (this.#wideForm ??= new Translation(translate(this.#root, true), true));
  }

  #wideFor(input: string): boolean {
    return this.#parsed.wide || isWide(input);
  }

  /**
   * The first match at or after code unit `from`; `notAt`: it must not end there (after an empty match a second one at
   * the same place is not wanted: perlre, "Repeated Patterns Matching a Zero-length Substring").
   */
  exec(input: string, from: number, notAt = -1, position = from): RawMatch | null {
    if (this.literal !== null) return this.#find(input, from);
    const wide = this.#wideFor(input);
    const form = this.#translation(wide);
    if (form === null) return this.#run(input, from, false, notAt, position, wide);
    if (this.#anchored) return position < from ? null : this.#at(form, input, position, notAt, wide);
    const m = this.#search(form, input, from);
    if (m === null || notAt < 0 || m.index + m[0].length !== notAt || m.index !== from) return m;
    const longer = this.#run(input, from, true, notAt, position, wide);
    return longer ?? (from < input.length ? this.#search(form, input, nextCharacter(input, from)) : null);
  }

  #search(form: Translation, input: string, from: number): RegExpExecArray | null {
    if (from === 0) return form.first.exec(input);
    form.further.lastIndex = from;
    return form.further.exec(input);
  }

  #at(form: Translation, input: string, at: number, notAt: number, wide: boolean): RawMatch | null {
    form.here.lastIndex = at;
    const m = form.here.exec(input);
    return m !== null && at + m[0].length === notAt ? this.#run(input, at, true, notAt, at, wide) : m;
  }

  #find(input: string, from: number): RawMatch | null {
    const index = input.indexOf(this.literal!, from);
    return index < 0 ? null : placedMatch([this.literal!], index, [index, index + this.literal!.length]);
  }

  #run(input: string, from: number, sticky: boolean, notAt: number, position: number, wide: boolean): RawMatch | null {
    const engine = (this.#engines[wide ? 1 : 0] ??= new Engine(this.#parsed, wide, this));
    try {
      const offsets = engine.exec(input, from, sticky, notAt, position);
      return offsets === null ? null : matchFromOffsets(input, offsets);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#engines[wide ? 1 : 0] = null;
      return active().die('Regexp recursion limit exceeded');
    }
  }

  /** A matcher for one match within another pattern's. */
  engine(wide: boolean): Engine {
    return new Engine(this.#parsed, wide || this.#parsed.wide, this);
  }

  /** The offsets of a match that exec has found. */
  offsets(input: string, m: RawMatch): number[] {
    if (m.offsets !== undefined) return m.offsets;
    const { placed } = this.#translation(this.#wideFor(input))!;
    placed.lastIndex = m.index;
    const { indices } = placed.exec(input)!;
    return (m.offsets = indices!.flatMap((pair) => pair ?? [-1, -1]));
  }
}

/** Where the character after the one at `i` begins: JavaScript would step back out of the middle of a pair. */
function nextCharacter(input: string, i: number): number {
  return isAstral(input) && (input.codePointAt(i) as number) > 0xffff ? i + 2 : i + 1;
}

/** flags, then source */
const cache = new Map<string, Map<string, Pattern>>();
const CACHE_SIZE = 2000;

/** The pattern of this source and these flags (only those that change what it matches count). */
export function compilePattern(source: string, flags: string): Pattern {
  const kept = flags === '' ? '' : flags.replace(IGNORED_FLAGS, '');
  let sources = cache.get(kept);
  if (sources === undefined) cache.set(kept, (sources = new Map()));
  let pattern = sources.get(source);
  if (pattern === undefined) {
    pattern = new Pattern(source, kept);
    if (sources.size >= CACHE_SIZE) sources.clear();
    sources.set(source, pattern);
  }
  return pattern;
}
