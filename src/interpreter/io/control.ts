/** flock, fcntl and ioctl (perlfunc): the calls of the same names on the handle's descriptor. */
import { EBADF } from '../../abi/linux-errno.js';
import { LOCK_NB } from '../../abi/linux-files.js';
import { sys } from '../../libc/results.js';
import type { Op } from '../../runtime/active.js';
import { int, looksLikeNumber, str } from '../../runtime/convert.js';
import type { Scalar } from '../../runtime/scalar.js';
import { ZERO_BUT_TRUE } from '../../runtime/value.js';
import type { PerlValue } from '../../runtime/value.js';
import { interruptedOnce } from '../process/signal-delivery.js';
import type { FileHandle } from './file-handle.js';
import { closeForgotten } from './forgotten.js';
import { handleIn, requiredGlob } from './handles.js';
import { fail } from './perl.js';
import { reportClosed } from './report.js';

export function lockFile(op: Op, value: PerlValue, operation: PerlValue): PerlValue {
  const handle = openHandle(value, 'flock');
  if (handle === null) return 0;
  const how = Number(int(operation, op));
  handle.flush();
  // Perl would have closed a handle whose variable is gone, and so given up its lock.
  handle.awaited = true;
  if (sys.flock(handle.fd, how | LOCK_NB) === 0) return 1;
  closeForgotten();
  const result = interruptedOnce(() => sys.flock(handle.fd, how));
  if (result < 0) fail(result);
  return result === 0 ? 1 : 0;
}

function openHandle(value: PerlValue, op: string): FileHandle | null {
  const glob = requiredGlob(value);
  const handle = handleIn(glob);
  if (handle?.stream) return handle;
  reportClosed(glob, op);
  return null;
}

type Control = (fd: number, command: number, argument: number | Uint8Array) => number;

/** The scalar is an integer, or a struct as a string, which the call may change. */
function control(name: string, call: Control, op: Op, value: PerlValue, command: PerlValue, scalar: Scalar): PerlValue {
  const handle = openHandle(value, name);
  if (handle === null) return undefined;
  const v = scalar.v;
  const number = Number(int(command, op));
  if (handle.fd < 0) return fail(-EBADF);
  if (typeof v !== 'string' || looksLikeNumber(v)) {
    const argument = v === undefined ? 0 : Number(int(v, op));
    return answer(interruptedOnce(() => call(handle.fd, number, argument)));
  }
  return structControl(call, handle.fd, number, scalar, str(v, op));
}

/** Structs get room to grow in (perl gives ioctl 256 bytes). */
function structControl(call: Control, fd: number, command: number, scalar: Scalar, text: string): PerlValue {
  const memory = Buffer.alloc(Math.max(text.length, 256));
  memory.write(text, 'latin1');
  const result = interruptedOnce(() => call(fd, command, memory));
  const length = text.length === 0 ? 256 : text.length;
  if (result >= 0) scalar.v = memory.toString('latin1', 0, length);
  return answer(result);
}

function answer(result: number): PerlValue {
  if (result < 0) return fail(result);
  return result === 0 ? ZERO_BUT_TRUE : result;
}

export function fileControl(op: Op, value: PerlValue, command: PerlValue, scalar: Scalar): PerlValue {
  return control('fcntl', (fd, n, argument) => sys.fcntl(fd, n, argument), op, value, command, scalar);
}

export function inputOutputControl(op: Op, value: PerlValue, command: PerlValue, scalar: Scalar): PerlValue {
  return control('ioctl', (fd, n, argument) => sys.ioctl(fd, n, argument), op, value, command, scalar);
}
