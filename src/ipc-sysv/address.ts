import { diagnostics } from '../runtime/diagnostics.js';
import type { Bytes } from '../runtime/host.js';
import type { ModuleHost } from './module-host.js';

/** An address in Perl is a native pointer as a byte string: `pack 'J'`. */
const POINTER_SIZE = 8;

const pointer = new BigUint64Array(1);
const pointerBytes = Buffer.from(pointer.buffer);

export function packAddress(address: bigint): string {
  pointer[0] = address;
  return pointerBytes.toString('latin1');
}

/** IPC::SysV's test of an address argument: a plain string of a pointer's length; anything else dies. */
export function addressOf<S>(host: ModuleHost<S>, scalar: S): bigint {
  const bytes = host.stringIn(scalar);
  if (bytes?.length !== POINTER_SIZE) host.croak(diagnostics.invalidAddress);
  return unpackAddress(bytes);
}

/** Programs use the same address again and again. */
let latest: Bytes = '';
let latestAddress = 0n;

function unpackAddress(bytes: Bytes): bigint {
  if (typeof bytes === 'string' && bytes === latest) return latestAddress;
  if (typeof bytes === 'string') pointerBytes.write(bytes, 'latin1');
  else pointerBytes.set(bytes);
  latest = typeof bytes === 'string' ? bytes : '';
  latestAddress = pointer[0] ?? 0n;
  return latestAddress;
}
