// The same in TypeScript, with conversions that suit numbers and strings only.
import { createSysV, errnoText, type Host, type Integer } from 'perl-sysv-ipc';

interface Box {
  value: unknown;
}

class BoxHost implements Host<Box> {
  errno = 0;
  toDouble = ({ value }: Box): number => Number.parseFloat(String(value)) || 0;
  toInteger = (box: Box): Integer => Math.trunc(this.toDouble(box));
  toUnsigned = (box: Box): Integer => BigInt.asUintN(64, BigInt(this.toInteger(box)));
  toIntegerOrUndef = (box: Box): Integer | undefined => (box.value === undefined ? undefined : this.toInteger(box));
  toBytes = ({ value }: Box): string | undefined => (/[^\0-\xff]/.test(String(value)) ? undefined : String(value ?? ''));
  prepare = (): boolean => true;
  storeBytes(box: Box, bytes: Uint8Array): void {
    box.value = Buffer.from(bytes).toString('latin1');
  }
  setErrno(errno: number): void {
    this.errno = errno;
  }
  croak(message: string): never {
    throw new Error(message);
  }
}

const host = new BoxHost();
const sysv = createSysV(host);
const queue: Box = { value: sysv.msgget({ value: 0 }, { value: 0o600 }) };
const message: Box = { value: '\x07\0\0\0\0\0\0\0hello' };
console.log(sysv.msgsnd(queue, message, { value: 0 }), sysv.msgctl(queue, { value: 0 }, { value: 0 }));
console.log(sysv.msgsnd(queue, message, { value: 0 }), errnoText(host.errno));
