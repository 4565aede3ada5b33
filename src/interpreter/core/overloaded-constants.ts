/**
 * Literals that `overload::constant` makes into something else (perldoc overload, "Overloading Constants"). Handlers are
 * kept in a row, and %^H holds their numbers: a program from the cache runs the same `use` in the same order.
 */
import type { PerlCode } from '../../runtime/code.js';
import type { PerlValue } from '../../runtime/value.js';
import type { Interp } from './interp.js';

const handlers = new WeakMap<Interp, PerlCode[]>();

const MARK = 'overload::constant handler ';

export const isConstantHandler = (text: string): boolean => text.startsWith(MARK);

/** What %^H holds for a handler. */
export function noteConstantHandler(perl: Interp, code: PerlCode): string {
  const list = handlers.get(perl) ?? [];
  handlers.set(perl, list);
  return `${MARK}${list.push(code) - 1}`;
}

/** What the handler makes of a literal: its text, its value, and for strings how it is quoted. */
export function overloadedConstant(
  perl: Interp,
  handler: string,
  source: string,
  value: PerlValue,
  mode: PerlValue,
): PerlValue {
  const code = handlers.get(perl)?.[Number(handler.slice(MARK.length))];
  return code === undefined ? value : perl.callScalar(code, [source, value, mode]);
}
