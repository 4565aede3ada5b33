import type { ModuleHost } from '../../ipc-sysv/module-host.js';
import type { HostMemory, Integer, Preparation } from '../../runtime/host.js';
import { IS_INTEGER, IS_STRING, NO_PLACE, type Operand, READ_ONLY, WAS_UNDEF } from './request.js';

/** What the glue does to the variable, and says, when the call is over. The bits of a reply's second byte. */
export const effects = {
  define: 1,
  stringify: 2,
  discard: 4,
  overwrite: 8,
  store: 16,
  complain: 32,
  elements: 64,
  internal: 128,
} as const;

/** An operand is needed that the guest has not read yet. */
export class Unread extends Error {}

/** A Perl exception on its way to the guest. */
export class Croak extends Error {}

/** The builtins' host over the operands of one request: the guest has made all conversions before. */
export class GuestHost implements ModuleHost<Operand> {
  readonly longSize = 4;
  readonly opaqueAddresses = true;
  readonly memory: HostMemory = {
    read: (address, length) => this.inside(address, length)?.slice(),
    write: (address, bytes) => {
      const place = this.inside(address, bytes.length);
      place?.set(bytes);
      return place !== undefined;
    },
  };
  /** The effects of this call. */
  done = 0;
  /** The errno of this call; -1 if it leaves `$!` alone. */
  errno = -1;
  /** What the variable becomes. */
  data: Uint8Array = nothing;
  private guest = new ArrayBuffer(0);
  private fields: readonly Operand[] = [];

  /** A call begins. `fields` are those of a stat object. */
  begin(guest: ArrayBuffer, fields: readonly Operand[]): void {
    this.guest = guest;
    this.fields = fields;
    this.done = 0;
    this.errno = -1;
    this.data = nothing;
  }

  toInteger({ integer }: Operand): Integer {
    const small = Number(integer);
    return Number.isSafeInteger(small) ? small : integer;
  }
  toIntegerOrUndef(operand: Operand): Integer | undefined {
    return operand.kind === 'undef' ? undefined : this.toInteger(operand);
  }
  toUnsigned(operand: Operand): Integer {
    return this.toInteger(operand);
  }
  toDouble({ double }: Operand): number {
    return double;
  }
  toBytes({ kind, flags, bytes }: Operand): Uint8Array | undefined {
    if (kind === 'unread') throw new Unread();
    if ((flags & WAS_UNDEF) !== 0) this.done |= effects.complain;
    return kind === 'wide' ? undefined : bytes;
  }
  prepare({ flags }: Operand, how: Preparation): boolean {
    if ((flags & NO_PLACE) !== 0) return false;
    if ((flags & READ_ONLY) !== 0 && how !== 'overwrite') return false;
    this.done |= how === 'fetchString' ? effects.stringify : effects[how];
    return true;
  }
  storeBytes(_variable: Operand, bytes: Uint8Array): void {
    this.done |= effects.store;
    // What `newBytes` made is ours already.
    this.data = bytes === this.data ? bytes : new Uint8Array(bytes);
  }
  newBytes(length: number): Uint8Array {
    this.data = new Uint8Array(length);
    return this.data;
  }
  setErrno(errno: number): void {
    this.errno = errno;
  }
  croak(message: string): never {
    throw new Croak(message);
  }

  isDefined({ flags }: Operand): boolean {
    return (flags & WAS_UNDEF) === 0;
  }
  integerIn({ flags, bytes }: Operand): Integer | undefined {
    return (flags & IS_INTEGER) === 0 ? undefined : BigInt(Buffer.from(bytes).toString('latin1'));
  }
  stringIn({ flags, bytes }: Operand): Uint8Array | undefined {
    return (flags & IS_STRING) === 0 ? undefined : bytes;
  }
  toInternalBytes(operand: Operand): Uint8Array {
    return this.toBytes(operand) ?? nothing;
  }
  storeInternalBytes(variable: Operand, bytes: Uint8Array): void {
    this.done |= effects.internal;
    this.storeBytes(variable, bytes);
  }
  isObjectOf({ bytes }: Operand, className: string): boolean {
    return Buffer.from(bytes).toString('latin1') === className;
  }
  elementOf(_object: Operand, index: number): Operand | undefined {
    const field = this.fields[index];
    if (field?.kind === 'undef') this.done |= effects.complain;
    return field;
  }
  setElementOf(_object: Operand, index: number, value: Integer): void {
    const size = (index + 1) * BigInt64Array.BYTES_PER_ELEMENT;
    if (this.data.length < size) this.data = Buffer.concat([this.data], size);
    Buffer.from(this.data.buffer, this.data.byteOffset).writeBigInt64LE(BigInt.asIntN(64, BigInt(value)), size - 8);
    this.done |= effects.elements;
  }

  private inside(address: bigint, length: number): Uint8Array | undefined {
    const start = Number(address);
    const whole = start > 0 && start + length <= this.guest.byteLength;
    return whole ? new Uint8Array(this.guest, start, length) : undefined;
  }
}

const nothing = new Uint8Array(0);
