/** Elements as operands of the builtins: the variable if there is one, else undef. Nothing is made. */
import type { PerlArray } from '../../runtime/array.js';
import type { PerlHash } from '../../runtime/hash.js';
import type { Scalar } from '../../runtime/scalar.js';
import { TiedArray, TiedHash } from '../library/tie.js';

/** A tied array or hash is not asked whether the element exists. */
export function elemOperand(array: PerlArray, index: number): Scalar | undefined {
  return array instanceof TiedArray || array.exists(index) ? array.at(index) : undefined;
}
export function helemOperand(hash: PerlHash, key: string): Scalar | undefined {
  return hash instanceof TiedHash || hash.exists(key) ? hash.at(key) : undefined;
}
