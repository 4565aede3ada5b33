/** Files compiled earlier, by this process or another: found by their name, used if their text is still the same. */
import type { SubFunction } from '../../runtime/code.js';
import { compileFile } from '../compile/program.js';
import type { Make } from '../compile/link.js';
import { questions } from '../compile/questions.js';
import type { Repeated } from '../compile/trace.js';
import { type Hints, noHints } from '../core/hints.js';
import type { Interp } from '../core/interp.js';
import { noticeLifetimes } from '../lifetime/activate.js';
import type { CacheFolder } from './cache-folder.js';
import { runCached } from './cached-script.js';
import { Replay } from './replay.js';
import { hintsText } from './saved-hints.js';
import { isLatin1, packProgram, type SavedProgram, unpackProgram } from './saved-program.js';

let folder: CacheFolder | null = null;

/** Without a folder nothing is kept. */
export function keepPrograms(where: CacheFolder | null): void {
  folder = where;
}

/** The function of a file, compiled now or earlier. `main`: it is the program itself. */
export function fileFunction(
  perl: Interp,
  source: string,
  file: string,
  hints: Hints = noHints,
  main = false,
): SubFunction {
  noticeLifetimes(perl, source, main);
  if (folder === null || !isLatin1(source)) return compileFile(perl, source, file, hints, main, null);
  const key = `${main ? 'program' : 'file'} ${file} ${questions.state(perl)} ${hints === noHints ? '' : hintsText(hints)}`;
  const name = `${hash(`${key} ${file === '-e' ? source : source.length}`)}.program`;
  const saved = readProgram(folder, name, key, source);
  const loaded = saved === null ? null : load(perl, folder, name, saved);
  if (typeof loaded === 'function') return loaded;
  const keep = (program: SavedProgram): void => folder?.write(name, packProgram(program));
  return compileFile(perl, source, file, hints, main, { key, repeated: loaded, keep });
}

function readProgram(from: CacheFolder, name: string, key: string, source: string): SavedProgram | null {
  const content = from.read(name);
  if (content === null) return null;
  try {
    return unpackProgram(content, key, source);
  } catch {
    return null;
  }
}

function load(
  perl: Interp,
  from: CacheFolder,
  name: string,
  { tables, code }: SavedProgram,
): SubFunction | Repeated | null {
  const makes = units(from, `${name}-${tables.id}.code`, code);
  return makes === null ? null : new Replay(perl, tables, makes).run();
}

function units(from: CacheFolder, name: string, code: string): Make[] | null {
  try {
    return runCached(code, name, from, name) as Make[];
  } catch {
    return null;
  }
}

/** FNV-1a, twice with different beginnings: a name, nothing more, for the key itself is compared. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
