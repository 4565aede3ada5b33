/** Special variables about input and output: $. $| and $^F (perlvar). */
import { int, truthy } from '../../runtime/convert.js';
import type { Interp } from '../core/interp.js';
import { FunctionScalar } from '../process/environment-scalars.js';
import { FileHandle } from './file-handle.js';
import { handleIn, makeHandle } from './handles.js';
import { lastSystemDescriptor, setLastSystemDescriptor } from './system-descriptors.js';

export function installIoVariables(perl: Interp): void {
  perl.glob('main::/').s.v = '\n';
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
