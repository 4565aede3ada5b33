/**
 * The folder that compiled programs and V8's code are kept in (XDG Base Directory Specification, XDG_CACHE_HOME): one
 * per build of ours and version of Node. Any process may write any entry at any time; a reader sees a whole entry or none.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';

/** More entries than this and the oldest are removed. */
const LIMIT = 600;
/** Folders of other builds go when nothing was written to them for so long, or there are more than these. */
const UNUSED = 7 * 24 * 3600 * 1000;
const BUILDS = 12;

export class CacheFolder {
  readonly path: string;
  readonly #parent: string;
  #writable = true;
  constructor(parent: string, name: string) {
    this.#parent = parent;
    this.path = `${parent}/${name}`;
  }
  /** An entry's bytes; null if there is none, or it was damaged. */
  read(name: string): Buffer | null {
    try {
      return unsealed(readFileSync(`${this.path}/${name}`));
    } catch {
      return null;
    }
  }
  /** Keep an entry; a folder that can't be written is no error. */
  write(name: string, content: Buffer): void {
    if (!this.#writable) return;
    const temporary = `${this.path}/${process.pid}-${Date.now()}.new`;
    try {
      this.#make();
      writeFileSync(temporary, sealed(content), { mode: 0o600, flag: 'wx' });
      renameSync(temporary, `${this.path}/${name}`);
    } catch {
      this.#writable = false;
      remove(temporary);
    }
  }
  #make(): void {
    const made = mkdirSync(this.path, { recursive: true, mode: 0o700 });
    if (made !== undefined) removeUnused(this.#parent, this.path);
    else removeOldest(this.path);
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // it isn't there
  }
}

const SEAL = 8;

/** With its length and a checksum of some of it in front: enough to notice what a crash leaves of a file. */
function sealed(content: Buffer): Buffer {
  const head = Buffer.alloc(SEAL);
  head.writeUInt32LE(content.length, 0);
  head.writeInt32LE(checksum(content), 4);
  return Buffer.concat([head, content]);
}
function unsealed(file: Buffer): Buffer | null {
  if (file.length < SEAL) return null;
  const content = file.subarray(SEAL);
  return file.readUInt32LE(0) === content.length && file.readInt32LE(4) === checksum(content) ? content : null;
}

/** Of one byte in 2000: a block that never reached the disk is noticed, and reading it all would cost more than it saves. */
const SAMPLE = 2000;

function checksum(content: Buffer): number {
  let sum = content.length;
  for (let i = content.length - 1; i >= 0; i -= SAMPLE) sum = (Math.imul(sum, 31) + (content[i] as number)) | 0;
  return sum;
}

function removeOldest(folder: string): void {
  const names = readdirSync(folder);
  if (names.length <= LIMIT) return;
  const aged = names
    .map((name) => ({ path: `${folder}/${name}`, time: modified(`${folder}/${name}`) }))
    .sort((a, b) => a.time - b.time);
  for (const { path } of aged.slice(0, names.length - LIMIT / 2)) remove(path);
}

function removeUnused(parent: string, own: string): void {
  const others = readdirSync(parent)
    .map((name) => `${parent}/${name}`)
    .filter((path) => path !== own);
  const latestFirst = others.map((path) => ({ path, time: modified(path) })).sort((a, b) => b.time - a.time);
  const unused = latestFirst.filter(({ time }, i) => i >= BUILDS || time < Date.now() - UNUSED);
  for (const { path } of unused) rmSync(path, { recursive: true, force: true });
}

function modified(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

/** The folder for a build; null when there is nowhere to keep anything, or someone else could write there. */
export function cacheFolder(
  build: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): CacheFolder | null {
  if ((environment['PERL_SYSV_NO_CACHE'] ?? '0') !== '0') return null;
  const { XDG_CACHE_HOME: given, HOME: home } = environment;
  const base = given?.startsWith('/') ? given : home ? `${home}/.cache` : null;
  if (base === null) return null;
  const folder = new CacheFolder(`${base}/perl-sysv-ipc`, [build, process.version, process.arch, ...flags()].join('-'));
  return isOurs(folder.path) ? folder : null;
}

/** V8's code depends on the options it was started with. */
function flags(): string[] {
  return process.execArgv.map((option) => option.replace(/[^\w=.]/g, '').slice(0, 40));
}

function isOurs(path: string): boolean {
  try {
    const state = statSync(path, { throwIfNoEntry: false });
    return state === undefined || (state.uid === process.geteuid?.() && (state.mode & 0o022) === 0);
  } catch {
    return false;
  }
}
