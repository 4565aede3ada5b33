/**
 * fork(2) copies a page table entry for each page that is in use, and page tables for each stretch of addresses: V8 spreads
 * its pages of 256 KiB at random over the whole address space, each in need of page tables of its own. Memory that lies
 * together can be put into huge pages, which cost next to nothing to share.
 */
import { readFileSync } from 'node:fs';
import {
  MADV_COLLAPSE,
  MADV_DOFORK,
  MAP_ANONYMOUS,
  MAP_NORESERVE,
  MAP_PRIVATE,
  PROT_NONE,
} from '../abi/linux-process.js';
import type { AddressRange } from './fork.js';
import { libc } from './libc.js';
import { sys } from './results.js';

const HUGE = 0x20_0000n;
/** MAP_FAILED, as koffi gives it. */
const FAILED = 0xffff_ffff_ffff_ffffn;

/** Where V8 asks for its pages; the kernel itself places mappings above. Below, the heap of malloc(3) must be able to grow. */
const WISHED: AddressRange = {
  start: 0x2_0000_0000n,
  length: (process.arch === 'arm64' ? 0x40_0000_0000n : 0x4000_0000_0000n) - 0x2_0000_0000n,
};

/**
 * Runs `action` while all addresses are taken that V8 would choose: what it maps meanwhile the kernel puts side by side.
 * Nothing is used of what is taken but the addresses.
 */
export function placedTogether(action: () => void): void {
  const taken = holesWithin(readFileSync('/proc/self/maps', 'latin1'), WISHED).filter(take);
  try {
    action();
  } finally {
    for (const { start, length } of taken) sys.munmap(start, length);
  }
}

/** Writable memory that is mostly in use moves to huge pages, where the kernel can do that (madvise(2), Linux 6.1). */
export function useHugePages(): void {
  for (const { start, length } of hugeCandidates(readFileSync('/proc/self/smaps', 'latin1'))) {
    // Adjacent mappings that V8 has marked (fork.ts) and others are one only when they agree.
    sys.madvise(start, Number(length), MADV_DOFORK);
    for (let at = start; at < start + length; at += HUGE) sys.madvise(at, Number(HUGE), MADV_COLLAPSE);
  }
}

/** The address ranges within `range` where nothing is mapped (proc_pid_maps(5)). */
export function holesWithin(maps: string, range: AddressRange): AddressRange[] {
  const holes: AddressRange[] = [];
  const end = range.start + range.length;
  let at = range.start;
  for (const [, from, to] of maps.matchAll(/^([0-9a-f]+)-([0-9a-f]+) /gm)) {
    const next = BigInt(`0x${from}`);
    const stop = next < end ? next : end;
    if (stop > at) holes.push({ start: at, length: stop - at });
    const after = BigInt(`0x${to}`);
    if (after > at) at = after;
  }
  if (at < end) holes.push({ start: at, length: end - at });
  return holes;
}

/** What there is of whole huge pages in private memory of which at least half is in use (proc_pid_smaps(5)). */
export function hugeCandidates(smaps: string): AddressRange[] {
  const writable = /^([0-9a-f]+)-([0-9a-f]+) rw-p \S+ 00:00 0 *(?:\[heap\])?\n(?:[A-Z].*\n)*?Rss: +(\d+) kB/gm;
  const candidates: AddressRange[] = [];
  for (const [, from, to, used] of smaps.matchAll(writable)) {
    const [start, end] = [BigInt(`0x${from}`), BigInt(`0x${to}`)];
    if (BigInt(used as string) * 2048n < end - start) continue;
    const first = ((start + HUGE - 1n) / HUGE) * HUGE;
    const length = (end / HUGE) * HUGE - first;
    if (length > 0n) candidates.push({ start: first, length });
  }
  return candidates;
}

/** A mapping of exactly this range. Without MAP_FIXED the kernel takes another one if anything is there by now. */
function take({ start, length }: AddressRange): boolean {
  const address = libc.mmap(start, length, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (address !== start && address !== FAILED) sys.munmap(address, length);
  return address === start;
}
