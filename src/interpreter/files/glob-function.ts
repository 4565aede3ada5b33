/** glob and <*.c> (perlfunc glob): a list, or one name a call in scalar context. */
import type { Op } from '../../runtime/active.js';
import { str } from '../../runtime/convert.js';
import { perInterpreter } from '../../runtime/per-interpreter.js';
import { LIST } from '../../runtime/value.js';
import type { PerlValue, Want } from '../../runtime/value.js';
import { flushLexicals } from '../io/file-handle.js';
import { expand } from './glob-pattern.js';

/** Names still to come, for each place in the program that asks one by one. */
const waiting = perInterpreter(() => new Map<Op, string[]>());

export function globFunction(op: Op, want: Want, pattern: PerlValue): PerlValue | PerlValue[] {
  if (want === LIST) return names(op, pattern);
  const places = waiting();
  const rest = places.get(op) ?? names(op, pattern);
  const name = rest.shift();
  if (name === undefined) places.delete(op);
  else places.set(op, rest);
  return name;
}

function names(op: Op, pattern: PerlValue): string[] {
  flushLexicals();
  return expand(str(pattern, op));
}
