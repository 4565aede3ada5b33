/** m// in its contexts (perlop, "m/PATTERN/msixpodualngc"). */
import type { Op } from '../../runtime/active.js';
import { isWide } from '../../runtime/astral.js';
import { str } from '../../runtime/convert.js';
import type { Scalar } from '../../runtime/scalar.js';
import type { PerlValue } from '../../runtime/value.js';
import { LastMatch, matchState } from './match-state.js';
import type { Pattern, RawMatch } from './pattern.js';
import { clearPosition, emptyAtPosition, positionIn, setPositionIn } from './position.js';

const OP = 'pattern match (m//)';

/** The empty pattern is the last one that matched. */
export function effective(pattern: Pattern): Pattern {
  return pattern.empty && matchState.last !== null ? matchState.last.pattern : pattern;
}

/** m// without /g in scalar context. `holder`: the scalar matched, which \G needs. */
export function matchTest(pattern: Pattern, target: string, holder?: Scalar): boolean {
  const { simple } = pattern;
  if (simple === null || isWide(target)) return matchOnce(pattern, target, holder) !== null;
  if (pattern.groupCount === 0) {
    if (!simple.test(target)) return false;
    matchState.last = new LastMatch(pattern, target, null, 0);
    return true;
  }
  const raw = simple.exec(target);
  if (raw === null) return false;
  matchState.last = new LastMatch(pattern, target, raw, 0);
  return true;
}

/** m// without /g in list context: the groups, (1) if there are none, () if it fails. */
export function matchList(pattern: Pattern, target: string, holder?: Scalar): PerlValue[] {
  const raw = matchOnce(pattern, target, holder);
  if (raw === null) return [];
  return raw.length === 1 ? [1] : raw.slice(1);
}

function matchOnce(given: Pattern, target: string, holder?: Scalar): RawMatch | null {
  const pattern = effective(given);
  const position = pattern.usesPosition && holder !== undefined ? Math.max(0, positionIn(holder, target)) : 0;
  const raw = pattern.exec(target, 0, -1, position);
  if (raw !== null) matchState.last = new LastMatch(pattern, target, raw, 0);
  return raw;
}

/** The end of a match. */
export function endOf(raw: RawMatch): number {
  return raw.index + raw[0]!.length;
}

/** m//g in scalar context: the next match after pos. `keep`: /c, a failure leaves pos alone. */
export function matchGlobalScalar(given: Pattern, target: Scalar, keep: boolean, op: Op = OP): boolean {
  const text = str(target.v, op);
  const pattern = effective(given);
  const position = positionIn(target, text);
  const from = position < 0 ? 0 : position;
  if (pattern.plain && !isWide(text)) return nextPlain(pattern, target, text, from, keep);
  const notAt = position >= 0 && emptyAtPosition(target) ? from : -1;
  const raw = from > text.length ? null : pattern.exec(text, from, notAt, from);
  if (raw === null) {
    if (!keep) clearPosition(target);
    return false;
  }
  const end = endOf(raw);
  setPositionIn(target, text, end, end === raw.index);
  matchState.last = new LastMatch(pattern, text, raw, from);
  return true;
}

/** The same for patterns without groups and empty matches. */
function nextPlain(pattern: Pattern, target: Scalar, text: string, from: number, keep: boolean): boolean {
  const further = pattern.simpleFurther;
  further.lastIndex = from;
  if (!further.test(text)) {
    if (!keep) clearPosition(target);
    return false;
  }
  setPositionIn(target, text, further.lastIndex, false);
  matchState.last = new LastMatch(pattern, text, null, from);
  return true;
}

/** m//g in list context: the groups (or the whole) of every match after pos. */
export function matchGlobalList(given: Pattern, target: Scalar | string, keep: boolean, op: Op = OP): PerlValue[] {
  const holder = typeof target === 'string' ? null : target;
  const text = holder === null ? (target as string) : str(holder.v, op);
  const pattern = effective(given);
  const out: PerlValue[] = [];
  let from = holder === null ? 0 : Math.max(0, positionIn(holder, text));
  let notAt = holder !== null && from > 0 && emptyAtPosition(holder) ? from : -1;
  let last: RawMatch | null = null;
  for (let raw = pattern.exec(text, from, notAt); raw !== null; raw = pattern.exec(text, from, notAt)) {
    last = raw;
    if (raw.length === 1) out.push(raw[0]);
    else for (let i = 1; i < raw.length; i++) out.push(raw[i]);
    from = endOf(raw);
    notAt = from === raw.index ? from : -1;
    if (from === text.length && notAt >= 0) break;
  }
  if (last !== null) matchState.last = new LastMatch(pattern, text, last, last.index);
  if (holder === null) return out;
  if (!keep) clearPosition(holder);
  else if (last !== null) setPositionIn(holder, text, from, notAt >= 0);
  return out;
}
