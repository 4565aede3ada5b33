// The types of every entry, as an embedder writes them.
import { createSysV, type Host, type Integer, type Preparation, type Result, type SysV } from 'perl-sysv-ipc';
import type { ConformanceOptions } from 'perl-sysv-ipc/conformance';
import { type FromPerl, Perl, type PerlOptions } from 'perl-sysv-ipc/interpreter';
import type { ModuleHost } from 'perl-sysv-ipc/ipc-sysv';
import { MemoryKernel, type MemoryKernelOptions } from 'perl-sysv-ipc/kernel-memory';
import { toCInt } from 'perl-sysv-ipc/runtime';
import { type RunOptions, runZeroPerl } from 'perl-sysv-ipc/zeroperl';

interface Box {
  value: string | number;
}

class BoxHost implements Host<Box> {
  errno = 0;
  toInteger({ value }: Box): Integer {
    return Math.trunc(Number(value));
  }
  toIntegerOrUndef(box: Box): Integer | undefined {
    return this.toInteger(box);
  }
  toUnsigned(box: Box): Integer {
    return this.toInteger(box);
  }
  toDouble({ value }: Box): number {
    return Number(value);
  }
  toBytes({ value }: Box): string {
    return String(value);
  }
  prepare(_box: Box, _how: Preparation): boolean {
    return true;
  }
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

const settings: MemoryKernelOptions = { uid: 1000, limits: { shmmni: 1 } };
const kernel = new MemoryKernel(settings);
const sysv: SysV<Box> = createSysV(new BoxHost(), { kernel });
export const id: Result = sysv.shmget({ value: 0 }, { value: 10 }, { value: 0o600 });
const options: PerlOptions = { kernel, stdout: (bytes) => void bytes.length };
export const value: FromPerl = new Perl(options).call('name', 1, 'two', [3], { four: 5 });
export const status = (run: RunOptions): number => runZeroPerl(run) + toCInt(2 ** 40);
export type Unused = ModuleHost<Box> | ConformanceOptions;
