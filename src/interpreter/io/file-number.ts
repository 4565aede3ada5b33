/** fileno (perlfunc). */
import { EBADF } from '../../abi/linux-errno.js';
import type { Op } from '../../runtime/active.js';
import type { PerlValue } from '../../runtime/value.js';
import { globOf, handleIn } from './handles.js';
import { fail } from './perl.js';
import { tiedCall } from './tied-handle.js';

export function fileNumber(_op: Op, value: PerlValue): PerlValue {
  const handle = handleIn(globOf(value));
  if (handle === null) return fail(-EBADF);
  if (handle.tied !== undefined) return tiedCall(handle, 'FILENO', []);
  return handle.stream === null ? fail(-EBADF) : handle.fd;
}
