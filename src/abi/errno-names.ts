import * as numbers from './linux-errno.js';

/** Every E-name of Linux and its number: what Perl's Errno module exports, and the keys of `%!`. */
export const errnoNumbers: Readonly<Record<string, number>> = { ...numbers };

/** The name that strace shows for a number: of several the first in the C header, but EOPNOTSUPP, not ENOTSUP. */
export const errnoNames: ReadonlyMap<number, string> = invert(Object.entries(errnoNumbers));

function invert(entries: readonly [string, number][]): Map<number, string> {
  const names = new Map<number, string>();
  for (const [name, number] of entries) if (!names.has(number) || name === 'EOPNOTSUPP') names.set(number, name);
  return names;
}
