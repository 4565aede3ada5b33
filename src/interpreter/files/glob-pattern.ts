/** csh-style file name patterns as File::Glob's csh_glob has them: * ? [] {} ~ \ and words (perldoc File::Glob). */
import fs from 'node:fs';
import { namesIn } from '../io/directory-stream.js';
import { pathBytes } from '../io/node-errno.js';

const magic = /[*?]|\[[^\]]+\]/;

/** All file names that match a pattern of one or several words. */
export function expand(pattern: string): string[] {
  return words(pattern).flatMap(expandWord);
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

function expandWord(word: string): string[] {
  return braces(word).flatMap((text) => matchesOf(tilde(text)));
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

/** The names that match, sorted; a pattern without magic is itself, whether it exists or not. */
function matchesOf(pattern: string): string[] {
  if (!magic.test(pattern.replace(/\\[^]/g, ''))) return [pattern.replace(/\\([^])/g, '$1')];
  const absolute = /^\/+/.exec(pattern)?.[0] ?? '';
  return walk(absolute, pattern.slice(absolute.length));
}

function walk(base: string, pattern: string): string[] {
  const slash = /\/+/.exec(pattern);
  const part = slash === null ? pattern : pattern.slice(0, slash.index);
  const rest = slash === null ? null : pattern.slice(slash.index + slash[0].length);
  const found: string[] = [];
  for (const name of candidates(base, part)) {
    const path = base + name;
    if (rest === null) found.push(path);
    else if (isDirectory(path)) found.push(...(rest === '' ? [path + slash![0]] : walk(path + slash![0], rest)));
  }
  return found;
}

function candidates(base: string, part: string): string[] {
  if (!magic.test(part.replace(/\\[^]/g, ''))) {
    const name = part.replace(/\\([^])/g, '$1');
    return fs.lstatSync(pathBytes(base + name), { throwIfNoEntry: false }) ? [name] : [];
  }
  const names = namesIn(pathBytes(base === '' ? '.' : base));
  if (typeof names === 'number') return [];
  const test = partPattern(part);
  const hidden = part.startsWith('.');
  return names.filter((n) => (hidden || !n.startsWith('.')) && test.test(n)).sort(byLetter);
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
function partPattern(part: string): RegExp {
  const source = part.replace(
    /\\([^])|\[(!?)((?:\])?[^\]]*)\]|([*?])|([^\w])/g,
    (_all, quoted, not, set, star, other) => {
      if (quoted !== undefined) return `\\x${hex(quoted)}`;
      if (set !== undefined) return `[${not ? '^' : ''}${(set as string).replace(/[\\\]^[]/g, '\\$&')}]`;
      if (star !== undefined) return star === '*' ? '[^]*' : '[^]';
      return `\\x${hex(other)}`;
    },
  );
  return new RegExp(`^${source}$`);
}

const hex = (c: string): string => (c.charCodeAt(0) & 0xff).toString(16).padStart(2, '0');
