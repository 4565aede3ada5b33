import type { Bytes, Host, Integer } from '../runtime/host.js';

/**
 * What IPC::SysV needs beyond the builtins: its XS code looks at how a scalar is stored, so `2` and `2.0` are different
 * project ids to it. "Internal" bytes are UTF-8 where the string has perl's UTF-8 flag on.
 */
export interface ModuleHost<S> extends Host<S> {
  /** SvOK: defined, without magic. Of a magical scalar what was last stored in it, normally nothing. */
  isDefined(scalar: S): boolean;
  /** SvIOK: the integer, if the scalar holds one (a string of digits that was used as an integer does too). */
  integerIn(scalar: S): Integer | undefined;
  /** SvPOK: the internal bytes, if the scalar holds a string. No conversion, no magic. */
  stringIn(scalar: S): Bytes | undefined;
  /** SvPV: the internal bytes of the value as a string, with magic and warnings. */
  toInternalBytes(scalar: S, op: string): Bytes;
  /** Makes these the internal bytes, and leaves the UTF-8 flag as it is (memread). Otherwise like `storeBytes`. */
  storeInternalBytes(scalar: S, bytes: Uint8Array, tainted: boolean): void;

  /** sv_isa: a reference blessed into exactly this class. */
  isObjectOf(scalar: S, className: string): boolean;
  /** An element of the array that the object is; undefined if it was never set. */
  elementOf(object: S, index: number): S | undefined;
  /** Makes an element of the array that the object is, with that number in it. */
  setElementOf(object: S, index: number, value: Integer): void;

  /** Addresses are tokens that mean nothing outside the library: for hosts whose own addresses have 32 bits. */
  readonly opaqueAddresses?: boolean;
}

/** The operation that warnings name inside of XS subs. */
export const SUBROUTINE = 'subroutine entry';
