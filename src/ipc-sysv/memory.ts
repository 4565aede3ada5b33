import { writePadded } from '../libc/segment-io.js';
import { diagnostics } from '../runtime/diagnostics.js';
import type { Bytes, Integer } from '../runtime/host.js';
import { addressOf } from './address.js';
import type { Attachment } from './attachments.js';
import { toArray } from './bytes.js';
import type { ModuleEnvironment } from './module-environment.js';

/**
 * What lies at an address. Perl reads and writes there whatever it is; here only the program's own attachments and the
 * strings whose addresses the host's `pack 'P'` gave away are reached, and anything else is an exception.
 */

/** ADDR plus POS, which wraps as C's pointers do: a POS of -1 is the byte before. */
export function startOfRange<S>(env: ModuleEnvironment<S>, address: S, position: Integer): bigint {
  const start = addressOf(env.host, address);
  return position === 0 ? start : BigInt.asUintN(64, start + BigInt(position));
}

/** The bytes of a range, in memory that is good until the next call. */
export function readMemory<S>(env: ModuleEnvironment<S>, base: bigint, length: Integer): Uint8Array {
  const { host, kernel, scratch } = env;
  const attachment = env.attachments.around(base, length);
  const size = Number(length);
  if (attachment === undefined && size > 0) {
    return host.memory?.read(base, size) ?? host.croak(diagnostics.outsideAttachments('memread'));
  }
  const bytes = scratch.exactly(size);
  if (attachment !== undefined && size > 0) kernel.read(placeIn(attachment, base), bytes, size);
  return bytes;
}

/** Writes the bytes, cut or filled with NULs to the length. */
export function writeMemory<S>(env: ModuleEnvironment<S>, base: bigint, length: Integer, bytes: Bytes): void {
  const { host, kernel, scratch } = env;
  if (length === 0) return;
  const attachment = env.attachments.around(base, length);
  if (attachment === undefined) {
    if (!host.memory?.write(base, padded(bytes, Number(length)))) {
      host.croak(diagnostics.outsideAttachments('memwrite'));
    }
    return;
  }
  if (attachment.readOnly) host.croak(diagnostics.readOnlyAttachment('memwrite'));
  const address = placeIn(attachment, base);
  writePadded(kernel, address, Number(length), scratch.hold(bytes), bytes.length);
}

/** Where that address of the program's really is. */
function placeIn({ address, base }: Attachment, at: bigint): bigint {
  return at === base ? address : address + at - base;
}

function padded(bytes: Bytes, length: number): Uint8Array {
  const whole = new Uint8Array(length);
  whole.set(toArray(bytes).subarray(0, length));
  return whole;
}
