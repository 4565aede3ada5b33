/** JavaScript that V8 need not compile again: its code is kept beside it (vm.Script, cachedData). */
import { Script } from 'node:vm';
import type { CacheFolder } from './cache-folder.js';

interface Waiting {
  readonly folder: CacheFolder;
  readonly name: string;
  readonly script: Script;
}

const waiting: Waiting[] = [];

/** The value of a script. When its code was not in the folder, what has been compiled by the end of the process goes there. */
export function runCached(source: string, filename: string, folder: CacheFolder | null, name: string): unknown {
  const cachedData = folder?.read(name) ?? undefined;
  const script = new Script(source, cachedData === undefined ? { filename } : { filename, cachedData });
  if (folder !== null && (cachedData === undefined || script.cachedDataRejected === true)) keepAtExit({ folder, name, script });
  return script.runInThisContext();
}

/** Only now is it known which functions a run needs. A forked child leaves without 'exit' events. */
function keepAtExit(entry: Waiting): void {
  if (waiting.push(entry) > 1) return;
  process.on('exit', () => {
    for (const { folder, name, script } of waiting) folder.write(name, script.createCachedData());
  });
}
