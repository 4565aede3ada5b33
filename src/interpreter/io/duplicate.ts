/** `>&` and `>&=`: a second descriptor, or a second handle on the same one (perlfunc open). */
import fs from 'node:fs';
import { EBADF } from '../../abi/linux-errno.js';
import type { PerlValue } from '../../runtime/value.js';
import { dup, setCloseOnExec } from '../process/system-calls.js';
import { DescriptorStream } from './descriptor-stream.js';
import { handleIn, globOf } from './handles.js';
import { attempt } from './node-errno.js';
import { perl } from './perl.js';
import { shareDescriptor } from './shared-descriptors.js';
import type { Stream } from './stream.js';
import { lastSystemDescriptor } from './system-descriptors.js';

/** The descriptor an operand names: a number, or a handle; its output is flushed first. */
function descriptorOf(operand: PerlValue): number {
  if (typeof operand === 'number') return operand;
  if (typeof operand === 'string' && /^\s*\d+\s*$/.test(operand)) return Number(operand);
  if (operand === undefined) return perl().die("Can't use an undefined value as filehandle reference");
  const handle = handleIn(globOf(typeof operand === 'string' ? operand.trim() : operand));
  if (handle === null && typeof operand === 'string') perl().die(`Bad filehandle: ${operand.trim()}`);
  if (!handle?.stream) return -1;
  handle.flush();
  return handle.fd;
}

export function openDuplicate(operand: PerlValue, alias: boolean): Stream | number {
  const fd = descriptorOf(operand);
  if (fd < 0) return -EBADF;
  if (alias) {
    const open = attempt(() => fs.fstatSync(fd));
    if (open < 0) return open;
    shareDescriptor(fd);
    return new DescriptorStream(fd);
  }
  const copy = dup(fd);
  if (copy < 0) return copy;
  if (copy > lastSystemDescriptor()) setCloseOnExec(copy, true);
  return new DescriptorStream(copy);
}
