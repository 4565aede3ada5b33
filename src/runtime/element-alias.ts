/** A stand-in for an array or hash element: reads and writes go to the container each time. */
import type { PerlArray } from './array.js';
import type { PerlHash } from './hash.js';
import { MagicScalar } from './scalar.js';
import type { PerlValue } from './value.js';

/** An element that does not exist yet (perlsub: made only when assigned), or one of a tied array. */
export class ArrayElement extends MagicScalar {
  private readonly array: PerlArray;
  private readonly i: number;
  constructor(array: PerlArray, i: number) {
    super();
    this.array = array;
    this.i = i;
  }
  override fetch(): PerlValue {
    return this.array.get(this.i);
  }
  override store(v: PerlValue): void {
    this.array.set(this.i, v);
  }
}

export class HashElement extends MagicScalar {
  private readonly hash: PerlHash;
  private readonly k: string;
  constructor(hash: PerlHash, k: string) {
    super();
    this.hash = hash;
    this.k = k;
  }
  override fetch(): PerlValue {
    return this.hash.get(this.k);
  }
  override store(v: PerlValue): void {
    this.hash.set(this.k, v);
  }
}
