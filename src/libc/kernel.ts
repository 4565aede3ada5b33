/**
 * What the builtins need from System V IPC, and nothing else.
 *
 * There is one real implementation (linux-kernel.ts). Whoever wants to trace calls, count leaked attachments, inject
 * faults, allow only some keys, or keep everything in memory, implements or wraps this interface.
 *
 * Conventions, the same for every operation:
 * - A result >= 0 is the C result. A negative result is -errno: nothing throws, nothing is allocated, nobody reads a
 *   global. `-EINVAL` for an id the kernel does not know, and so on as in the man pages.
 * - An address is a bigint, since pointers are 64 bits wide.
 * - A struct travels as a Uint8Array in the layout of src/abi/struct-layouts.ts, at offset 0 of the array.
 * - An array may be longer than the operation uses: callers keep one scratch array instead of cutting slices.
 * - The C call is made whatever the arguments are: Perl's own checks (negative ids and sizes) stand in the builtins.
 */
export interface Kernel extends SharedMemoryCalls, SemaphoreCalls, MessageCalls, MemoryAccess {
  /** stat(2), following symbolic links; the path holds raw bytes and no NUL. For ftok(3). */
  stat(path: Uint8Array): FileIdentity | number;
  /** strerror(3) in the C locale; `Unknown error 4711` (musl: `No error information`) for numbers without a text. */
  strerror(errno: number): string;
  /** sysconf(_SC_PAGESIZE): what SHMLBA is to Perl. */
  readonly pageSize: number;
}

/** The third argument of the ctl calls: a struct (read or written by the kernel), an integer, or an address. */
export type CtlArgument = Uint8Array | number | bigint;

/** shmget(2), shmop(2), shmctl(2). */
export interface SharedMemoryCalls {
  shmget(key: number, size: number | bigint, flags: number): number;
  shmctl(shmid: number, command: number, argument: CtlArgument): number;
  /** The address of the attachment, or -errno as a negative bigint. Address 0n lets the kernel choose. */
  shmat(shmid: number, address: bigint, flags: number): bigint;
  shmdt(address: bigint): number;
  /**
   * Optional: shmat for one copy of `length` bytes at `position`, of a segment of `size` bytes. The kernel may be told
   * what is going to happen.
   */
  attachBriefly?(shmid: number, flags: number, size: number, position: number, length: number): bigint;
  /** Optional: a whole shmread or shmwrite at once: IPC_STAT, the range check, shmat, the copy, shmdt. */
  copyBriefly?: SegmentCopy;
}

/**
 * Copies `length` bytes between `ours` and a segment, from it (flags SHM_RDONLY) or to it (0), and then writes `padding` NULs
 * after them. 0 or -errno; undefined: not possible here, and nothing was done.
 */
export type SegmentCopy = (
  shmid: number,
  position: number,
  length: number,
  padding: number,
  flags: number,
  ours: Uint8Array,
) => number | undefined;

/** semget(2), semop(2), semctl(2). */
export interface SemaphoreCalls {
  semget(key: number, nsems: number, flags: number): number;
  /** `operations` holds `nsops` struct sembuf of 6 bytes each. Blocks unless every operation can proceed. */
  semop(semid: number, operations: Uint8Array, nsops: number): number;
  semctl(semid: number, semnum: number, command: number, argument: CtlArgument): number;
}

/** msgget(2), msgop(2), msgctl(2). A message is a struct msgbuf: the type, a native long, then the text. */
export interface MessageCalls {
  msgget(key: number, flags: number): number;
  /** `size` is the length of the text: `message` holds 8 + size bytes. */
  msgsnd(msqid: number, message: Uint8Array, size: number, flags: number): number;
  /** Answers the length of the text; `message` has room for 8 + size bytes. */
  msgrcv(msqid: number, message: Uint8Array, size: number, type: bigint | number, flags: number): number;
  msgctl(msqid: number, command: number, argument: CtlArgument): number;
}

/** Bytes at addresses. */
export interface MemoryAccess {
  /** memcpy(3) out of one of our own attachments. A wrong range kills the process: check it first. */
  read(address: bigint, into: Uint8Array, length: number): void;
  /** memcpy(3) into one of our own writable attachments. Same warning. */
  write(address: bigint, from: Uint8Array, length: number): void;
  /** memset(3) to NUL. Same warning. */
  clear(address: bigint, length: number): void;
  /** Any address at all: the number of bytes read, short at the edge of what is mapped, or -EFAULT. */
  readAnywhere(address: bigint, into: Uint8Array, length: number): number;
  /** Any address at all, -EFAULT where nothing writable is mapped. */
  writeAnywhere(address: bigint, from: Uint8Array, length: number): number;
}

/** What ftok(3) makes a key of. */
export interface FileIdentity {
  readonly dev: bigint;
  readonly ino: bigint;
}
