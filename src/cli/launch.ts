/** What the starter tells the command, which is another script: nothing when the command runs from its modules. */
import type { CacheFolder } from '../interpreter/cache/cache-folder.js';

export interface Launch {
  cache: CacheFolder | null;
  /** the descriptor that perl would have the program's file at */
  scriptDescriptor: number | null;
}

const holder = globalThis as unknown as { [key: symbol]: Launch | undefined };
const key = Symbol.for('perl-sysv-ipc launch');

export const launch: Launch = (holder[key] ??= { cache: null, scriptDescriptor: null });
