/**
 * What perl says when a sub takes the place of another (perldiag): by an assignment to a typeglob, by an import, or by a
 * second definition. Losing a constant, and another prototype, are worth a warning even where none are asked for.
 */
import type { PerlCode } from '../../runtime/code.js';
import { str } from '../../runtime/convert.js';
import type { Interp } from './interp.js';

/** What of the new sub matters. */
export interface Successor {
  readonly prototype: string | null;
  readonly constant: unknown;
}

/** `name` as perl shows it: with its package except where `sub NAME` is written. */
export function warnAboutRedefinition(perl: Interp, old: PerlCode, next: Successor, name: string): void {
  const constant = old.constant !== null;
  const message = `${constant ? 'Constant subroutine' : 'Subroutine'} ${name} redefined`;
  if (constant && !sameConstant(old.constant, next.constant)) perl.warnDefault('redefine', message);
  else perl.warn('redefine', message);
}

/** `full`: the name with its package. */
export function warnAboutPrototype(perl: Interp, old: PerlCode, next: Successor, full: string): void {
  if (old.prototype === next.prototype) return;
  const was = old.prototype === null ? ': none' : ` (${old.prototype})`;
  const is = next.prototype === null ? 'none' : `(${next.prototype})`;
  perl.warnDefault('prototype', `Prototype mismatch: sub ${full}${was} vs ${is}`);
}

/** Would an import say anything? */
export function isNoteworthy(perl: Interp, old: PerlCode, next: Successor): boolean {
  if (old === next) return false;
  if (old.prototype !== next.prototype) return true;
  return old.fn !== null && (perl.warnAll || (old.constant !== null && !sameConstant(old.constant, next.constant)));
}

function sameConstant(old: unknown, next: unknown): boolean {
  const [a, b] = [single(old), single(next)];
  return a !== null && b !== null && a === b;
}

function single(constant: unknown): string | null {
  if (constant === null || typeof constant !== 'object' || !('value' in constant)) return null;
  const { value } = constant as { value: string | number | undefined };
  return value === undefined || typeof value === 'object' ? null : str(value);
}
