import { EFAULT } from '../abi/linux-errno.js';
import { IPC_STAT, SHM_RDONLY } from '../abi/linux-ipc.js';
import { sharedStructs } from '../abi/struct-layouts.js';
import { BurstHistory } from './burst-history.js';
import { POPULATE_FROM, populate } from './bulk-copy.js';
import { errnoCell } from './errno.js';
import { copyExactly, copyKept } from './gate/copy.js';
import { gate } from './gate/gate.js';
import { guidedAttach, setTaken } from './guided-attach.js';
import { canTime, startTimer, stopTimer } from './idle-timer.js';
import { BURST, FLAGS, IN_HAND, keeping, keptAddresses, onLetGo, RUNNING, TICKS, USED } from './keeping.js';
import { isRemoved, isSame, type KeptSegment, sizeOf, type Status, Statuses } from './kept-segment.js';
import type { SegmentCopy } from './kernel.js';
import { bind, type Libc } from './libc.js';
import { makeScratch } from './scratch.js';
import { type SegmentIo, type SegmentMode, WRITE } from './segment-io.js';

/** No more than this is kept attached at a time, in bytes. */
const MOST_BYTES = 256 * 2 ** 20;
/** Longer copies are memcpy's. */
const MOST_AT_ONCE = 2 ** 18;
/** A kept segment that was not used for so many uses, times the number of segments, makes room for another. */
const STALE = 4;

/**
 * Attachments that outlive the call, for a program that uses a segment again and again: mapping and page faults are
 * nearly all that a shmread costs. To other processes the program looks like one that happens to be inside shmread or
 * shmwrite (docs/architecture.md, "Kept attachments", says why nobody can tell).
 *
 * - Every call asks the kernel about the segment, as Perl does. Any change ends in Perl's own sequence of system calls.
 * - All attachments go before any system call that may sleep or that others can notice (letGo in keeping.ts, called by
 *   results.ts), at the end of a synchronous run, and, by a timer, when they have not been used for some milliseconds.
 */
class KeptSegmentIo implements SegmentIo {
  private readonly kept = new Map<number, KeptSegment>();
  private latest: KeptSegment | undefined;
  private readonly history = new BurstHistory();
  private readonly errno = errnoCell();
  private readonly scratch = makeScratch(sharedStructs.shmid_ds.size);
  private readonly status: Status = this.scratch.int32;
  private readonly statuses = new Statuses();
  private readonly places = [...keptAddresses.keys()].reverse();
  private readonly gate = gate();
  private readonly shmctl: Libc['shmctl'] = bind('shmctl');
  private readonly shmdt: Libc['shmdt'] = bind('shmdt');
  private inHand: bigint | undefined;
  private bytes = 0;
  private uses = 0;
  private microtask = false;

  constructor() {
    onLetGo(() => this.letGo());
  }

  attach(shmid: number, position: number, size: number, mode: SegmentMode): bigint {
    let result = this.shmctl(shmid, IPC_STAT, this.scratch.address);
    if (result === -1) result = -(this.errno[0] as number);
    if (keeping[IN_HAND] === 0) {
      const known = this.find(shmid);
      if (known !== undefined) {
        // From here on the handler leaves it attached.
        keeping[IN_HAND] = 1;
        if (result === 0 && this.isThere(known, mode) && isSame(this.status, known.status))
          return this.takeInHand(known, position, size);
        result = this.statWithout(known);
        keeping[IN_HAND] = 0;
      }
    }
    if (result < 0) return BigInt(result);
    const segsz = sizeOf(this.status);
    if (position < 0 || size < 0 || position + size > segsz) return BigInt(-EFAULT);
    if (keeping[IN_HAND] !== 0 || !this.isWorthKeeping(shmid, mode)) {
      return this.attachBriefly(shmid, mode, segsz, position, size);
    }
    return this.keep(shmid, mode, position, size);
  }

  release(address: bigint): number {
    if (address === this.inHand) {
      this.inHand = undefined;
      keeping[IN_HAND] = 0;
      return 0;
    }
    return this.shmdt(address) === -1 ? -(this.errno[0] as number) : 0;
  }

  readonly copy: SegmentCopy = (shmid, position, length, padding, flags, ours) => {
    if (this.gate === null || position < 0 || length < 0 || keeping[IN_HAND] !== 0) return undefined;
    const known = this.find(shmid);
    if (known === undefined) return this.copyBriefly(shmid, position, length, padding, flags, ours);
    if (length > MOST_AT_ONCE || position + length + padding > known.size) return undefined;
    // From here on the handler leaves it attached.
    keeping[IN_HAND] = 1;
    const { address, statusAddress } = known;
    const result = this.isThere(known, flags)
      ? copyKept(this.gate.kept, address, statusAddress, shmid, position, length, padding, flags, ours)
      : 1;
    keeping[IN_HAND] = 0;
    if (result !== 0) return undefined;
    this.note(known);
    return 0;
  };

  /** Ends the burst: every attachment goes, but for one that a call is using right now. */
  letGo(): void {
    const nested = keeping[IN_HAND];
    keeping[IN_HAND] = 1;
    for (const segment of this.kept.values()) {
      if (segment.address === this.inHand) continue;
      if (keeping[FLAGS + segment.place] !== 0) this.renew(segment);
      this.detach(segment);
    }
    stopTimer();
    keeping[BURST] = 0;
    this.history.next();
    keeping[IN_HAND] = nested as number;
  }

  private find(shmid: number): KeptSegment | undefined {
    const { latest } = this;
    return latest !== undefined && latest.shmid === shmid ? latest : this.kept.get(shmid);
  }

  /** Is it still attached, as the call wants it, and in this second? */
  private isThere(segment: KeptSegment, mode: number): boolean {
    if (keeping[FLAGS + segment.place] === 0) return false;
    if (mode === WRITE && !segment.writable) return false;
    const tick = keeping[TICKS] as number;
    if (tick !== segment.tick) {
      segment.tick = tick;
      // Attached anew in every second, so that shm_atime is right.
      return currentSecond() === segment.second;
    }
    return true;
  }

  /** Another use. */
  private note(segment: KeptSegment): void {
    this.latest = segment;
    segment.used = ++this.uses;
    segment.hits++;
    keeping[USED] = 1;
  }

  private takeInHand(segment: KeptSegment, position: number, size: number): bigint {
    this.note(segment);
    if (position < 0 || size < 0 || position + size > segment.size) {
      keeping[IN_HAND] = 0;
      return BigInt(-EFAULT);
    }
    this.inHand = segment.address;
    return segment.address;
  }

  /** What the kernel says of a segment that is not as it was, once we have detached it: it may be gone then. */
  private statWithout(segment: KeptSegment): number {
    this.detach(segment);
    return this.shmctl(segment.shmid, IPC_STAT, this.scratch.address) === -1 ? -(this.errno[0] as number) : 0;
  }

  /** By the uses of this burst and the last; and never one that somebody has removed. */
  private isWorthKeeping(shmid: number, mode: SegmentMode): boolean {
    keeping[BURST] = 1;
    this.uses++;
    return this.history.use(shmid, mode === WRITE) && !isRemoved(this.status) && this.makeRoom(sizeOf(this.status));
  }

  /** A segment that is not kept and need not be. */
  private readonly copyBriefly: SegmentCopy = (shmid, position, length, padding, flags, ours) => {
    if (this.history.wouldKeep(shmid) && this.makeRoom(1)) return undefined;
    keeping[BURST] = 1;
    this.uses++;
    this.history.use(shmid, flags === WRITE);
    return copyExactly(shmid, position, length, padding, flags, ours);
  };

  private keep(shmid: number, mode: SegmentMode, position: number, length: number): bigint {
    const size = sizeOf(this.status);
    const place = this.places.pop() as number;
    const then = this.statuses.keep(place, this.status);
    // The handler stops the timer when it finds nothing in hand.
    keeping[IN_HAND] = 1;
    const timed = keeping[RUNNING] !== 0 || startTimer();
    const writable = mode === WRITE || (timed && this.history.isWritten(shmid));
    const address = this.attachFor(shmid, mode, writable, size);
    if (address < 0n || !timed) {
      this.places.push(place);
      keeping[IN_HAND] = 0;
      return address;
    }
    if (length >= POPULATE_FROM) populate(address, position, length, writable ? WRITE : mode);
    this.remember({
      ...{ shmid, place, address, size, ...then, hits: 0 },
      writable: writable && this.attachedForWriting,
      second: currentSecond(),
      tick: keeping[TICKS] as number,
      used: ++this.uses,
    });
    return address;
  }

  private attachBriefly(shmid: number, mode: SegmentMode, size: number, position: number, length: number): bigint {
    const address = guidedAttach(shmid, mode, size);
    if (address >= 0n && length >= POPULATE_FROM) populate(address, position, length, mode);
    return address;
  }

  private attachedForWriting = false;

  /** For writing as well where that is allowed. */
  private attachFor(shmid: number, mode: SegmentMode, writable: boolean, size: number): bigint {
    const address = guidedAttach(shmid, writable ? WRITE : mode, size);
    this.attachedForWriting = writable && address >= 0n;
    return address < 0n && writable && mode !== WRITE ? guidedAttach(shmid, mode, size) : address;
  }

  private remember(segment: KeptSegment): void {
    const { shmid, place, address, size } = segment;
    this.kept.set(shmid, segment);
    this.latest = segment;
    this.bytes += size;
    keptAddresses[place] = address;
    setTaken(address, size, true);
    keeping[FLAGS + place] = 1;
    keeping[USED] = 1;
    keeping[BURST] = 1;
    this.inHand = address;
    this.endWithRun();
  }

  /**
   * Is there room for another, a place and memory? What was not used for long makes room. Who goes through more segments
   * in turn than can be kept has the first ones kept, instead of each one let go before it comes again.
   */
  private makeRoom(size: number): boolean {
    if (size > MOST_BYTES) return false;
    for (let tries = this.kept.size; !this.hasRoom(size); tries--) {
      const [candidate] = this.kept.values();
      if (candidate === undefined || tries === 0) return false;
      const detached = keeping[FLAGS + candidate.place] === 0;
      if (!detached && this.uses - candidate.used <= STALE * this.kept.size) {
        // Look at another one the next time.
        this.kept.delete(candidate.shmid);
        this.kept.set(candidate.shmid, candidate);
        return false;
      }
      this.detach(candidate);
    }
    return true;
  }

  private hasRoom(size: number): boolean {
    return this.places.length > 0 && this.bytes + size <= MOST_BYTES;
  }

  /** What was used in a later second than it was attached in shows that second. */
  private renew(segment: KeptSegment): void {
    if (currentSecond() === segment.second) return;
    const address = guidedAttach(segment.shmid, SHM_RDONLY, segment.size);
    if (address >= 0n) this.shmdt(address);
  }

  private detach(segment: KeptSegment): void {
    if (keeping[FLAGS + segment.place] !== 0) {
      keeping[FLAGS + segment.place] = 0;
      this.shmdt(segment.address);
    }
    this.forget(segment);
  }

  private forget(segment: KeptSegment): void {
    this.kept.delete(segment.shmid);
    this.places.push(segment.place);
    setTaken(segment.address, segment.size, false);
    this.bytes -= segment.size;
    if (this.latest === segment) this.latest = undefined;
    this.history.used(segment.shmid, segment.hits);
  }

  /** At the end of a synchronous run, under an event loop. */
  private endWithRun(): void {
    if (this.microtask) return;
    this.microtask = true;
    queueMicrotask(() => {
      this.microtask = false;
      if (keeping[BURST] !== 0) this.letGo();
    });
  }
}

function currentSecond(): number {
  return Math.floor(Date.now() / 1000);
}

let shared: KeptSegmentIo | undefined;

/** The one of this process, or undefined where attachments cannot be kept: without machine code, in a worker thread. */
export function keptSegmentIo(): KeptSegmentIo | undefined {
  if (!canTime()) return undefined;
  shared ??= new KeptSegmentIo();
  return shared;
}
