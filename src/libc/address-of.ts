import { koffi } from './libc.js';

/**
 * The address of an array's memory. Asking costs 30 ns, so the answers for the arrays asked about last are remembered:
 * the scratch memory of the builtins, and the variables that keep their bytes, come again and again.
 */
export function addressOf(array: Uint8Array): bigint {
  if (array === latest && array.length !== 0) return latestAddress;
  return remembered(array);
}

let latest: Uint8Array | undefined;
let latestAddress = 0n;

const REMEMBERED = 8;
const LONG = 2 ** 18;
const arrays: (Uint8Array | undefined)[] = Array.from({ length: REMEMBERED });
const addresses: bigint[] = Array.from({ length: REMEMBERED }, () => 0n);
let next = 0;

function remembered(array: Uint8Array): bigint {
  // An array without bytes may be one that has lost its memory (ArrayBuffer.prototype.transfer); a long one should not be
  // kept from being collected.
  if (array.length === 0 || array.length > LONG) return koffi().address(array);
  let place = arrays.indexOf(array);
  if (place < 0) {
    place = next;
    next = (next + 1) % REMEMBERED;
    arrays[place] = array;
    addresses[place] = koffi().address(array);
  }
  latest = array;
  latestAddress = addresses[place] as bigint;
  return latestAddress;
}
