import { closeSync, openSync, readSync } from 'node:fs';
import type { platformConstants } from './platform-constants.js';

/** Architecture and C library, as the keys of the generated tables. */
export type Platform = keyof typeof platformConstants;
export type Libc = 'glibc' | 'musl';

const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'x86_64', arm64: 'aarch64' };

/** The platform of a system described by Node's names; a plain Error with one sentence if it is none of ours. */
export function platformOf(system: string, architecture: string, libc: Libc): Platform {
  const machine = ARCHITECTURES[architecture];
  if (system === 'linux' && machine !== undefined) return `${machine}-${libc}` as Platform;
  throw new Error(
    `perl-sysv-ipc needs 64-bit Linux on x86_64 or aarch64, where it knows the C library's numbers and structs; ` +
      `this is ${system} on ${architecture}. A kernel in memory runs everywhere (perl-sysv-ipc/kernel-memory).`,
  );
}

/** The platform of this process; throws that sentence if it is none of ours. */
export function platformOfProcess(): Platform {
  return platformOf(process.platform, process.arch, libcOf(process.execPath));
}

/** Whether the real kernel can be used here. */
export function isKnownSystem(): boolean {
  return process.platform === 'linux' && Object.hasOwn(ARCHITECTURES, process.arch);
}

/**
 * The C library that this process runs on, from the name of the dynamic linker that the executable asks for (elf(5),
 * PT_INTERP lies within the first page). Node's own report knows it too, but takes milliseconds.
 */
export function libcOf(executable: string): Libc {
  const head = Buffer.alloc(4096);
  try {
    const file = openSync(executable, 'r');
    try {
      readSync(file, head, 0, head.length, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return 'glibc';
  }
  return head.includes('/ld-musl-') ? 'musl' : 'glibc';
}
