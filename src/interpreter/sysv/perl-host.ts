/** The builtins' host interface over this interpreter's scalars (src/runtime/host.ts says what each operation means). */
import type { Op } from '../../runtime/active.js';
import { isWide } from '../../runtime/astral.js';
import { PerlArray } from '../../runtime/array.js';
import { int, str, toInt32, toNumber, toUnsigned } from '../../runtime/convert.js';
import { GrowingString } from '../../runtime/growing-string.js';
import type { Bytes, Integer, Preparation } from '../../runtime/host.js';
import { scanNumber } from '../../runtime/numeric.js';
import { ReadonlyScalar, Scalar } from '../../runtime/scalar.js';
import { Dual, FlaggedString, referentOf, type PerlValue, type Slot } from '../../runtime/value.js';
import { type ModuleHost, SUBROUTINE } from '../../ipc-sysv/module-host.js';
import { ErrnoScalar } from '../core/errno-scalar.js';
import type { Interp } from '../core/interp.js';
import { fromInternal, internalBytes } from './internal-bytes.js';
import { packedStrings } from './memory.js';

/** The builtin that runs: for the names of variables in warnings. */
export class RunningCall {
  op: Op = '';
  readonly operands: Slot[] = [undefined, undefined, undefined, undefined, undefined];
  /** The variable whose text was converted to a number last. */
  numified: Scalar | undefined;
}

/** Reading so much into a variable again and again, it is worth while to let it keep the bytes. */
const WORTH_AGAIN = 1024;
const WORTH_AT_ONCE = 16 * 1024;
/** A variable that held a string before is likely to be read into again: from then on the kernel writes into it. */
const WORTH_IF_USED_AGAIN = 8;
/** So that longer messages fit in as well. */
const LEAST_MEMORY = 128;

/** An operand is a variable, or a plain value: a literal, an expression's result. */
export class PerlHost implements ModuleHost<Slot> {
  readonly longSize = 8;
  readonly memory = packedStrings;
  private running: RunningCall | null = null;
  /** Used again by every call that no other has brought about. */
  private readonly outermost = new RunningCall();
  private readonly perl: Interp;

  constructor(perl: Interp) {
    this.perl = perl;
  }

  /** A builtin begins. Answers what it interrupts: a FETCH or STORE may run others. */
  enter(op: Op, a: Slot, b: Slot, c?: Slot, d?: Slot, e?: Slot): RunningCall | null {
    const outer = this.running;
    const call = outer === null ? this.outermost : new RunningCall();
    const { operands } = call;
    call.op = op;
    call.numified = undefined;
    operands[0] = a;
    operands[1] = b;
    operands[2] = c;
    operands[3] = d;
    operands[4] = e;
    this.running = call;
    return outer;
  }

  /** A native sub begins. */
  enterSub(): RunningCall | null {
    const outer = this.running;
    this.running = null;
    return outer;
  }

  leave(outer: RunningCall | null): void {
    this.running = outer;
  }

  toInteger(slot: Slot, op: string): Integer {
    const value = this.numericValue(slot);
    return isSmallInteger(value) ? value : int(value, this.op(op), this.position(slot));
  }
  toIntegerOrUndef(slot: Slot, op: string): Integer | undefined {
    const value = this.numericValue(slot);
    if (value === undefined || isSmallInteger(value)) return value;
    return int(value, this.op(op), this.position(slot));
  }
  toUnsigned(slot: Slot, op: string): Integer {
    return toUnsigned(this.numericValue(slot), this.op(op), this.position(slot));
  }
  toDouble(slot: Slot, op: string): number {
    return toNumber(this.numericValue(slot), this.op(op), this.position(slot));
  }
  toBytes(slot: Slot, op: string): Bytes | undefined {
    if (slot instanceof GrowingString) return slot.kept.bytes();
    const value = valueOf(slot);
    const text = typeof value === 'string' ? value : str(value, this.op(op), this.position(slot));
    if (isWide(text)) return undefined;
    if (text.length >= WORTH_AT_ONCE && slot instanceof Scalar && value === text) {
      if (GrowingString.become(slot, text, text.length)) return slot.kept.bytes();
    }
    // Perl downgrades the variable itself.
    if (value instanceof FlaggedString && slot instanceof Scalar && !slot.magical && !slot.readonly) slot.v = text;
    return text;
  }

  prepare(slot: Slot, how: Preparation): boolean {
    if (!(slot instanceof Scalar)) return slot !== undefined;
    if (slot.readonly && !(how === 'overwrite' && slot instanceof ReadonlyScalar)) {
      return how === 'define' && slot.v !== undefined;
    }
    if (slot.magical) {
      // Get-magic: a tied variable's FETCH, whose answer nobody needs. The string form of undef warns all the same.
      const fetched = how === 'define' || how === 'stringify' ? '' : slot.v;
      if (fetched === undefined && how === 'fetchString') this.perl.uninitialized(SUBROUTINE);
      return true;
    }
    if (slot instanceof GrowingString) return true;
    const value = slot.v;
    if (how === 'define' || how === 'fetchString') slot.v = value ?? '';
    if (referentOf(value) === null) return true;
    if (how === 'discard') slot.v = undefined;
    else if (how === 'stringify' || how === 'fetchString') slot.v = str(value);
    return true;
  }

  /** Long strings stay bytes until somebody looks. */
  newBytes(length: number, slot: Slot): Uint8Array | undefined {
    if (length < WORTH_AGAIN || !(slot instanceof Scalar)) return undefined;
    if (slot instanceof GrowingString) return slot.kept.room(length);
    if (length < WORTH_AT_ONCE && stringLength(slot) < WORTH_AGAIN) return undefined;
    return GrowingString.emptied(slot, length)?.kept.room(length);
  }

  storeBytes(slot: Slot, bytes: Uint8Array): void {
    const own = slot instanceof GrowingString ? slot : this.withMemory(slot, bytes.length);
    if (own === null) return this.store(slot, latin1(bytes));
    const room = own.kept.room(bytes.length);
    if (room !== bytes) room.set(bytes);
  }

  /** Where it is worth while, the variable as one that keeps its bytes. */
  private withMemory(slot: Slot, length: number): GrowingString | null {
    if (length < WORTH_IF_USED_AGAIN || !(slot instanceof Scalar)) return null;
    return stringLength(slot) < WORTH_IF_USED_AGAIN
      ? null
      : GrowingString.emptied(slot, Math.max(length, LEAST_MEMORY));
  }

  isPlainValue(slot: Slot): boolean {
    if (!(slot instanceof Scalar)) return typeof slot === 'string' || typeof slot === 'number';
    if (slot instanceof GrowingString) return true;
    if (slot.magical) return false;
    const { v } = slot;
    return typeof v === 'string' || typeof v === 'number';
  }
  isPlainVariable(slot: Slot): boolean {
    if (!(slot instanceof Scalar)) return false;
    if (slot instanceof GrowingString) return true;
    if (slot.magical || slot.readonly) return false;
    const { v } = slot;
    return v === undefined || typeof v === 'string' || typeof v === 'number';
  }
  memoryOf(slot: Slot, length: number): Uint8Array | undefined {
    return slot instanceof GrowingString ? slot.kept.memory(length) : undefined;
  }
  filled(slot: Slot, length: number): void {
    if (slot instanceof GrowingString) slot.kept.filled(length);
  }
  storeInternalBytes(slot: Slot, bytes: Uint8Array): void {
    const before = slot instanceof Scalar && !slot.magical ? slot.v : undefined;
    const flagged = before instanceof FlaggedString || (typeof before === 'string' && isWide(before));
    this.store(slot, flagged ? fromInternal(bytes) : latin1(bytes));
  }

  /** Temporaries receive the data too; nobody sees it. `$!` takes it as a number, and complains in our name. */
  private store(slot: Slot, value: string | FlaggedString): void {
    if (slot instanceof ErrnoScalar) this.perl.errno = toInt32(value, this.op(SUBROUTINE));
    else if (slot instanceof ReadonlyScalar) slot.overwrite(value);
    else if (slot instanceof Scalar) slot.v = value;
  }

  isDefined(slot: Slot): boolean {
    return plainValue(slot) !== undefined;
  }
  integerIn(slot: Slot): Integer | undefined {
    const value = plainValue(slot);
    const number = value instanceof Dual ? value.n : value;
    return typeof number === 'bigint' || Number.isInteger(number) ? (number as Integer) : undefined;
  }
  stringIn(slot: Slot): string | undefined {
    const value = plainValue(slot);
    if (value instanceof Dual) return value.s;
    return typeof value === 'string' || value instanceof FlaggedString ? internalBytes(value) : undefined;
  }
  toInternalBytes(slot: Slot, op: string): string {
    const value = valueOf(slot);
    return internalBytes(value instanceof FlaggedString ? value : str(value, this.op(op), this.position(slot)));
  }
  isObjectOf(slot: Slot, className: string): boolean {
    return referentOf(valueOf(slot))?.blessed?.name === className;
  }
  elementOf(object: Slot, index: number): Scalar | undefined {
    const array = valueOf(object);
    return array instanceof PerlArray && array.exists(index) ? array.at(index) : undefined;
  }
  setElementOf(object: Slot, index: number, value: Integer): void {
    const array = valueOf(object);
    if (array instanceof PerlArray) array.set(index, value);
  }

  setErrno(errno: number): void {
    this.perl.errno = errno;
  }
  croak(message: string): never {
    return this.perl.die(message);
  }

  /** The operation with the names of its operands, where the compiler knows it. */
  private op(name: string): Op {
    return this.running?.op ?? name;
  }
  /** The value to convert. Perl remembers a text's number: one variable as two operands warns once. */
  private numericValue(slot: Slot): PerlValue {
    const value = valueOf(slot);
    if (typeof value !== 'string' || this.running === null || !(slot instanceof Scalar)) return value;
    if (this.running.numified === slot && !slot.magical) return withoutWarning(value);
    this.running.numified = slot;
    return value;
  }
  private position(slot: Slot): number | undefined {
    return this.running?.operands.indexOf(slot);
  }
}

function withoutWarning(text: string): number | bigint {
  const { whole, value } = scanNumber(text);
  return whole ?? value;
}

/** The usual case, for which nothing has to be looked up. */
function isSmallInteger(value: PerlValue): value is number {
  return typeof value === 'number' && (value | 0) === value;
}

function valueOf(slot: Slot): PerlValue {
  return slot instanceof Scalar ? slot.v : slot;
}

/** Without magic: of a tied variable nothing. */
function plainValue(slot: Slot): PerlValue {
  if (!(slot instanceof Scalar)) return slot;
  return slot.magical ? undefined : slot.v;
}

/** A method that every Buffer has and that its types leave out. */
type ByteBuffer = Buffer & { latin1Slice(start: number, end: number): string };

function latin1(bytes: Uint8Array): string {
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return (buffer as ByteBuffer).latin1Slice(0, bytes.length);
}

/** Of a plain variable. */
function stringLength(slot: Scalar): number {
  if (slot.magical || slot.readonly) return 0;
  const value = slot.v;
  return typeof value === 'string' ? value.length : 0;
}
