/**
 * The scalar container. `v` is an accessor on purpose: magic (tie, $!, substr lvalues, byte builders) is a subclass
 * with its own accessor, and an existing scalar becomes magic by changing its prototype, so its identity survives.
 */
import { active } from './active.js';
import type { Referent, PerlValue } from './value.js';
import type { Stash } from './stash.js';

export class Scalar implements Referent {
  // `declare`: set once, by the constructor (a class field would be initialised twice)
  declare protected _v: PerlValue;
  declare blessed?: Stash | null;
  declare rc?: number | undefined;
  declare queued?: number;
  declare watched?: boolean;
  /** its value has been counted; it is a weak reference (interpreter/lifetime) */
  declare holds?: boolean;
  declare weak?: boolean;
  constructor(v: PerlValue) {
    this._v = v;
  }
  get v(): PerlValue {
    return this._v;
  }
  set v(x: PerlValue) {
    this._v = x;
  }
  /** Is reading or writing this scalar observable (tied or magical)? */
  get magical(): boolean {
    return false;
  }
  get readonly(): boolean {
    return false;
  }
}

/** A literal or a constant: assigning dies (perldiag: Modification of a read-only value attempted). */
export class ReadonlyScalar extends Scalar {
  override get v(): PerlValue {
    return this._v;
  }
  override set v(_x: PerlValue) {
    active().die('Modification of a read-only value attempted');
  }
  override get readonly(): boolean {
    return true;
  }
  /** shmread writes even here (as Perl's does). */
  overwrite(x: PerlValue): void {
    this._v = x;
  }
}

/** The one undef that is no variable (perlapi PL_sv_undef): what a literal `undef` is where it is aliased. */
class ImmortalUndef extends Scalar {
  override get v(): PerlValue {
    return undefined;
  }
  override set v(_x: PerlValue) {
    active().die('Modification of a read-only value attempted');
  }
  override get readonly(): boolean {
    return true;
  }
}
export const immortalUndef: Scalar = new ImmortalUndef(undefined);

/** A scalar whose reading and writing run code: subclasses give get and set. */
export abstract class MagicScalar extends Scalar {
  constructor() {
    super(undefined);
  }
  abstract fetch(): PerlValue;
  abstract store(x: PerlValue): void;
  override get v(): PerlValue {
    return this.fetch();
  }
  override set v(x: PerlValue) {
    this.store(x);
  }
  override get magical(): boolean {
    return true;
  }
}
