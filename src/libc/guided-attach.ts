/**
 * shmat(2) at an address of our choice: a hole between two pages of ours that is exactly as long as the segment. There the
 * kernel has nothing to search, replaces an entry of its tree of mappings where it would have to rebuild a node, and keeps
 * the page of page tables that it would otherwise make and give back: 7 % of a short attachment. Where the hole is
 * taken, the kernel chooses as ever.
 */
import { MAP_ANONYMOUS, MAP_NORESERVE, MAP_PRIVATE, PROT_READ, PROT_WRITE } from '../abi/linux-process.js';
import { errnoCell } from './errno.js';
import { bind, type Libc, libc } from './libc.js';
import { addressOrErrno, sys } from './results.js';

/** What one page of page tables maps, where pages have 4 KiB. */
const BLOCK = 1n << 21n;
const PAGE = 4096n;
const PAGE_SIZE = Number(PAGE);
/** Far below what the kernel gives out by itself. */
const WISH = 0x2000_0000_0000n;

interface Hole {
  readonly address: bigint;
  taken: boolean;
}

/** By the number of pages. */
const holes = new Map<number, Hole>();
/** The addresses that are still to be made holes of: undefined before the first, null where there are none. */
let rest: { from: bigint; readonly to: bigint } | null | undefined;
let shmat: Libc['shmat'] | undefined;

/** Where to attach a segment of that size, or 0 for wherever the kernel likes. */
export function placeFor(size: number): bigint {
  const hole = holeFor(size);
  return hole === undefined || hole.taken ? 0n : hole.address;
}

/** Attaches a segment of that size: the address, or -errno as a negative bigint. */
export function guidedAttach(shmid: number, flags: number, size: number): bigint {
  const errno = errnoCell();
  shmat ??= bind('shmat');
  const place = placeFor(size);
  if (place !== 0n) {
    const there = shmat(shmid, place, flags);
    if (there === place) return there;
  }
  const result = shmat(shmid, 0n, flags);
  return addressOrErrno(result, errno);
}

/** Whether an attachment of that size is going to stay at an address. */
export function setTaken(address: bigint, size: number, taken: boolean): void {
  const hole = holes.get(pagesOf(size));
  if (hole?.address === address) hole.taken = taken;
}

function holeFor(size: number): Hole | undefined {
  if (size <= 0) return undefined;
  const pages = pagesOf(size);
  return holes.get(pages) ?? makeHole(pages);
}

function pagesOf(size: number): number {
  return Math.ceil(size / PAGE_SIZE);
}

/** Makes a hole of so many pages behind the page of ours that ends the last one, and has another page follow. */
function makeHole(pages: number): Hole | undefined {
  rest ??= rest === undefined && process.arch === 'x64' ? reserve() : null;
  if (rest === null) return undefined;
  const address = rest.from + PAGE;
  const end = address + BigInt(pages) * PAGE;
  if (end >= rest.to) return undefined;
  libc.memset(end, 1, 1);
  sys.munmap(address, end - address);
  rest.from = end;
  const hole = { address, taken: false };
  holes.set(pages, hole);
  return hole;
}

/** A block of one page of page tables, reserved; its first page is there. */
function reserve(): { from: bigint; readonly to: bigint } | null {
  const errno = errnoCell();
  const flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
  const mapped = libc.mmap(WISH, 2n * BLOCK, PROT_READ | PROT_WRITE, flags, -1, 0);
  const start = addressOrErrno(mapped, errno);
  if (start < 0n) return null;
  const from = (start + BLOCK - 1n) & -BLOCK;
  const to = from + BLOCK;
  if (from > start) sys.munmap(start, from - start);
  sys.munmap(to, start + 2n * BLOCK - to);
  libc.memset(from, 1, 1);
  return { from, to };
}
