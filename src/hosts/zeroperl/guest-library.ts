import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The glue, and the Perl half of IPC::SysV: the folders for the guest's `@INC`. */
export const guestFolders: readonly string[] = [
  fileURLToPath(new URL('./perl', import.meta.url)),
  fileURLToPath(new URL('../../ipc-sysv/perl', import.meta.url)),
];

/** All files of these folders by their names below `@INC`. */
export function guestFiles(): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const folder of guestFolders) {
    for (const name of readdirSync(folder, { recursive: true }) as string[]) {
      if (name.endsWith('.pm')) files.set(name, readFileSync(join(folder, name)));
    }
  }
  return files;
}

/** The device that the glue writes its requests to. */
export const DEVICE = '/dev/sysv-ipc';
