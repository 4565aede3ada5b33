/** What `${$glob}` is for a reference to a glob: the glob itself, as a scalar holds it. */
import { GlobValue, type PerlGlob } from '../../runtime/glob.js';
import { MagicScalar } from '../../runtime/scalar.js';
import type { PerlValue } from '../../runtime/value.js';

export class GlobScalar extends MagicScalar {
  readonly glob: PerlGlob;
  readonly #assign: (v: PerlValue) => void;
  constructor(glob: PerlGlob, assign: (v: PerlValue) => void) {
    super();
    this.glob = glob;
    this.#assign = assign;
  }
  override fetch(): PerlValue {
    return new GlobValue(this.glob);
  }
  override store(x: PerlValue): void {
    this.#assign(x);
  }
}
