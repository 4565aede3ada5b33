/** s/// (perlop, "s/PATTERN/REPLACEMENT/msixpodualngcer"). */
import type { Op } from '../../runtime/active.js';
import { isWide } from '../../runtime/astral.js';
import { str } from '../../runtime/convert.js';
import type { Scalar } from '../../runtime/scalar.js';
import { NO, type PerlValue } from '../../runtime/value.js';
import { effective, endOf } from './match.js';
import { LastMatch, matchState } from './match-state.js';
import type { Pattern } from './pattern.js';
import { positionIn } from './position.js';

const OP = 'substitution (s///)';

/** How many replacements the last `replaced` made. */
let count = 0;

/** The text with its matches replaced. The replacement is evaluated with $1 and the rest set for each match. */
function replaced(given: Pattern, text: string, replacement: () => string, global: boolean, position: number): string {
  const pattern = effective(given);
  let made = 0;
  let out = '';
  let copied = 0;
  let last: LastMatch | null = null;
  let raw = pattern.exec(text, 0, -1, position);
  while (raw !== null) {
    made++;
    last = new LastMatch(pattern, text, raw, raw.index);
    matchState.last = last;
    const start = raw.index;
    const end = endOf(raw);
    out += text.slice(copied, start) + replacement();
    copied = end;
    if (!global || (end === text.length && end === start)) break;
    raw = pattern.exec(text, end, end === start ? end : -1, end);
  }
  if (last !== null) matchState.last = last;
  count = made;
  return made === 0 ? text : out + text.slice(copied);
}

function positionFor(pattern: Pattern, target: Scalar, text: string): number {
  return pattern.usesPosition ? Math.max(0, positionIn(target, text)) : 0;
}

/** s/// on a scalar: the number of replacements, or false. */
export function substitute(
  pattern: Pattern,
  target: Scalar,
  replacement: () => string,
  global: boolean,
  op: Op = OP,
): PerlValue {
  const text = str(target.v, op);
  const out = replaced(pattern, text, replacement, global, positionFor(pattern, target, text));
  const made = count;
  if (made === 0) return NO;
  target.v = out;
  return made;
}

/** s///r: the new text. */
export function substituteCopy(pattern: Pattern, text: string, replacement: () => string, global: boolean): string {
  return replaced(pattern, text, replacement, global, 0);
}

/** s/// whose replacement is a constant. */
export function substituteText(
  pattern: Pattern,
  target: Scalar,
  replacement: string,
  global: boolean,
  op: Op = OP,
): PerlValue {
  if (!global || !pattern.plain || pattern.minWidth !== pattern.maxWidth) {
    return substitute(pattern, target, () => replacement, global, op);
  }
  const text = str(target.v, op);
  if (isWide(text)) return substitute(pattern, target, () => replacement, true, op);
  const out = allReplaced(pattern, text, replacement);
  if (count === 0) return NO;
  target.v = out;
  return count;
}

/** Every match of a plain pattern of fixed width: the end of each match is all there is to know. */
function allReplaced(pattern: Pattern, text: string, replacement: string): string {
  const further = pattern.simpleFurther;
  const size = pattern.minWidth;
  let out = '';
  let copied = 0;
  count = 0;
  further.lastIndex = 0;
  while (further.test(text)) {
    const end = further.lastIndex;
    out += copied === end - size ? replacement : text.slice(copied, end - size) + replacement;
    copied = end;
    count++;
  }
  if (count > 0) matchState.last = new LastMatch(pattern, text, null, copied - size);
  return out + text.slice(copied);
}
