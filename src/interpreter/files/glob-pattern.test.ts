import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expand } from './glob-pattern.js';

const before = process.cwd();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'glob-'));
beforeAll(() => {
  for (const name of ['a', 'b', '.h', 'sp ace']) fs.mkdirSync(path.join(folder, name));
  const files = [
    'a/x.c',
    'a/y.c',
    'a/Z.h',
    'b/x.c',
    '.hid',
    'B.txt',
    'a.txt',
    'c.TXT',
    '[q]',
    'sp ace/f',
    'e*f',
    'q"u',
  ];
  for (const name of files) fs.writeFileSync(path.join(folder, name), '');
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(before);
  fs.rmSync(folder, { recursive: true });
});

/** Answers of perl 5.36 in the same folder. */
it.each([
  ['*', '[q]|a|a.txt|b|B.txt|c.TXT|e*f|q"u|sp ace'],
  ['*.txt', 'a.txt|B.txt'],
  ['*/*.c', 'a/x.c|a/y.c|b/x.c'],
  ['{a,b}/*.c', 'a/x.c|a/y.c|b/x.c'],
  ['a/{x,q}.c', 'a/x.c|a/q.c'],
  ['.*', '.|..|.h|.hid'],
  ['[!ab]*', '[q]|B.txt|c.TXT|e*f|q"u|sp ace'],
  ['a.txt nosuch', 'a.txt|nosuch'],
  ['nosuch*', ''],
  ['{}', '{}'],
  ['a{}b', 'ab'],
  ['e\\*f', 'e*f'],
  ['"sp ace"/*', 'sp ace/f'],
  ['sp\\ ace/*', 'sp ace/f'],
  ['*/', 'a/|b/|sp ace/'],
  ['{a,{b,c}}*', 'a|a.txt|b|c.TXT'],
  ['[[]q]', '[q]'],
  ['a//x.c', 'a//x.c'],
  ['{a,b}{1,2}', 'a1|a2|b1|b2'],
  ['q"u', 'q"u'],
  ['a/[xyz', 'a/[xyz'],
])('%s', (pattern, names) => {
  expect(expand(pattern).join('|')).toBe(names);
});
