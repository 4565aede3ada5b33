/** What lies at the addresses that a program may hold (perlfunc pack, letters p and P): packed strings, segments. */
import type { ModuleEnvironment } from '../../ipc-sysv/module-environment.js';
import type { HostMemory } from '../../runtime/host.js';
import type { Slot } from '../../runtime/value.js';
import { readMemory, writeMemory } from '../functions/pack-pointer.js';

/** The Perl strings that were packed, for the builtins and memread, memwrite. */
export const packedStrings: HostMemory = {
  read(address, length) {
    const text = readMemory(address, length);
    return text === undefined ? undefined : Buffer.from(text, 'latin1');
  },
  write: (address, bytes) => writeMemory(address, Buffer.from(bytes).toString('latin1')),
};

/** The attached segments, for unpack. Read through the kernel, so that a wrong address cannot kill us. */
export function attachedSegments({ kernel, attachments }: ModuleEnvironment<Slot>): HostMemory {
  return {
    read(address, length) {
      if (attachments.around(address, BigInt(length)) === undefined) return undefined;
      const bytes = new Uint8Array(length);
      return kernel.readAnywhere(address, bytes, length) === length ? bytes : undefined;
    },
    write: (address, bytes) =>
      attachments.around(address, BigInt(bytes.length))?.readOnly === false &&
      kernel.writeAnywhere(address, bytes, bytes.length) === bytes.length,
  };
}
