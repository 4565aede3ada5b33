/** Special variables about input and output: $. $| and $^F (perlvar). */
import { int, looksLikeReference, toNumber, truthy } from '../../runtime/convert.js';
import { MagicScalar } from '../../runtime/scalar.js';
import { refType } from '../../runtime/stringify-ref.js';
import type { PerlValue, ScalarRef } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';
import { FunctionScalar } from '../process/environment-scalars.js';
import { FileHandle } from './file-handle.js';
import { handleIn, makeHandle } from './handles.js';
import { lastSystemDescriptor, setLastSystemDescriptor } from './system-descriptors.js';

export function installIoVariables(perl: Interp): void {
  perl.glob('main::/').s = new InputSeparator(perl);
  perl.glob('main::.').s = new FunctionScalar(
    () => (perl.lastRead instanceof FileHandle && perl.lastRead.known ? perl.lastRead.lines : undefined),
    (v) => {
      if (perl.lastRead instanceof FileHandle) perl.lastRead.lines = Number(int(v, 'scalar assignment'));
    },
  );
  perl.glob('main::|').s = new FunctionScalar(
    () => (handleIn(perl.selected)?.autoflush ? 1 : 0),
    (v) => {
      const handle = makeHandle(perl.selected!);
      handle.autoflush = truthy(v);
      if (handle.autoflush) handle.flush();
    },
  );
  perl.glob('main::^F').s = new FunctionScalar(lastSystemDescriptor, (v) =>
    setLastSystemDescriptor(Number(int(v, 'scalar assignment'))),
  );
}

/** $/ : text, undef, or a reference to a positive integer, the size of records. */
class InputSeparator extends MagicScalar {
  private readonly perl: Interp;
  private value: PerlValue = '\n';
  constructor(perl: Interp) {
    super();
    this.perl = perl;
  }
  fetch(): PerlValue {
    return this.value;
  }
  store(v: PerlValue): void {
    if (looksLikeReference(v)) this.check(v);
    this.value = v;
  }
  private check(v: PerlValue): void {
    const kind = refType(v);
    if (kind !== 'SCALAR')
      this.perl.die(`Setting $/ to a${/^[AEIOU]/.test(kind) ? 'n' : ''} ${kind} reference is forbidden`);
    const size = toNumber((v as ScalarRef).target.v);
    if (size <= 0)
      this.perl.die(`Setting $/ to a reference to ${size === 0 ? 'zero' : 'a negative integer'} is forbidden`);
  }
}
