/** $! (perlvar): number and text of the last error; assigning sets the number. */
import { MagicScalar } from '../../runtime/scalar.js';
import { Dual, type PerlValue } from '../../runtime/value.js';
import { toInt32 } from '../../runtime/convert.js';
import { errnoText } from '../../runtime/errno.js';
import type { Interp } from './interp.js';

export class ErrnoScalar extends MagicScalar {
  private readonly perl: Interp;
  constructor(perl: Interp) {
    super();
    this.perl = perl;
  }
  override fetch(): PerlValue {
    const n = this.perl.errno;
    return new Dual(n, n === 0 ? '' : errnoText(n));
  }
  override store(v: PerlValue): void {
    this.perl.errno = v === undefined ? 0 : toInt32(v, 'scalar assignment');
  }
}
