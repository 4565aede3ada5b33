/** csh-style file name patterns as File::Glob's csh_glob has them: * ? [] {} ~ \ and words (perldoc File::Glob). */
import fs from 'node:fs';
import { namesIn } from '../io/directory-stream.js';
import { pathBytes } from '../io/node-errno.js';

const magic = /[*?]|\[[^\]]+\]/;

/** What a pattern may mean, and how its names are answered: the flags of bsd_glob (perldoc File::Glob). */
export interface GlobFlags {
  readonly brace: boolean;
  readonly tilde: boolean;
  /** a backslash quotes */
  readonly quote: boolean;
  readonly nocase: boolean;
  /** folders end in a slash */
  readonly mark: boolean;
  /** a pattern that matches nothing is itself; `nomagic`: only one without special characters */
  readonly nocheck: boolean;
  readonly nomagic: boolean;
  /** `letters`: without regard to case first */
  readonly order: 'letters' | 'bytes' | 'none';
  /** a folder that cannot be read ends everything, by this function */
  readonly failed?: ((errno: number) => never) | undefined;
}

/** What the function glob uses. */
export const cshFlags: GlobFlags = {
  brace: true,
  tilde: true,
  quote: true,
  nocase: false,
  mark: false,
  nocheck: false,
  nomagic: true,
  order: 'letters',
};

/** All file names that match a pattern of one or several words. */
export function expand(pattern: string, flags = cshFlags): string[] {
  return words(pattern).flatMap((word) => expandWord(word, flags));
}

/** Words are separated by blanks; quotes keep blanks. */
function words(pattern: string): string[] {
  const trimmed = pattern.replace(/^\s+|(?<!\\)\s+$/g, '');
  if (!/[\s"']/.test(trimmed) || !balanced(trimmed)) return trimmed === '' && pattern !== '' ? [] : [trimmed];
  const found: string[] = [];
  const word = /(?:[^\s"'\\]|\\[^]|"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)')+/g;
  for (const [text] of trimmed.matchAll(word))
    found.push(text.replace(/"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'/g, '$1$2'));
  return found;
}

/** A quote without its partner makes everything one word. */
function balanced(text: string): boolean {
  return !/["']/.test(text.replace(/\\[^]|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'/g, ''));
}

/** The names for one pattern, blanks and all. */
export function expandWord(word: string, flags: GlobFlags): string[] {
  const text = flags.quote ? word : word.replaceAll('\\', '\\\\');
  const alternatives = flags.brace ? braces(text) : [text];
  const found = alternatives.flatMap((one) => matchesOf(flags.tilde ? tilde(one) : one, flags));
  return flags.mark ? found.map((name) => (!name.endsWith('/') && isDirectory(name) ? `${name}/` : name)) : found;
}

/** {a,b} alternatives; a pattern that is nothing but {} stays, and one with an open brace ends there. */
function braces(text: string): string[] {
  const open = findOutside(text, '{', 0);
  if (open < 0 || text === '{}') return [text];
  const parts = alternatives(text, open);
  const head = text.slice(0, open);
  if (parts === null) return [head];
  return parts.choices.flatMap((choice) => braces(choice + parts.rest).map((tail) => head + tail));
}

function findOutside(text: string, wanted: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '[' && text.indexOf(']', i + 2) > 0) i = text.indexOf(']', i + 2);
    else if (text[i] === wanted) return i;
  }
  return -1;
}

function alternatives(text: string, open: number): { choices: string[]; rest: string } | null {
  const choices: string[] = [];
  let depth = 0;
  let start = open + 1;
  for (let i = open + 1; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === '{') depth++;
    else if (c === '}' && depth > 0) depth--;
    else if (depth === 0 && (c === ',' || c === '}')) {
      choices.push(text.slice(start, i));
      start = i + 1;
      if (c === '}') return { choices, rest: text.slice(start) };
    }
  }
  return null;
}

/** ~ and ~user */
function tilde(text: string): string {
  const m = /^~([^/]*)/.exec(text);
  if (m === null) return text;
  const home = m[1] === '' ? process.env['HOME'] : homeOf(m[1]!);
  return home === undefined ? text : home + text.slice(m[0].length);
}

function homeOf(user: string): string | undefined {
  const line = fs
    .readFileSync('/etc/passwd', 'latin1')
    .split('\n')
    .find((l) => l.startsWith(`${user}:`));
  return line?.split(':')[5];
}

/** The names that match, sorted; a pattern without magic is itself, if the flags say so, whether it exists or not. */
function matchesOf(pattern: string, flags: GlobFlags): string[] {
  const plain = pattern.replace(/\\([^])/g, '$1');
  const special = magic.test(pattern.replace(/\\[^]/g, ''));
  if (!special && flags.nomagic) return [plain];
  const absolute = /^\/+/.exec(pattern)?.[0] ?? '';
  const found = walk(absolute, pattern.slice(absolute.length), flags);
  return found.length === 0 && flags.nocheck ? [plain] : found;
}

function walk(base: string, pattern: string, flags: GlobFlags): string[] {
  const slash = /\/+/.exec(pattern);
  const part = slash === null ? pattern : pattern.slice(0, slash.index);
  const rest = slash === null ? null : pattern.slice(slash.index + slash[0].length);
  const found: string[] = [];
  for (const name of candidates(base, part, flags)) {
    const path = base + name;
    if (rest === null) found.push(path);
    else if (isDirectory(path)) found.push(...(rest === '' ? [path + slash![0]] : walk(path + slash![0], rest, flags)));
  }
  return found;
}

function candidates(base: string, part: string, flags: GlobFlags): string[] {
  if (!magic.test(part.replace(/\\[^]/g, '')) && !(flags.nocase && /[a-z]/i.test(part))) {
    const name = part.replace(/\\([^])/g, '$1');
    return fs.lstatSync(pathBytes(base + name), { throwIfNoEntry: false }) ? [name] : [];
  }
  const names = namesIn(pathBytes(base === '' ? '.' : base));
  if (typeof names === 'number') return flags.failed === undefined ? [] : flags.failed(-names);
  const test = partPattern(part, flags.nocase);
  const hidden = part.startsWith('.');
  const found = names.filter((n) => (hidden || !n.startsWith('.')) && test.test(n));
  if (flags.order === 'none') return found;
  return flags.order === 'letters' ? found.sort(byLetter) : found.sort();
}

/** Without regard to case first. */
function byLetter(a: string, b: string): number {
  const [x, y] = [lower(a), lower(b)];
  if (x !== y) return x < y ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

const lower = (name: string): string => name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

function isDirectory(path: string): boolean {
  return fs.statSync(pathBytes(path), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** One path component as a regular expression. */
function partPattern(part: string, nocase: boolean): RegExp {
  const source = part.replace(
    /\\([^])|\[(!?)((?:\])?[^\]]*)\]|([*?])|([^\w])/g,
    (_all, quoted, not, set, star, other) => {
      if (quoted !== undefined) return `\\x${hex(quoted)}`;
      if (set !== undefined) return `[${not ? '^' : ''}${(set as string).replace(/[\\\]^[]/g, '\\$&')}]`;
      if (star !== undefined) return star === '*' ? '[^]*' : '[^]';
      return `\\x${hex(other)}`;
    },
  );
  return new RegExp(`^${source}$`, nocase ? 'i' : '');
}

const hex = (c: string): string => (c.charCodeAt(0) & 0xff).toString(16).padStart(2, '0');
