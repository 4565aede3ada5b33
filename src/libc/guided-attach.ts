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

/** What one page of page tables maps, where pages have 4 KiB: WISH is a multiple of it. */
const BLOCK = 1n << 21n;
const PAGE = 4096n;
const PAGE_SIZE = Number(PAGE);
/** Far below what the kernel gives out by itself. */
const WISH = 0x2000_0000_0000n;

interface Hole {
  readonly address: bigint;
  taken: boolean;
}

/** By the number of pages; null: there can be none. */
const holes = new Map<number, Hole | null>();
const MOST_HOLES = 256;
/** Longer segments are attached where the kernel likes. */
const MOST_PAGES = 2 ** 18;
/** The addresses that are still to be made holes of, page tables in common. */
let rest: { from: bigint; readonly to: bigint } | null = null;
let shmat: Libc['shmat'] | undefined;

/** Where to attach a segment of that size, or 0 for wherever the kernel likes. */
export function placeFor(size: number): bigint {
  if (size <= 0) return 0n;
  const pages = pagesOf(size);
  let hole = holes.get(pages);
  if (hole === undefined) {
    hole = makeHole(pages);
    holes.set(pages, hole);
  }
  return hole === null || hole.taken ? 0n : hole.address;
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

function pagesOf(size: number): number {
  return Math.ceil(size / PAGE_SIZE);
}

/** Makes a hole of so many pages between two of ours; short ones lie side by side. */
function makeHole(pages: number): Hole | null {
  if (process.arch !== 'x64' || pages > MOST_PAGES || holes.size >= MOST_HOLES) return null;
  const length = BigInt(pages) * PAGE;
  const inBlock = length <= BLOCK / 4n;
  if (inBlock && (rest === null || rest.from + length + PAGE >= rest.to)) rest = reserve(BLOCK);
  const region = inBlock ? rest : reserve(length + 2n * PAGE);
  if (region === null) return null;
  const address = region.from + PAGE;
  region.from = address + length;
  libc.memset(region.from, 1, 1);
  sys.munmap(address, length);
  return { address, taken: false };
}

/** Addresses of which only the first page is there. */
function reserve(length: bigint): { from: bigint; readonly to: bigint } | null {
  const errno = errnoCell();
  const flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
  const mapped = libc.mmap(WISH, length, PROT_READ | PROT_WRITE, flags, -1, 0);
  const from = addressOrErrno(mapped, errno);
  if (from < 0n) return null;
  libc.memset(from, 1, 1);
  return { from, to: from + length };
}
