import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { getTimer, setTimer, times } from './clock.js';
import { pipe, poll, setCloseOnExec, setStatusFlag, socketPair } from './descriptors.js';
import { type FileStatus, fstat, lstat, stat } from './file-status.js';
import { formatDouble } from './format-double.js';
import { readlink, setFileTimes, terminalName, workingFolder } from './paths.js';
import { sys } from './results.js';
import { outcomeOf, runChild } from './testing/child.mjs';
import { groupById, groupByName, nextUser, rewindUsers, userById, userByName } from './users.js';

/** What perl prints, or undefined where there is no perl. */
function perl(program: string, ...operands: string[]): string | undefined {
  const run = spawnSync('perl', ['-e', program, ...operands], { encoding: 'latin1' });
  return run.status === 0 ? run.stdout : undefined;
}

const folder = mkdtempSync(join(tmpdir(), 'libc-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('stat', () => {
  const listed = (status: FileStatus | number): string => {
    if (typeof status === 'number') return String(status);
    const { dev, ino, mode, nlink, uid, gid, rdev, size, atime, mtime, ctime, blksize, blocks } = status;
    const times = [atime, mtime, ctime].map((time) => time.seconds);
    return [dev, ino, mode, nlink, uid, gid, rdev, size, ...times, blksize, blocks].join(' ');
  };

  it('has the thirteen values of perl for files, folders, devices and links', () => {
    symlinkSync('/etc/passwd', join(folder, 'link'));
    for (const path of ['/etc/passwd', '/', '/dev/null', '/dev/tty', join(folder, 'link')]) {
      const expected = perl('print join " ", stat $ARGV[0]', path);
      if (expected === undefined) return;
      expect(listed(stat(path))).toBe(expected);
      expect(listed(lstat(path))).toBe(perl('print join " ", lstat $ARGV[0]', path));
    }
  });

  it('takes descriptors, and says what is wrong', () => {
    const fd = sys.open(Buffer.from('/etc/passwd\0'), 0, 0);
    expect(listed(fstat(fd))).toBe(listed(stat('/etc/passwd')));
    expect([sys.close(fd), fstat(fd), stat('/no/file'), stat('/etc/passwd/x')]).toEqual([0, -9, -2, -20]);
  });
});

describe('paths', () => {
  it('links, times, folder', () => {
    symlinkSync('else\u{e9}where', join(folder, 'bytes'));
    expect(readlink(join(folder, 'bytes'))).toBe('else\xc3\xa9where');
    expect(readlink(folder)).toBe(-22);
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(setFileTimes(file, 1.25, -1.5)).toBe(0);
    expect(stat(file)).toMatchObject({
      atime: { seconds: 1n, nanoseconds: 250_000_000 },
      mtime: { seconds: -2n, nanoseconds: 500_000_000 },
    });
    expect(setFileTimes(file, undefined, undefined)).toBe(0);
    expect(Number((stat(file) as FileStatus).mtime.seconds)).toBeGreaterThan(1e9);
    expect(workingFolder()).toBe(process.cwd());
    expect(terminalName(99)).toBeUndefined();
  });
});

describe('descriptors', () => {
  it('pipes, flags, poll', () => {
    const ends = pipe(0);
    if (typeof ends === 'number') throw new Error(`pipe ${ends}`);
    const [reading, writing] = ends;
    expect([setCloseOnExec(reading, true), sys.fcntl(reading, 1, 0)]).toEqual([0, 1]);
    expect([setCloseOnExec(reading, false), sys.fcntl(reading, 1, 0)]).toEqual([0, 0]);
    expect(setStatusFlag(reading, 0o4000, true)).toBe(0);
    const bytes = Buffer.alloc(8);
    expect([sys.read(reading, bytes, 8), poll(reading, 1, 0)]).toEqual([-11, 0]);
    expect(sys.write(writing, Buffer.from('abc'), 3)).toBe(3);
    expect([poll(reading, 1, 0), sys.read(reading, bytes, 8)]).toEqual([1, 3]);
    sys.close(writing);
    expect([poll(reading, 1, 0), sys.read(reading, bytes, 8), sys.close(reading)]).toEqual([16, 0, 0]);
    expect(setCloseOnExec(-1, true)).toBe(-9);
  });

  it('sockets', () => {
    const ends = socketPair(1, 1, 0);
    if (typeof ends === 'number') throw new Error(`socketpair ${ends}`);
    const bytes = Buffer.alloc(8);
    expect([sys.send(ends[0], Buffer.from('hello'), 5, 0), sys.recv(ends[1], bytes, 8, 0)]).toEqual([5, 5]);
    expect([sys.shutdown(ends[0], 1), sys.recv(ends[1], bytes, 8, 0)]).toEqual([0, 0]);
    for (const end of ends) sys.close(end);
    expect(socketPair(77, 1, 0)).toBe(-97);
  });
});

it('users and groups are those of perl', () => {
  const listed = perl('print join "|", (getpwuid 0)[0,1,2,3,6,7,8]');
  if (listed === undefined) return;
  const { name, passwd, uid, gid, gecos, dir, shell } = userByName('root') ?? {};
  expect([name, passwd, uid, gid, gecos, dir, shell].join('|')).toBe(listed);
  expect(userById(0)).toEqual(userByName('root'));
  expect([userByName('no-such-user'), groupByName('no-such-group')]).toEqual([undefined, undefined]);
  expect(groupById(0)).toMatchObject({ name: 'root', gid: 0 });
  rewindUsers();
  const names: string[] = [];
  for (let entry = nextUser(); entry; entry = nextUser()) names.push(entry.name);
  expect(names.join(' ')).toBe(perl('my @n; while (my $n = getpwent) { push @n, $n } print "@n"'));
});

it('doubles are formatted as C does', () => {
  const formats = ['%.15g', '%g', '%e', '%+.3f', '%20.10g|', '%-12.2e|', '%a', '%.0f', '%#g', '%015.4f', '%.600f'];
  for (const format of formats) {
    for (const number of [0, -0, 0.1, 1e15, 1e16, 123456789, -2.5, 1e-7, 1.7976931348623157e308, 5e-324]) {
      const expected = perl('printf $ARGV[0], unpack "d", pack "H*", $ARGV[1]', format, hex(number));
      if (expected !== undefined && format !== '%a') expect(formatDouble(format, number)).toBe(expected);
    }
  }
  expect([formatDouble('%g', Infinity), formatDouble('%f', NaN)]).toEqual(['inf', 'nan']);
});

const hex = (number: number): string => Buffer.from(Float64Array.of(number).buffer).toString('hex');

it('clocks: timers and times', () => {
  expect(setTimer(2, 1000, 500.25)).toEqual({ value: 0, interval: 0 });
  expect(getTimer(2)).toMatchObject({ interval: 500.25 });
  expect(setTimer(2, 0, 0)).toMatchObject({ interval: 500.25 });
  expect(getTimer(9)).toBe(-22);
  const [user, system] = times();
  expect(user + system).toBeGreaterThan(0.01);
});

it('the process can be renamed', () => {
  const name = outcomeOf(`
    import { readFileSync } from 'node:fs';
    import { processName, setProcessName } from './process-name.js';
    setProcessName('a name longer than fifteen');
    console.log(JSON.stringify([processName(), readFileSync('/proc/self/comm', 'utf8')]));
  `);
  expect(name).toEqual(['a name longer t', 'a name longer t\n']);
});

it('nothing is loaded before the first call', () => {
  const { stdout } = runChild(`
    import { LinuxKernel } from './linux-kernel.js';
    import { pending } from './signals.js';
    import { spawn } from './spawn.js';
    import { canFork } from './fork.js';
    import { readFileSync } from 'node:fs';
    const loaded = () => readFileSync('/proc/self/maps', 'latin1').includes('koffi.node');
    const kernel = new LinuxKernel();
    console.log(loaded(), pending[0], typeof spawn, canFork(), kernel.shmget(1, 1, 0), loaded());
  `);
  expect(stdout).toBe('false 0 function false -2 true\n');
});
