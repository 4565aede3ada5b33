import { EFAULT } from '../abi/linux-errno.js';
import { IPC_STAT } from '../abi/linux-ipc.js';
import { sharedStructs } from '../abi/struct-layouts.js';
import type { Kernel, SegmentCopy } from './kernel.js';
import { sizeOf } from './kept-segment.js';
import type { SegmentIo, SegmentMode } from './segment-io.js';

const { size: SHMID_DS_SIZE } = sharedStructs.shmid_ds;

/**
 * Perl's own sequence of system calls, one for one: shmctl IPC_STAT, the range check, shmat, and later shmdt. Whoever
 * looks from outside (nattch, atime, lpid, strace) sees what real perl would show.
 */
export class ExactSegmentIo implements SegmentIo {
  private readonly kernel: Kernel;
  private readonly shmid_ds = new Uint8Array(SHMID_DS_SIZE);
  private readonly status = new Int32Array(this.shmid_ds.buffer);

  constructor(kernel: Kernel) {
    this.kernel = kernel;
  }

  attach(shmid: number, position: number, size: number, mode: SegmentMode): bigint {
    const status = this.kernel.shmctl(shmid, IPC_STAT, this.shmid_ds);
    if (status < 0) return BigInt(status);
    const segsz = sizeOf(this.status);
    if (position < 0 || size < 0 || position + size > segsz) return BigInt(-EFAULT);
    const { kernel } = this;
    return kernel.attachBriefly?.(shmid, mode, segsz, position, size) ?? kernel.shmat(shmid, 0n, mode);
  }

  release(address: bigint): number {
    return this.kernel.shmdt(address);
  }

  readonly copy: SegmentCopy = (shmid, position, length, padding, flags, ours) => {
    if (position < 0 || length < 0) return undefined;
    return this.kernel.copyBriefly?.(shmid, position, length, padding, flags, ours);
  };
}
