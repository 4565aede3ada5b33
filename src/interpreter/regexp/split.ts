/** split (perlfunc). */
import type { Op } from '../../runtime/active.js';
import { isAstral, isWide } from '../../runtime/astral.js';
import { str } from '../../runtime/convert.js';
import type { PerlValue } from '../../runtime/value.js';
import { endOf } from './match.js';
import { compilePattern, type Pattern } from './pattern.js';
import { patternOf } from './perl-reg-exp.js';

const blanks = (): Pattern => compilePattern('\\s+', '');

/** The separator given by an expression: text " " is the awk mode, which null stands for. */
export function splitterFrom(value: PerlValue, flags = '', op: Op = 'regexp compilation'): Pattern | null {
  const pattern = patternOf(value);
  if (pattern !== null) return pattern;
  const text = str(value, op);
  return text === ' ' ? null : compilePattern(text, flags);
}

/**
 * The fields of a text. `pattern` null: awk mode (split ' '); limit 0: as many as there are, trailing empty ones
 * dropped; negative: all.
 */
export function splitList(pattern: Pattern | null, text: string, limit: number): PerlValue[] {
  if (text === '') return [];
  if (pattern === null) return splitWith(blanks(), withoutLeadingBlanks(text), limit);
  if (pattern.source === '^') return splitWith(compilePattern('^', `${pattern.flags}m`), text, limit);
  if (pattern.source === '' && limit === 0 && !isAstral(text)) return text.split('');
  if (pattern.literal !== null && limit === 0) return withoutTrailing(splitByText(text, pattern.literal));
  return splitWith(pattern, text, limit);
}

/** String.prototype.split, which V8 has as a slow call into its runtime. */
function splitByText(text: string, separator: string): PerlValue[] {
  if (separator === '') return text.split('');
  const fields: PerlValue[] = [];
  let from = 0;
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
    fields.push(text.slice(from, at));
    from = at + separator.length;
  }
  fields.push(text.slice(from));
  return fields;
}

const LEADING_BLANKS = /^[\t-\r ]+/;

function withoutLeadingBlanks(text: string): string {
  const first = text.charCodeAt(0);
  if (first > 32 && first < 128) return text;
  return text.replace(isWide(text) ? /^\p{White_Space}+/u : LEADING_BLANKS, '');
}

function splitWith(pattern: Pattern, text: string, limit: number): PerlValue[] {
  if (limit === 0 && pattern.plain && !isWide(text)) return withoutTrailing(text.split(pattern.simple!));
  const out: PerlValue[] = [];
  let from = 0;
  for (let left = limit - 1; from < text.length && left !== 0; left--) {
    const raw = pattern.exec(text, from, from, 0);
    if (raw === null) break;
    const end = endOf(raw);
    out.push(text.slice(from, raw.index));
    for (let i = 1; i < raw.length; i++) out.push(raw[i]);
    from = end;
  }
  if (from < text.length || (out.length > 0 && limit !== 0)) out.push(text.slice(from));
  else if (limit === 0) withoutTrailing(out);
  return out;
}

function withoutTrailing(fields: PerlValue[]): PerlValue[] {
  let n = fields.length;
  while (n > 0 && (fields[n - 1] === '' || fields[n - 1] === undefined)) n--;
  if (n < fields.length) fields.length = n;
  return fields;
}
