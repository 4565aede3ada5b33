/** JavaScript that V8 need not compile again: its code is kept beside it (vm.Script, cachedData). */
import { Script } from 'node:vm';
import type { CacheFolder } from './cache-folder.js';

interface Waiting {
  readonly folder: CacheFolder;
  readonly name: string;
  readonly script: Script;
}

/** The starter and the command are different scripts: they share the list. */
const holder = globalThis as unknown as { [key: symbol]: Waiting[] | undefined };
const waiting: Waiting[] = (holder[Symbol.for('perl-sysv-ipc scripts')] ??= []);

/** The value of a script. When its code was not in the folder, what has been compiled by the end of the process goes there. */
export function runCached(source: string, filename: string, folder: CacheFolder | null, name: string): unknown {
  const cachedData = folder?.read(name) ?? undefined;
  const script = new Script(source, cachedData === undefined ? { filename } : { filename, cachedData });
  if (folder !== null && (cachedData === undefined || script.cachedDataRejected === true))
    keepAtExit({ folder, name, script });
  return script.runInThisContext();
}

function keepAtExit(entry: Waiting): void {
  if (waiting.push(entry) === 1) process.on('exit', keepCode);
}

/** At the end of the process: only now is it known which functions a run needs. */
export function keepCode(): void {
  for (const { folder, name, script } of waiting.splice(0)) folder.write(name, script.createCachedData());
}
