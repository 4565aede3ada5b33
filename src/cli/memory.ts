/** --kernel=memory: System V IPC without the kernel, and the notice that it is so. */
import type { Interp } from '../interpreter/core/interp.js';
import { setUpSysV } from '../interpreter/sysv/sysv.js';
import { MemoryKernel } from '../kernel-memory/memory-kernel.js';

export function useMemoryKernel(perl: Interp): void {
  const kernel = new MemoryKernel();
  perl.writeError(
    `perl-sysv: ${kernel.description} (--kernel=memory): no other process sees it, nor does a forked child\n`,
  );
  setUpSysV(perl, { kernel, failedGet: perl.failedGet });
}
