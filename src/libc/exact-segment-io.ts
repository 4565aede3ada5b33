import type { Kernel } from './kernel.js';
import type { SegmentIo, SegmentMode } from './segment-io.js';

/** Linux numbers, the same on every architecture this library knows (src/abi proves them). */
const IPC_STAT = 2;
const EFAULT = 14;
const SHMID_DS_SIZE = 112;
const SHM_SEGSZ_OFFSET = 48;

/**
 * Perl's own sequence of system calls, one for one: shmctl IPC_STAT, the range check, shmat, and later shmdt. Whoever
 * looks from outside (nattch, atime, lpid, strace) sees what real perl would show.
 */
export class ExactSegmentIo implements SegmentIo {
  private readonly kernel: Kernel;
  private readonly shmid_ds = new Uint8Array(SHMID_DS_SIZE);
  private readonly segsz = new BigUint64Array(this.shmid_ds.buffer, SHM_SEGSZ_OFFSET, 1);

  constructor(kernel: Kernel) {
    this.kernel = kernel;
  }

  attach(shmid: number, position: number, size: number, mode: SegmentMode): bigint {
    const status = this.kernel.shmctl(shmid, IPC_STAT, this.shmid_ds);
    if (status < 0) return BigInt(status);
    if (position < 0 || size < 0 || position + size > Number(this.segsz[0])) return BigInt(-EFAULT);
    return this.kernel.shmat(shmid, 0n, mode);
  }

  release(address: bigint): number {
    return this.kernel.shmdt(address);
  }
}
