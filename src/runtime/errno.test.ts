import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { errnoFromInteger, errnoNumber, errnoText, exitStatusOfDie } from './errno.js';
import { errnoHashExists, errnoHashFetch, errnoHashKeys, errnoPosixNames } from './errno-hash.js';

/** The lines that real perl prints, or undefined without it. */
function perlLines(...args: string[]): string[] | undefined {
  const { status, stdout } = spawnSync('perl', args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  return status === 0 ? stdout.split('\n') : undefined;
}

describe('$!', () => {
  it('has the texts of real perl', ({ skip }) => {
    const texts = perlLines('-e', 'for (-1 .. 140, 4096) { $! = $_; print "$!\\n" }') ?? skip('no perl');
    expect([...Array(142).keys()].map((index) => errnoText(index - 1)).concat(errnoText(4096), '')).toEqual(texts);
  });

  it('is assigned as a C int', () => {
    expect([undefined, 2, 4294967298, 2147483648, -1, 2n ** 64n - 1n].map(errnoFromInteger)).toEqual([
      0, 2, 2, -2147483648, -1, -1,
    ]);
  });

  it('gives a dying program its exit status', () => {
    expect([
      exitStatusOfDie(2, 0),
      exitStatusOfDie(263, 0),
      exitStatusOfDie(256, 3 << 8),
      exitStatusOfDie(0, 15),
    ]).toEqual([2, 7, 3, 255]);
  });
});

describe('%!', () => {
  it('has the names of the module Errno', ({ skip }) => {
    const program = 'print join "\\n", (sort @Errno::EXPORT_OK), "-", @{$Errno::EXPORT_TAGS{POSIX}}';
    const names = perlLines('-MErrno', '-e', program) ?? skip('no perl');
    expect([...errnoHashKeys].sort().concat('-', errnoPosixNames)).toEqual(names);
  });

  it('is true for the current error and its aliases', () => {
    expect(errnoHashKeys.filter((name) => errnoHashFetch(name, 11))).toEqual(['EAGAIN', 'EWOULDBLOCK']);
    expect([errnoHashFetch('ENOENT', 2), errnoHashFetch('EPERM', 2), errnoHashFetch('enoent', 2)]).toEqual([2, 0, '']);
    expect([errnoHashExists('EINVAL'), errnoHashExists('toString'), errnoNumber('EIDRM')]).toEqual([true, false, 43]);
  });
});
