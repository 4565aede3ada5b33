/** What compile/freed-elements.ts asks for: does an element that a loop walks still belong to its array? */
import type { PerlArray } from '../../runtime/array.js';
import { Scalar } from '../../runtime/scalar.js';
import type { Slot } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';

type Owners = ReadonlyMap<Slot, PerlArray>;

export function ownersOf(list: readonly Slot[], arrays: readonly PerlArray[]): Owners {
  const walked = new Set(list);
  const owners = new Map<Slot, PerlArray>();
  for (const array of arrays)
    for (const element of array.slots) if (element instanceof Scalar && walked.has(element)) owners.set(element, array);
  return owners;
}

export function notFreed(perl: Interp, owners: Owners, element: Slot): Slot {
  const owner = owners.get(element);
  if (owner !== undefined && !owner.slots.includes(element)) perl.die('Use of freed value in iteration');
  return element;
}
