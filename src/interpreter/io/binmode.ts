/** binmode (perlfunc): change the layers of an open handle. */
import { EINVAL } from '../../abi/linux-errno.js';
import type { Op } from '../../runtime/active.js';
import { str } from '../../runtime/convert.js';
import type { PerlValue } from '../../runtime/value.js';
import { handleIn, requiredGlob } from './handles.js';
import { applyLayers } from './layers.js';
import { fail } from './perl.js';
import { reportClosed } from './report.js';
import { tiedCall } from './tied-handle.js';

export function setLayers(op: Op, value: PerlValue, ...layers: PerlValue[]): PerlValue {
  const glob = requiredGlob(value);
  const handle = handleIn(glob);
  if (handle?.tied !== undefined && handle !== null) return tiedCall(handle, 'BINMODE', layers);
  if (!handle?.stream) return reportClosed(glob, 'binmode');
  const changed = applyLayers(handle.layers, layers.length > 0 ? str(layers[0], op) : ':raw');
  if (changed === null) return fail(-EINVAL);
  handle.layers = changed;
  return 1;
}
