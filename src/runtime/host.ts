/**
 * What a Perl runtime gives the builtins. The library decides the order in which operands are read, the texts, the
 * errno values and the results; the host owns its scalars, their conversions, magic (tie), and the place named in
 * warnings and exceptions.
 *
 * `S` is whatever the host calls a scalar: an object, a slot number in a guest's memory, a `{ get, set }` pair. The
 * library never makes one, looks into one, or keeps one after the call.
 *
 * Every reading operation does get-magic once and raises perl's own `uninitialized` and `isn't numeric` warnings; `op`
 * is the name that such a warning gives to the operation (`shmget`, `subroutine entry`).
 */
export interface Host<S> {
  /** Perl's IV: truncated toward zero, saturated as perl does it. A bigint only outside the safe integers. */
  toInteger(scalar: S, op: string): Integer;
  /** The same, but undef is `undefined`, silently. */
  toIntegerOrUndef(scalar: S, op: string): Integer | undefined;
  /** Perl's UV, 0 to 2**64 - 1. */
  toUnsigned(scalar: S, op: string): Integer;
  /** Perl's NV. */
  toDouble(scalar: S, op: string): number;
  /** The byte string, or undefined if a character is wider than a byte. The host may downgrade its scalar in place. */
  toBytes(scalar: S, op: string): Bytes | undefined;

  /** Makes an output operand ready; false means that it may not be modified. What happens to its value: see the type. */
  prepare(scalar: S, how: Preparation): boolean;
  /**
   * Makes the scalar that byte string, with one STORE if it is tied. `bytes` is the library's own memory: take the
   * bytes before any Perl code runs. `tainted`: the data came from another process (perlsec).
   */
  storeBytes(scalar: S, bytes: Uint8Array, tainted: boolean): void;
  /**
   * Optional: memory of exactly that length, for what the scalar is going to hold. The library fills it at once and hands
   * it to `storeBytes`, so that it becomes the host's own. Spares the second copy of a big shmread. Undefined where the
   * host would rather copy.
   */
  newBytes?(length: number, scalar: S): Uint8Array | undefined;

  /** Optional, for speed: reading the scalar as a string runs no code, gives no warning, and changes nothing. */
  isPlainValue?(scalar: S): boolean;
  /** Optional, for speed: an output operand whose `prepare` would change nothing, and whose storing runs no code. */
  isPlainVariable?(scalar: S): boolean;
  /**
   * Optional, for speed: memory of at least that length in which such a variable's string lies already. The library may
   * put another string there, and then says by `filled` how long it is.
   */
  memoryOf?(scalar: S, length: number): Uint8Array | undefined;
  filled?(scalar: S, length: number): void;

  /** Sets `$!`; the number is the kernel's. */
  setErrno(errno: number): void;
  /** Raises a Perl exception; the host appends ` at FILE line N.` */
  croak(message: string): never;

  /** sizeof(long) in the host's `pack 'l!'`; 8 where absent. A 32-bit host's message types are widened on the way. */
  readonly longSize?: 4 | 8;
  /** What lies at the addresses that the host's `pack 'P'` makes; without it such addresses are nobody's. */
  readonly memory?: HostMemory;
}

/** A number while it is a safe integer, else a bigint. */
export type Integer = number | bigint;

/** A byte string: JavaScript characters of at most 0xFF, or an array. */
export type Bytes = string | Uint8Array;

/**
 * The ways in which perl makes a variable ready to receive data; programs can tell them apart when the call fails
 * afterwards.
 *
 * - `overwrite` (shmread): nothing happens yet, and even a read-only scalar is accepted; only one that cannot hold a
 *   string (the immortal undef, a missing element) is refused. Tied: FETCH.
 * - `define` (msgrcv, first step): undef becomes the empty string.
 * - `stringify` (msgrcv, second step): the value becomes its string form: references are replaced, numbers gain a
 *   string. Tied: no FETCH.
 * - `fetchString` (memread): the same, with a FETCH.
 * - `discard` (IPC_STAT, GETALL): a reference becomes undef, other values stay. Tied: FETCH.
 */
export type Preparation = 'overwrite' | 'define' | 'stringify' | 'fetchString' | 'discard';

/** The memory behind the host's own addresses. A range that is not the host's is refused, never touched. */
export interface HostMemory {
  /** A copy of the bytes, or undefined. */
  read(address: bigint, length: number): Uint8Array | undefined;
  /** False if it could not. */
  write(address: bigint, bytes: Uint8Array): boolean;
}
