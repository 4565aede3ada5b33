/**
 * shmat(2) at an address of our choice. The kernel needs a page of page tables for every 2 MB of addresses, and gives it
 * back with the last page mapped in there; between two pages of ours it stays, which saves a fifth of the time of a
 * short attachment. Where the place is taken, the kernel chooses as ever.
 */
import { MAP_ANONYMOUS, MAP_NORESERVE, MAP_PRIVATE, PROT_READ, PROT_WRITE } from '../abi/linux-process.js';
import { errnoCell } from './errno.js';
import { bind, type Libc, libc } from './libc.js';
import { addressOrErrno, sys } from './results.js';

/** What one page of page tables maps, where pages have 4 KiB. */
const BLOCK = 1n << 21n;
const PAGE = 4096n;
const ROOM = Number(BLOCK - 2n * PAGE);
/** Far below what the kernel gives out by itself. */
const WISH = 0x2000_0000_0000n;

let place: bigint | undefined;
let shmat: Libc['shmat'] | undefined;

/** Attaches a segment of that size for a short time: the address, or -errno as a negative bigint. */
export function guidedAttach(shmid: number, flags: number, size: number): bigint {
  const errno = errnoCell();
  shmat ??= bind('shmat');
  place ??= process.arch === 'x64' ? reserve() : 0n;
  if (size <= ROOM && place !== 0n) {
    const there = shmat(shmid, place, flags);
    if (there === place) return there;
  }
  const result = shmat(shmid, 0n, flags);
  return addressOrErrno(result, errno);
}

/** The address after the first page of a block, of which only the first and the last page are mapped; 0 for failure. */
function reserve(): bigint {
  const errno = errnoCell();
  const flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
  const mapped = libc.mmap(WISH, 2n * BLOCK, PROT_READ | PROT_WRITE, flags, -1, 0);
  const start = addressOrErrno(mapped, errno);
  if (start < 0n) return 0n;
  const block = (start + BLOCK - 1n) & -BLOCK;
  const last = block + BLOCK - PAGE;
  libc.memset(block, 1, 1);
  libc.memset(last, 1, 1);
  if (block > start) sys.munmap(start, block - start);
  sys.munmap(block + PAGE, BLOCK - 2n * PAGE);
  sys.munmap(last + PAGE, start + 2n * BLOCK - last - PAGE);
  return block + PAGE;
}
