import { EFAULT } from '../abi/linux-errno.js';
import { koffi, libc } from './libc.js';
import { sys } from './results.js';
import { makeScratch, type Scratch } from './scratch.js';

/**
 * Reading and writing at any address without the risk of a SIGSEGV: process_vm_readv(2) on ourselves. The kernel checks
 * the pages, also for an unprivileged process, and answers EFAULT, or a short count where a range runs out of memory.
 */

/** Two struct iovec: ours, then theirs. */
let iovecs: Scratch | undefined;

function describe(ours: Uint8Array, theirs: bigint, length: number): bigint {
  iovecs ??= makeScratch(128);
  iovecs.uint64[0] = koffi().address(ours);
  iovecs.uint64[1] = BigInt(length);
  iovecs.uint64[2] = BigInt.asUintN(64, theirs);
  iovecs.uint64[3] = BigInt(length);
  return iovecs.address;
}

/** The number of bytes copied from the address, or -EFAULT. The pid is asked for each time: fork changes it. */
export function readAnywhere(address: bigint, into: Uint8Array, length: number): number {
  if (length === 0) return 0;
  if (length > into.length) return -EFAULT;
  const ours = describe(into, address, length);
  return sys.process_vm_readv(libc.getpid(), ours, 1, ours + 16n, 1, 0);
}

/** The number of bytes copied to the address, or -EFAULT where nothing is mapped or the memory is read-only. */
export function writeAnywhere(address: bigint, from: Uint8Array, length: number): number {
  if (length === 0) return 0;
  if (length > from.length) return -EFAULT;
  const ours = describe(from, address, length);
  return sys.process_vm_writev(libc.getpid(), ours, 1, ours + 16n, 1, 0);
}

const PAGE = 4096;

/** The bytes of a C string anywhere in memory up to its NUL, read page by page; -EFAULT if memory ends before it. */
export function readCStringAnywhere(address: bigint): Uint8Array | number {
  const pages: Uint8Array[] = [];
  for (let at = address; ; ) {
    const page = new Uint8Array(PAGE - (Number(BigInt.asUintN(12, at)) % PAGE));
    const count = readAnywhere(at, page, page.length);
    if (count < 0) return count;
    const nul = page.subarray(0, count).indexOf(0);
    pages.push(page.subarray(0, nul < 0 ? count : nul));
    if (nul >= 0) return Buffer.concat(pages);
    if (count < page.length) return -EFAULT;
    at += BigInt(count);
  }
}
