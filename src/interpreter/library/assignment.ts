/** List and hash assignment (perldata, perlop). */
import { PerlArray } from '../../runtime/array.js';
import { looksLikeReference, str, toNumber } from '../../runtime/convert.js';
import { PerlGlob } from '../../runtime/glob.js';
import { PerlHash } from '../../runtime/hash.js';
import { Scalar } from '../../runtime/scalar.js';
import type { PerlValue, Slot } from '../../runtime/value.js';
import { interp } from '../core/interp.js';

export type Target = Scalar | PerlArray | PerlHash | null;

const keyOf = (v: PerlValue): string => (typeof v === 'string' ? v : str(v, 'list assignment'));

export function assignHash(h: PerlHash, list: PerlValue[]): PerlHash {
  if (list.length % 2 === 1) oddElements(list, 'hash');
  h.assign(list, keyOf);
  return h;
}
function oddElements(list: PerlValue[], what: string): void {
  const perl = interp();
  if (!perl.warns('misc')) return;
  const only = list[0];
  if (
    list.length === 1 &&
    looksLikeReference(only) &&
    (only instanceof PerlArray || only instanceof PerlHash) &&
    what === 'hash'
  )
    perl.warn('misc', 'Reference found where even-sized list expected');
  else
    perl.warn(
      'misc',
      what === 'hash' ? 'Odd number of elements in hash assignment' : 'Odd number of elements in anonymous hash',
    );
}
export function anonHash(list: PerlValue[]): PerlHash {
  if (list.length % 2 === 1) oddElements(list, 'anonymous hash');
  const m = new Map<string, Slot>();
  for (let i = 0; i < list.length; i += 2) {
    const k = list[i];
    m.set(typeof k === 'string' ? k : str(k, 'anonymous hash ({})'), list[i + 1]);
  }
  return new PerlHash(m);
}
export function hashFrom(list: PerlValue[]): PerlHash {
  return assignHash(new PerlHash(), list);
}

/** Distribute the values over the targets; null is an `undef` placeholder. */
export function assignAll(list: PerlValue[], targets: Target[]): void {
  let i = 0;
  for (const t of targets) {
    if (t === null) i++;
    else if (t instanceof Scalar) t.v = list[i++];
    else {
      const rest = i === 0 ? list.slice() : list.slice(i);
      if (t instanceof PerlArray) t.assign(rest);
      else assignHash(t, rest);
      i = list.length;
    }
  }
}
/** (LIST) x N on the left: the same targets again and again. */
export function repeatTargets(targets: Target[], count: PerlValue): Target[] {
  const n = Math.max(0, Math.trunc(toNumber(count)));
  return Array.from({ length: n }, () => targets).flat();
}
/** In scalar context: the number of values on the right. */
export function assignCount(list: PerlValue[], targets: Target[]): number {
  const n = list.length;
  assignAll(list, targets);
  return n;
}
/** In list context: what is in the left side now. */
export function assignValues(list: PerlValue[], targets: Target[]): PerlValue[] {
  assignAll(list, targets);
  return flatten(targets);
}
export function assignAliases(list: PerlValue[], targets: Target[]): Slot[] {
  assignAll(list, targets);
  return flattenAliases(targets);
}
export function flatten(targets: Target[]): PerlValue[] {
  return targets.flatMap((t) => (t === null ? [undefined] : t instanceof Scalar ? [t.v] : t.list()));
}
export function flattenAliases(targets: Target[]): Slot[] {
  return targets.flatMap((t): Slot[] => {
    if (t === null) return [undefined];
    if (t instanceof Scalar) return [t];
    if (t instanceof PerlArray) return t.aliases();
    return t.list();
  });
}
/** An assignment used as a container: (my @a = ...) , chomp(my $x = ...) */
export function assigned<T extends Target>(target: T, list: PerlValue[]): T {
  assignAll(list, [target]);
  return target;
}
export function assignedScalar(v: PerlValue, target: Scalar): Scalar {
  target.v = v;
  return target;
}

/** `my $x` of a variable shared with a named sub, executed again. */
export function renew<T extends Scalar | PerlArray | PerlHash>(container: T): T {
  if (container instanceof Scalar) container.v = undefined;
  else container.clear();
  return container;
}
/** undef $x; a file handle that may go with it is written out, as closing it would do. */
export function undefScalar(s: Scalar): PerlValue {
  const v = s.v;
  if (v instanceof PerlGlob && v.io !== null) (v.io as { flush?(): boolean }).flush?.();
  s.v = undefined;
  return undefined;
}
export function undefContainer(x: PerlArray | PerlHash): PerlValue {
  x.clear();
  return undefined;
}
