/** ${^LAST_FH} (perlvar): the handle last read, as a reference to its glob. Carp asks it for the name. */
import { PerlGlob } from '../../../runtime/glob.js';
import { MagicScalar } from '../../../runtime/scalar.js';
import type { PerlValue } from '../../../runtime/value.js';
import type { Interp, LastRead } from '../../core/interp.js';

const globs = new WeakMap<LastRead, PerlGlob>();

export class LastHandleScalar extends MagicScalar {
  private readonly perl: Interp;
  constructor(perl: Interp) {
    super();
    this.perl = perl;
  }
  fetch(): PerlValue {
    const handle = this.perl.lastRead;
    if (handle === null) return undefined;
    let glob = globs.get(handle);
    if (glob === undefined) {
      glob = new PerlGlob(this.perl.stash('main'), handle.name);
      glob.io = handle as unknown as PerlGlob['io'];
      globs.set(handle, glob);
    }
    return glob;
  }
  store(): void {
    this.perl.die('Modification of a read-only value attempted');
  }
}
