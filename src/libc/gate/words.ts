/**
 * The memory between JavaScript and the gate: what its functions are to do (x64.s has the same numbers). Each value has
 * eight bytes. An ArrayBuffer of this size stays where it is, and fork copies it.
 */
export const boxMemory = new ArrayBuffer(512);

/** The values as pairs of 32-bit words: index 2 * VALUE, and the upper half after it. */
export const words = new Int32Array(boxMemory);
/** The values as 64-bit numbers: index VALUE. */
export const longs = new BigUint64Array(boxMemory);

/** enter: the number of the system call, and its five operands from there on. */
export const NUMBER = 0;
export const OPERANDS = 1;
/** What each of the three functions answers, in the lower half. */
export const RESULT = 7;

/** exact and kept: the segment, and where its struct shmid_ds shall go. */
export const SHMID = 8;
export const STATUS = 9;
/** SHM_RDONLY for shmread, 0 for shmwrite. */
export const FLAGS = 10;
export const POSITION = 11;
/** So many bytes are copied, to or from the address OURS. */
export const LENGTH = 12;
export const OURS = 13;
/** exact: where to attach, if nothing is there; what madvise(2) is told, or 0. */
export const PLACE = 14;
export const ADVICE = 15;
/** So many NULs follow, in the segment. */
export const PADDING = 16;
/** kept: the address of the status that the segment had, and where it is attached. */
export const STATUS_BEFORE = 17;
export const SEGMENT = 18;

/** Where the struct shmid_ds goes: after the values. */
export const STATUS_OFFSET = 256;
