import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CacheFolder, cacheFolder } from './cache-folder.js';

let base: string;
beforeEach(() => {
  base = mkdtempSync(`${tmpdir()}/cache-folder-`);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

test('what is written is read again, by anyone, and nothing else lies about', () => {
  new CacheFolder(base, 'a').write('x', Buffer.from('content'));
  expect(new CacheFolder(base, 'a').read('x')?.toString()).toBe('content');
  expect(readdirSync(`${base}/a`)).toEqual(['x']);
  expect(new CacheFolder(base, 'a').read('y')).toBeNull();
});

test('damaged entries are none', () => {
  const folder = new CacheFolder(base, 'a');
  folder.write('x', Buffer.alloc(5000, 'content'));
  const whole = readFileSync(`${base}/a/x`);
  for (const damaged of [
    whole.subarray(0, 3),
    whole.subarray(0, 4000),
    Buffer.concat([whole, whole]),
    Buffer.from(whole).fill(0, 512, 3000),
  ]) {
    writeFileSync(`${base}/a/x`, damaged);
    expect(folder.read('x')).toBeNull();
  }
});

test('a folder that can not be written is no error', () => {
  writeFileSync(`${base}/file`, '');
  const folder = new CacheFolder(`${base}/file`, 'a');
  folder.write('x', Buffer.from('content'));
  expect(folder.read('x')).toBeNull();
});

test('the oldest entries go when there are too many', () => {
  const folder = new CacheFolder(base, 'a');
  for (let i = 0; i < 700; i++) folder.write(`x${i}`, Buffer.from('content'));
  expect(readdirSync(`${base}/a`).length).toBeLessThan(620);
  expect(folder.read('x699')).not.toBeNull();
});

test('where it is, and when there is none', () => {
  expect(cacheFolder('build', { XDG_CACHE_HOME: base })?.path).toMatch(
    `${base}/perl-sysv-ipc/build-${process.version}-${process.arch}`,
  );
  expect(cacheFolder('build', { HOME: base })?.path).toMatch(`${base}/.cache/perl-sysv-ipc/`);
  expect(cacheFolder('build', { HOME: base, XDG_CACHE_HOME: 'relative' })?.path).toMatch(`${base}/.cache/`);
  expect(cacheFolder('build', {})).toBeNull();
  expect(cacheFolder('build', { HOME: base, PERL_SYSV_NO_CACHE: '1' })).toBeNull();
});

test('a folder that others can write is not used', () => {
  const folder = cacheFolder('build', { XDG_CACHE_HOME: base }) as CacheFolder;
  folder.write('x', Buffer.from('content'));
  expect(statSync(folder.path).mode & 0o077).toBe(0);
  chmodSync(folder.path, 0o777);
  expect(cacheFolder('build', { XDG_CACHE_HOME: base })).toBeNull();
});

test('folders of many other builds go', () => {
  for (let i = 0; i < 20; i++) new CacheFolder(base, `build${i}`).write('x', Buffer.from('content'));
  expect(readdirSync(base).length).toBeLessThanOrEqual(13);
  expect(new CacheFolder(base, 'build19').read('x')).not.toBeNull();
});
