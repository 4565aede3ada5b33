import type { Host, Integer, Preparation } from '../runtime/host.js';

/** The smallest scalar that can be a variable. */
export interface Value {
  value: string | number | undefined;
}

/** An example of embedding: the builtins over plain JavaScript objects. Warnings are collected, `$!` is a property. */
export class ValueHost implements Host<Value> {
  errno = 0;
  readonly warnings: string[] = [];
  toDouble({ value }: Value, op: string): number {
    if (value === undefined) this.warnings.push(`Use of uninitialized value in ${op}`);
    if (typeof value !== 'string' || value === '0 but true') return typeof value === 'number' ? value : 0;
    const [, number = '', rest = ''] = /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)?\s*(.*)$/s.exec(value) ?? [];
    if (number === '' || rest !== '') this.warnings.push(`Argument "${value}" isn't numeric in ${op}`);
    return Number(number);
  }
  toInteger(scalar: Value, op: string): Integer {
    const whole = Math.trunc(this.toDouble(scalar, op)) || 0;
    if (Number.isSafeInteger(whole)) return whole;
    return whole >= 2 ** 64 ? -1 : BigInt.asIntN(64, BigInt(Math.max(whole, -(2 ** 63))));
  }
  toIntegerOrUndef(scalar: Value, op: string): Integer | undefined {
    return scalar.value === undefined ? undefined : this.toInteger(scalar, op);
  }
  toUnsigned(scalar: Value, op: string): Integer {
    const integer = this.toInteger(scalar, op);
    return integer < 0 ? BigInt.asUintN(64, BigInt(integer)) : integer;
  }
  toBytes({ value }: Value, op: string): string | undefined {
    if (value === undefined) this.warnings.push(`Use of uninitialized value in ${op}`);
    const text = String(value ?? '');
    return /[^\0-\xff]/.test(text) ? undefined : text;
  }
  prepare(scalar: Value, how: Preparation): boolean {
    if (Object.isFrozen(scalar)) return false;
    if (how === 'define') scalar.value ??= '';
    return true;
  }
  storeBytes(scalar: Value, bytes: Uint8Array): void {
    scalar.value = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  }
  setErrno(errno: number): void {
    this.errno = errno;
  }
  croak(message: string): never {
    throw new Error(message);
  }
}
