import { isKnownSystem, platformOfProcess } from '../abi/platform.js';
import { AT_FDCWD } from '../abi/linux-files.js';
import { _SC_PAGESIZE } from '../abi/linux-process.js';
import { copyFrom, copyTo, POPULATE_FROM, populate } from './bulk-copy.js';
import { errnoCell } from './errno.js';
import { statx } from './file-status.js';
import { type GatedCalls, gatedCalls } from './gate/calls.js';
import { copyExactly } from './gate/copy.js';
import { guidedAttach } from './guided-attach.js';
import type { CtlArgument, FileIdentity, Kernel } from './kernel.js';
import { libc } from './libc.js';
import { addressOrErrno, sys } from './results.js';
import { readAnywhere, writeAnywhere } from './safe-memory.js';

/** The kernel this machine runs, through the C library. */
export class LinuxKernel implements Kernel {
  private gated: GatedCalls | undefined;
  private readonly texts = new Map<number, string>();
  private bytesPerPage = 0;
  readonly copyBriefly = copyExactly;

  /** Throws a sentence that names the platform where it is none of ours. */
  constructor(calls?: GatedCalls) {
    if (!isKnownSystem()) platformOfProcess();
    this.gated = calls;
  }

  /** Made at the first call: it loads koffi. */
  private get calls(): GatedCalls {
    this.gated ??= gatedCalls();
    return this.gated;
  }

  shmget(key: number, size: number | bigint, flags: number): number {
    return sys.shmget(key, size, flags);
  }

  shmctl(shmid: number, command: number, argument: CtlArgument): number {
    return this.calls.shmctl(shmid, command, argument);
  }

  shmat(shmid: number, address: bigint, flags: number): bigint {
    const errno = errnoCell();
    const result = libc.shmat(shmid, address, flags);
    return addressOrErrno(result, errno);
  }

  attachBriefly(shmid: number, flags: number, size: number, position: number, length: number): bigint {
    const address = guidedAttach(shmid, flags, size);
    if (address >= 0n && length >= POPULATE_FROM) populate(address, position, length, flags);
    return address;
  }

  shmdt(address: bigint): number {
    return sys.shmdt(address);
  }

  semget(key: number, nsems: number, flags: number): number {
    return sys.semget(key, nsems, flags);
  }

  semop(semid: number, operations: Uint8Array, nsops: number): number {
    return this.calls.semop(semid, operations, nsops);
  }

  semctl(semid: number, semnum: number, command: number, argument: CtlArgument): number {
    return this.calls.semctl(semid, semnum, command, argument);
  }

  msgget(key: number, flags: number): number {
    return sys.msgget(key, flags);
  }

  msgsnd(msqid: number, message: Uint8Array, size: number, flags: number): number {
    return this.calls.msgsnd(msqid, message, size, flags);
  }

  msgrcv(msqid: number, message: Uint8Array, size: number, type: bigint | number, flags: number): number {
    return this.calls.msgrcv(msqid, message, size, type, flags);
  }

  msgctl(msqid: number, command: number, argument: CtlArgument): number {
    return this.calls.msgctl(msqid, command, argument);
  }

  read(address: bigint, into: Uint8Array, length: number): void {
    copyFrom(address, into, length);
  }

  write(address: bigint, from: Uint8Array, length: number): void {
    copyTo(address, from, length);
  }

  clear(address: bigint, length: number): void {
    libc.memset(address, 0, length);
  }

  readAnywhere(address: bigint, into: Uint8Array, length: number): number {
    return readAnywhere(address, into, length);
  }

  writeAnywhere(address: bigint, from: Uint8Array, length: number): number {
    return writeAnywhere(address, from, length);
  }

  stat(path: Uint8Array): FileIdentity | number {
    const terminated = new Uint8Array(path.length + 1);
    terminated.set(path);
    return statx(AT_FDCWD, terminated, 0);
  }

  strerror(errno: number): string {
    let text = this.texts.get(errno);
    if (text === undefined) {
      text = libc.strerror(errno);
      this.texts.set(errno, text);
    }
    return text;
  }

  get pageSize(): number {
    this.bytesPerPage ||= libc.sysconf(_SC_PAGESIZE);
    return this.bytesPerPage;
  }
}
