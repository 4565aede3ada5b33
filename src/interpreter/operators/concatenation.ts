/** The string operators . and x (perlop "Additive Operators", "Multiplicative Operators"). */
import { active, type Op } from '../../runtime/active.js';
import { isWide } from '../../runtime/astral.js';
import { int, NOT_OVERLOADED, num, str } from '../../runtime/convert.js';
import { FlaggedString, type PerlValue } from '../../runtime/value.js';
import { overloadedBinary } from './overload.js';

export function concat(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  return typeof a === 'string' && typeof b === 'string' ? a + b : concatSlow(a, b, op, false);
}

/** .= : an undefined left side is silent. */
export function concatAssign(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'string' && (typeof b === 'string' || typeof b === 'number')) {
    const joined = a + (typeof b === 'string' ? b : str(b));
    return joined.length < ROPE ? joined : settled(a, joined);
  }
  return concatSlow(a, b, op, true);
}

/** Shorter strings are left as V8 makes them. */
const ROPE = 8192;
/** Keeps the reading below from being optimised away. */
const sink = { unit: 0 };

/**
 * V8 makes a + b a node of a tree and joins the characters when one is read. A string that grows in a loop would be a
 * tree of a million nodes, which costs the garbage collector more than the copying saves: so join each time the length
 * has grown by about an eighth.
 */
function settled(before: string, joined: string): string {
  const shift = 28 - Math.clz32(joined.length);
  if (joined.length >>> shift !== before.length >>> shift) sink.unit = joined.charCodeAt(0);
  return joined;
}

function concatSlow(a: PerlValue, b: PerlValue, op: Op, assign: boolean): PerlValue {
  if (typeof a === 'object' || typeof b === 'object') {
    const answer = overloadedBinary('.', a, b, op, assign);
    if (answer !== NOT_OVERLOADED) return answer;
  }
  const x = a === undefined && assign ? '' : str(a, op, 0);
  const joined = x + str(b, op, 1);
  const flagged = a instanceof FlaggedString || b instanceof FlaggedString;
  return flagged && !isWide(joined) ? new FlaggedString(joined) : joined;
}

/** "a$b c": where an object overloads `.`, the result is what its method answers. */
export function joinParts(parts: readonly PerlValue[], ops: readonly Op[]): PerlValue {
  let joined = parts[0];
  let op = ops[0] as Op;
  for (let i = 1; i < parts.length; i++) {
    const next = parts[i];
    const objects = typeof joined === 'object' || typeof next === 'object';
    const answer = objects ? overloadedBinary('.', joined, next, op, i > 1) : NOT_OVERLOADED;
    joined = answer === NOT_OVERLOADED ? plainlyJoined(str(joined, op), next, ops[i] as Op) : answer;
    op = ops[i] as Op;
  }
  return joined;
}
const plainlyJoined = (before: string, next: PerlValue, op: Op): string => before + str(next, op);

export function repeat(a: PerlValue, n: PerlValue, op: Op): PerlValue {
  return typeof a === 'string' && typeof n === 'number' && n >= 0 && n < 1e9
    ? a.repeat(n)
    : repeatSlow(a, n, op, false);
}

export function repeatAssign(a: PerlValue, n: PerlValue, op: Op): PerlValue {
  return typeof a === 'string' && typeof n === 'number' && n >= 0 && n < 1e9 ? a.repeat(n) : repeatSlow(a, n, op, true);
}

function repeatSlow(a: PerlValue, n: PerlValue, op: Op, assign: boolean): PerlValue {
  if (typeof a === 'object' || typeof n === 'object') {
    const answer = overloadedBinary('x', a, n, op, assign);
    if (answer !== NOT_OVERLOADED) return answer;
  }
  const count = repeatCount(n, op);
  const text = str(a, op, 0);
  if (count * text.length > 0x1fffffe8) active().die('Out of memory in perl:repeat');
  return a instanceof FlaggedString ? new FlaggedString(text.repeat(count)) : text.repeat(count);
}

/** How often: not a number of times is none, with a warning. */
export function repeatCount(n: PerlValue, op: Op): number {
  const count = typeof n === 'string' ? Number(int(n, op, 1)) : Number(num(n, op, 1));
  if (count !== count || count === Infinity || count === -Infinity) {
    active().warn('numeric', 'Non-finite repeat count does nothing');
    return 0;
  }
  if (count < 0) {
    active().warn('numeric', 'Negative repeat count does nothing');
    return 0;
  }
  return Math.trunc(count);
}

/** V8 ends the process when an array outgrows this. */
const LONGEST_LIST = 2 ** 27 - 16;

/** (LIST) x N */
export function repeatList(list: PerlValue[], n: PerlValue, op: Op): PerlValue[] {
  const count = repeatCount(n, op);
  if (count * list.length > LONGEST_LIST) active().die('Out of memory in perl:extend');
  const out: PerlValue[] = [];
  for (let i = 0; i < count; i++) for (let j = 0; j < list.length; j++) out.push(list[j]);
  return out;
}
