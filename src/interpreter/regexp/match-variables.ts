/** The match variables as variables that can be aliased and passed on (perlvar): $1 @- @+ %+ %- and so on. */
import { type ActivePerl, active } from '../../runtime/active.js';
import { PerlArray } from '../../runtime/array.js';
import { unitToChar } from '../../runtime/astral.js';
import type { PerlGlob } from '../../runtime/glob.js';
import { PerlHash } from '../../runtime/hash.js';
import { MagicScalar, type Scalar } from '../../runtime/scalar.js';
import type { PerlValue, Slot } from '../../runtime/value.js';
import { capture, lastParen, lastSubmatch, matchState, matched, postmatch, prematch } from './match-state.js';
import { lastCodeResult } from './pattern-code.js';

/** A read-only scalar that shows something of the last match. */
class MatchScalar extends MagicScalar {
  readonly #read: () => PerlValue;
  constructor(read: () => PerlValue) {
    super();
    this.#read = read;
  }
  override fetch(): PerlValue {
    return this.#read();
  }
  override store(): void {
    active().die('Modification of a read-only value attempted');
  }
  override get readonly(): boolean {
    return true;
  }
}

const readers: Record<string, () => PerlValue> = {
  '&': matched,
  '`': prematch,
  "'": postmatch,
  '+': lastParen,
  '^N': lastSubmatch,
  '^MATCH': matched,
  '^PREMATCH': prematch,
  '^POSTMATCH': postmatch,
};

const captures = new Map<string, MatchScalar>();

/** The scalar of a match variable ("1", "&", "^N"), or null if the name is not one. */
export function matchScalar(name: string): Scalar | null {
  let scalar = captures.get(name);
  if (scalar === undefined) {
    const read = /^[1-9]\d*$/.test(name) ? () => capture(Number(name)) : readers[name];
    if (read === undefined) return null;
    scalar = new MatchScalar(read);
    captures.set(name, scalar);
  }
  return scalar;
}

/** An array whose elements are worked out whenever they are looked at. */
function liveArray(read: () => Slot[]): PerlArray {
  return Object.defineProperty(new PerlArray(), 'a', { get: read, set: refuse });
}

function liveHash(read: () => Map<string, Slot>): PerlHash {
  return Object.defineProperty(new PerlHash(), 'm', { get: read, set: refuse });
}

function refuse(): never {
  return active().die('Modification of a read-only value attempted');
}

/** The offsets in characters: starts (0) or ends (1); trailing unset groups count for @+ only. */
function offsetList(side: 0 | 1): Slot[] {
  const { last } = matchState;
  if (last === null) return [];
  const { offsets, input } = last;
  const out: Slot[] = [];
  for (let i = side; i < offsets.length; i += 2) {
    out.push(offsets[i]! < 0 ? undefined : unitToChar(input, offsets[i]!));
  }
  if (side === 0) while (out.length > 0 && out.at(-1) === undefined) out.pop();
  return out;
}

/** %+: the leftmost set group of each name. */
function namedCaptures(): Map<string, Slot> {
  const { last } = matchState;
  const out = new Map<string, Slot>();
  for (const [name, groups] of last?.pattern.names ?? []) {
    const group = groups.find((number) => last!.raw[number] !== undefined);
    if (group !== undefined) out.set(name, last!.raw[group]);
  }
  return out;
}

/** %-: all groups of each name. */
function allNamedCaptures(): Map<string, Slot> {
  const { last } = matchState;
  const out = new Map<string, Slot>();
  for (const [name, groups] of last?.pattern.names ?? []) {
    out.set(name, new PerlArray(groups.map((number) => last!.raw[number])));
  }
  return out;
}

export const matchStarts: PerlArray = liveArray(() => offsetList(0));
export const matchEnds: PerlArray = liveArray(() => offsetList(1));
export const captureList: PerlArray = liveArray(() => matchState.last?.raw.slice(1) ?? []);
export const namedCaptureHash: PerlHash = liveHash(namedCaptures);
export const allNamedCaptureHash: PerlHash = liveHash(allNamedCaptures);

/** Put all of them (but the numbered ones, which matchScalar gives on demand) where the program finds them. */
export function installMatchVariables(glob: (name: string) => PerlGlob, perl?: ActivePerl): void {
  for (const name of Object.keys(readers)) glob(name).s = matchScalar(name)!;
  glob('^R').s = lastCodeResult(perl);
  glob('-').a = matchStarts;
  glob('+').a = matchEnds;
  glob('^CAPTURE').a = captureList;
  glob('+').h = namedCaptureHash;
  glob('-').h = allNamedCaptureHash;
}
