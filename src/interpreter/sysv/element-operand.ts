/** Elements as operands of the builtins: the variable if there is one, else undef. Nothing is made. */
import { PerlArray } from '../../runtime/array.js';
import type { PerlHash } from '../../runtime/hash.js';
import type { Scalar } from '../../runtime/scalar.js';
import type { PerlValue } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';
import { hkey, index } from '../library/elements.js';
import { TiedArray, TiedHash } from '../library/tie.js';

/** A tied array or hash is not asked whether the element exists. `site`: for the name in a warning. */
export function elemOperand(perl: Interp, site: number, array: PerlArray, index: number): Scalar | undefined {
  perl.notes.element(site, array, index);
  return array instanceof TiedArray || array.exists(index) ? array.at(index) : undefined;
}
export function helemOperand(perl: Interp, site: number, hash: PerlHash, key: string): Scalar | undefined {
  perl.notes.element(site, hash, key);
  return hash instanceof TiedHash || hash.exists(key) ? hash.at(key) : undefined;
}

/** The elements of a slice, without making any. */
export function sliceOperands(container: PerlArray | PerlHash, subscripts: PerlValue[]): (Scalar | undefined)[] {
  if (container instanceof PerlArray) {
    return subscripts.map((subscript) => {
      const at = index(subscript, 'array slice');
      return container instanceof TiedArray || container.exists(at) ? container.at(at) : undefined;
    });
  }
  return subscripts.map((subscript) => {
    const key = hkey(subscript, 'hash slice');
    return container instanceof TiedHash || container.exists(key) ? container.at(key) : undefined;
  });
}
