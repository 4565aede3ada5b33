/**
 * Starts the command from its scripts (tools/bundle.mjs). Only this file is compiled anew at each start; all the rest comes
 * out of the cache as far as it is needed.
 */
import { readFileSync } from 'node:fs';
import { type CacheFolder, cacheFolder } from '../interpreter/cache/cache-folder.js';
import { runCached } from '../interpreter/cache/cached-script.js';
import { freeDescriptors } from './descriptors.js';
import { launch } from './launch.js';

type Exports = Record<string, unknown>;
type Chunk = (require: NodeJS.Require, chunk: (name: string) => Exports, folder: string, more: unknown) => Exports;

/** Is there a --no-cache among the switches in front? */
function cacheRefused(args: readonly string[]): boolean {
  for (const arg of args) {
    if (arg === '--no-cache') return true;
    if (!arg.startsWith('-') || arg === '--') return false;
  }
  return false;
}

/** `dist`: the folder all places are relative to; `build`: the folder of the scripts below it, named after their content. */
export function start(require: NodeJS.Require, dist: string, build: string): void {
  launch.scriptDescriptor = freeDescriptors(process.argv[1] as string);
  const folder: CacheFolder | null = cacheRefused(process.argv.slice(2)) ? null : cacheFolder(build);
  let exportsOf: (path: string) => Exports = () => ({});
  const loaded = new Map<string, Exports>();
  const chunk = (name: string): Exports => {
    let exports = loaded.get(name);
    if (exports === undefined) {
      exports = run(name, exportsOf);
      loaded.set(name, exports);
    }
    return exports;
  };
  const run = (name: string, more: unknown): Exports => {
    const path = `${dist}/command/${build}/${name}.js`;
    return (runCached(readFileSync(path, 'latin1'), path, folder, `${name}.code`) as Chunk)(require, chunk, dist, more);
  };
  launch.cache = folder;
  run('core', (answer: (path: string) => Exports) => {
    exportsOf = answer;
  });
}
