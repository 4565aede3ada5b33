/** tr/// and y/// (perlop, "tr/SEARCHLIST/REPLACEMENTLIST/cdsr"). */
import { active, type Op } from '../../runtime/active.js';
import { astral, fromCodePoint, isAstral, isWide, noteAstral } from '../../runtime/astral.js';
import { writtenBytes } from '../../runtime/byte-work.js';
import { str } from '../../runtime/convert.js';
import type { Scalar } from '../../runtime/scalar.js';

/** What happens to a character: these, or the code point it becomes. */
const KEEP = -1;
const DELETE = -2;
/** bits of `steps` */
const LISTED = 0x100;
const DELETED = 0x200;

/** A compiled tr///. */
export class Transliteration {
  /** it changes nothing: a mere count */
  readonly counts: boolean;
  readonly squeeze: boolean;
  readonly bytes = new Int32Array(256);
  /** for each byte what becomes of it, and LISTED if it is in the search list, DELETED if it goes */
  readonly steps = new Uint16Array(256);
  /** bytes become bytes */
  readonly narrow: boolean;
  readonly #target: (code: number) => number;
  constructor(from: string, to: string, flags: string) {
    const deleting = flags.includes('d');
    this.squeeze = flags.includes('s');
    noteAstral(from + to);
    const search = expand(from);
    const replace = expand(to);
    const same = to === '' && !deleting;
    this.counts = (same || from === to) && !this.squeeze && !(deleting && flags.includes('c'));
    this.#target = flags.includes('c')
      ? complement(search, same ? null : replace, deleting)
      : direct(search, same ? search : replace, deleting);
    for (let code = 0; code < 256; code++) {
      const target = this.#target(code);
      this.bytes[code] = target;
      if (target === KEEP) this.steps[code] = code;
      else this.steps[code] = LISTED + (target === DELETE ? DELETED : target & 0xff);
    }
    this.narrow = this.bytes.every((target) => target < 256);
  }
  /** What becomes of a code point. */
  target(code: number): number {
    return code < 256 ? this.bytes[code]! : this.#target(code);
  }
}

const DASH = 45;
const BACKSLASH = 92;

/** The code points of a list as written: `\-` is a dash, `\\` a backslash, and a bare dash is null. */
function tokens(list: string): (number | null)[] {
  const out: (number | null)[] = [];
  const codes = Array.from(list, (char) => char.codePointAt(0)!);
  for (let i = 0; i < codes.length; i++) {
    const escaped = codes[i] === BACKSLASH && (codes[i + 1] === DASH || codes[i + 1] === BACKSLASH);
    if (escaped) i++;
    out.push(codes[i] === DASH && !escaped ? null : codes[i]!);
  }
  return out;
}

/** The code points of a list, its ranges filled in. A dash at either end stands for itself. */
function expand(list: string): number[] {
  const out: number[] = [];
  const given = tokens(list);
  const isRange = (dash: number): boolean => given[dash] === null && dash + 1 < given.length;
  for (let i = 0; i < given.length; i++) {
    out.push(given[i] ?? DASH);
    if (!isRange(i + 1)) continue;
    fillRange(out, given[i + 2] ?? DASH);
    if (isRange(i + 3)) active().die('Ambiguous range in transliteration operator');
    i += 2;
  }
  return out;
}

function fillRange(out: number[], high: number): void {
  const low = out.at(-1)!;
  if (high < low) {
    const [a, b] = [fromCodePoint(low), fromCodePoint(high)];
    active().die(`Invalid range "${a}-${b}" in transliteration operator`);
  }
  for (let code = low + 1; code <= high; code++) out.push(code);
}

function direct(search: number[], replace: number[], deleting: boolean): (code: number) => number {
  const map = new Map<number, number>();
  search.forEach((code, i) => {
    if (map.has(code)) return;
    const plain = replace[i];
    map.set(code, plain ?? (deleting ? DELETE : replace.at(-1)!));
  });
  return (code) => map.get(code) ?? KEEP;
}

/** /c: every character not listed, in order of code points. */
function complement(search: number[], replace: number[] | null, deleting: boolean): (code: number) => number {
  const listed = new Set(search);
  const sorted = [...listed].sort((a, b) => a - b);
  const last = replace?.at(-1);
  return (code) => {
    if (listed.has(code)) return KEEP;
    if (replace === null) return code;
    if (replace.length === 1 && !deleting) return last!;
    const rank = code - sorted.filter((other) => other < code).length;
    return replace[rank] ?? (deleting ? DELETE : last!);
  };
}

/** How many characters of the text are in the search list. */
export function countCharacters(tr: Transliteration, text: string): number {
  let count = 0;
  if (isAstral(text)) {
    for (const char of text) if (tr.target(char.codePointAt(0)!) !== KEEP) count++;
    return count;
  }
  if (!isWide(text)) return countBytes(tr, text);
  for (let i = 0; i < text.length; i++) if (tr.target(text.charCodeAt(i)) !== KEEP) count++;
  return count;
}

function countBytes({ steps }: Transliteration, text: string): number {
  const n = text.length;
  const bytes = writtenBytes(text);
  let count = 0;
  for (let i = 0; i < n; i++) count += (steps[bytes[i]!]! >> 8) & 1;
  return count;
}

let changes = 0;

function changed(tr: Transliteration, text: string): string {
  return tr.narrow && !isWide(text) ? changedBytes(tr, text) : changedCharacters(tr, text);
}

function changedBytes(tr: Transliteration, text: string): string {
  const n = text.length;
  const bytes = writtenBytes(text);
  const end = tr.squeeze ? squeezedBytes(tr, bytes, n) : mappedBytes(tr, bytes, n);
  return changes === 0 ? text : bytes.latin1Slice(0, end);
}

/** Without a branch: each byte is written, and overwritten by the next if it is to be deleted. */
function mappedBytes({ steps }: Transliteration, bytes: Uint8Array, n: number): number {
  let end = 0;
  let count = 0;
  for (let i = 0; i < n; i++) {
    const step = steps[bytes[i]!]!;
    bytes[end] = step;
    end += 1 - (step >> 9);
    count += (step >> 8) & 1;
  }
  changes = count;
  return end;
}

function squeezedBytes({ bytes: targets }: Transliteration, bytes: Uint8Array, n: number): number {
  let previous = KEEP;
  let end = 0;
  changes = 0;
  for (let i = 0; i < n; i++) {
    const target = targets[bytes[i]!]!;
    if (target !== KEEP) changes++;
    if (target === DELETE) continue;
    if (target === KEEP) bytes[end++] = bytes[i]!;
    else if (target !== previous) bytes[end++] = target;
    previous = target;
  }
  return end;
}

function changedCharacters(tr: Transliteration, text: string): string {
  const out: number[] = [];
  const pairs = isAstral(text);
  let previous = KEEP;
  changes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = pairs ? text.codePointAt(i)! : text.charCodeAt(i);
    if (code > 0xffff) i++;
    const target = tr.target(code);
    if (target === KEEP) {
      out.push(code);
      previous = KEEP;
      continue;
    }
    changes++;
    if (target === DELETE || (tr.squeeze && target === previous)) continue;
    out.push(target);
    previous = target;
  }
  return stringOf(out);
}

const CHUNK = 4096;

function stringOf(codes: number[]): string {
  if (astral.seen && codes.some((code) => code > 0xffff)) return codes.map(fromCodePoint).join('');
  if (codes.length <= CHUNK) return String.fromCharCode.apply(null, codes);
  let text = '';
  for (let i = 0; i < codes.length; i += CHUNK) text += String.fromCharCode.apply(null, codes.slice(i, i + CHUNK));
  return text;
}

/** tr on a scalar: the number of characters replaced or deleted. */
export function transliterate(tr: Transliteration, target: Scalar, op: Op = 'transliteration (tr///)'): number {
  const text = str(target.v, op);
  if (tr.counts) return countCharacters(tr, text);
  const out = changed(tr, text);
  const made = changes;
  if (made > 0 || target.readonly) target.v = out;
  return made;
}

/** tr///r: the new text. */
export function transliterateCopy(tr: Transliteration, text: string): string {
  return tr.counts ? text : changed(tr, text);
}
