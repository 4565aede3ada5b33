/** Code inside of quotes (perlop, "Quote-Like Operators"), as far as it has to be known before the grammar reads the text. */
import type { Range } from './here-documents.js';
import { balancedEnd } from './interpolated-variable.js';

/** A quote-like construct in the text. */
export interface QuotedPlace {
  /** The operator or, where that is all there is, the opening delimiter. */
  readonly word: string;
  readonly flags: string;
  readonly start: number;
  /** Where the first part ends. */
  readonly middle: number;
  readonly end: number;
}

/** Blocks in strings, and `(?{ code })` in patterns. */
const CODE = /[$@]\{|\(\?\??\{/g;
const PLAIN = new Set(["'", 'q', 'qw', 'tr', 'y']);

/** Where code stands within a quote-like construct: the replacement of s///e, and blocks whose value is interpolated. */
export function codeInQuote(source: string, { word, flags, start, middle, end }: QuotedPlace): Range[] {
  if (PLAIN.has(word)) return [];
  if (word !== 's' || !flags.includes('e')) return blocks(source, start, end);
  return [...blocks(source, start, middle), { from: middle, to: end }];
}

function blocks(source: string, start: number, end: number): Range[] {
  const text = source.slice(start, end);
  const found: Range[] = [];
  let done = 0;
  for (const { index, 0: opening } of text.matchAll(CODE)) {
    if (index < done) continue;
    const close = balancedEnd(text, index + opening.length - 1);
    if (close < 0) continue;
    found.push({ from: start + index, to: start + close });
    done = close;
  }
  return found;
}
