import { statSync } from 'node:fs';
import { currentAbi } from '../abi/current-abi.js';
import { EDEADLK, EFAULT, EIDRM, EINTR, EINVAL, ENOENT } from '../abi/linux-errno.js';
import type { CtlArgument, FileIdentity, Kernel } from '../libc/kernel.js';
import { detachAll, type Place, placeOf, shmat, shmdt } from './address-space.js';
import { msgget, msgrcv, msgsnd } from './message-queues.js';
import { msgctl } from './msgctl.js';
import type { Process, ProcessOptions } from './process.js';
import { PAGE, shmctl, shmget } from './segments.js';
import { semctl } from './semctl.js';
import { semget, undoAll } from './semaphore-sets.js';
import { semop, WOULD_SLEEP } from './semop.js';
import { MemorySystem, type SystemOptions } from './system.js';

/**
 * Who makes the calls, in which namespace, and what happens where a call would sleep. `limits` and `clock` are for a namespace
 * of its own: a `system` has its own.
 */
export interface MemoryKernelOptions extends SystemOptions, ProcessOptions {
  /** The namespace that several kernels share; one of its own where absent. */
  readonly system?: MemorySystem;
  /**
   * Asked where a call would sleep. While it answers true the call is tried again: it may have let another process of
   * the same system work meanwhile. `interrupted` is a signal, and ends the call with EINTR. Otherwise the call fails with
   * EDEADLK, since nobody else can wake it.
   */
  readonly sleep?: (call: SleepingCall) => boolean | 'interrupted';
}

/** The calls that may sleep. */
export type SleepingCall = 'semop' | 'msgsnd' | 'msgrcv';

/**
 * System V IPC without a kernel: the rules of Linux over objects in the JavaScript heap, as one process sees them. For
 * tests on any system and for guests that may not touch real objects. Nothing is shared with other programs, nor with a
 * forked child; a call that would sleep can't (use the patient builtins, or the option `sleep`).
 */
export class MemoryKernel implements Kernel {
  /** For whoever wants to tell the user which kernel is in use. */
  readonly description: string = 'System V IPC in the memory of this process';
  /** Segments are attached at multiples of it. */
  readonly pageSize: number = PAGE;
  /** The namespace. */
  readonly system: MemorySystem;
  private readonly caller: Process;
  private readonly sleep: NonNullable<MemoryKernelOptions['sleep']>;

  constructor(options: MemoryKernelOptions = {}) {
    const { system, sleep, limits: _limits, clock: _clock, ...caller } = options;
    this.system = system ?? new MemorySystem(options);
    this.caller = this.system.start(caller);
    this.sleep = sleep ?? (() => false);
  }

  /** The end of the process: SEM_UNDO, and every attachment is released. */
  exit(): void {
    undoAll(this.system, this.caller);
    detachAll(this.system, this.caller);
    this.system.processes.delete(this.caller);
  }

  shmget(key: number, size: number | bigint, flags: number): number {
    return shmget(this.system, this.caller, key, size, flags);
  }

  shmctl(shmid: number, command: number, argument: CtlArgument): number {
    return shmctl(this.system, this.caller, shmid, command, argument);
  }

  shmat(shmid: number, address: bigint, flags: number): bigint {
    return shmat(this.system, this.caller, shmid, address, flags);
  }

  shmdt(address: bigint): number {
    return shmdt(this.system, this.caller, address);
  }

  semget(key: number, nsems: number, flags: number): number {
    return semget(this.system, this.caller, key, nsems, flags);
  }

  semop(semid: number, operations: Uint8Array, nsops: number): number {
    return this.awake('semop', () => semop(this.system, this.caller, semid, operations, nsops));
  }

  semctl(semid: number, semnum: number, command: number, argument: CtlArgument): number {
    return semctl(this.system, this.caller, semid, semnum, command, argument);
  }

  msgget(key: number, flags: number): number {
    return msgget(this.system, this.caller, key, flags);
  }

  msgsnd(msqid: number, message: Uint8Array, size: number, flags: number): number {
    return this.awake('msgsnd', () => msgsnd(this.system, this.caller, msqid, message, size, flags));
  }

  msgrcv(msqid: number, message: Uint8Array, size: number, type: bigint | number, flags: number): number {
    return this.awake('msgrcv', () =>
      msgrcv(this.system, this.caller, msqid, message, size, BigInt.asIntN(64, BigInt(type)), flags),
    );
  }

  msgctl(msqid: number, command: number, argument: CtlArgument): number {
    return msgctl(this.system, this.caller, msqid, command, argument);
  }

  read(address: bigint, into: Uint8Array, length: number): void {
    if (length === 0) return;
    const { segment, offset } = this.attached(address, length, false);
    segment.bytes.read(offset, into.subarray(0, length));
  }

  write(address: bigint, from: Uint8Array, length: number): void {
    if (length === 0) return;
    const { segment, offset } = this.attached(address, length, true);
    segment.bytes.write(offset, from.subarray(0, length));
  }

  clear(address: bigint, length: number): void {
    if (length === 0) return;
    const { segment, offset } = this.attached(address, length, true);
    segment.bytes.clear(offset, length);
  }

  readAnywhere(address: bigint, into: Uint8Array, length: number): number {
    const place = placeOf(this.caller, address, false);
    if (place === undefined || length > into.length) return -EFAULT;
    const count = Math.min(length, place.room);
    place.segment.bytes.read(place.offset, into.subarray(0, count));
    return count;
  }

  writeAnywhere(address: bigint, from: Uint8Array, length: number): number {
    const place = placeOf(this.caller, address, true);
    if (place === undefined || length > from.length) return -EFAULT;
    const count = Math.min(length, place.room);
    place.segment.bytes.write(place.offset, from.subarray(0, count));
    return count;
  }

  stat(path: Uint8Array): FileIdentity | number {
    try {
      return statSync(Buffer.from(path), { bigint: true });
    } catch (error) {
      return (error as NodeJS.ErrnoException).errno ?? -ENOENT;
    }
  }

  strerror(errno: number): string {
    return currentAbi().errnoTexts[errno] || `Unknown error ${errno}`;
  }

  /** Tries until the call need not sleep. An object that is gone since the first attempt was removed meanwhile. */
  private awake(call: SleepingCall, attempt: () => number): number {
    let status = attempt();
    if (status !== WOULD_SLEEP) return status;
    do {
      const woken = this.sleep(call);
      if (woken !== true) status = woken === 'interrupted' ? -EINTR : -EDEADLK;
      else status = attempt();
    } while (status === WOULD_SLEEP);
    this.caller.waiting = undefined;
    return status === -EINVAL ? -EIDRM : status;
  }

  /** The builtins ask only for what is attached: anything else is a bug. */
  private attached(address: bigint, length: number, writing: boolean): Place {
    const place = placeOf(this.caller, address, writing);
    if (place !== undefined && length <= place.room) return place;
    throw new RangeError(`${length} bytes at 0x${address.toString(16)} are not attached`);
  }
}
