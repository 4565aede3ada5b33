// Real perl in WebAssembly with this package's System V IPC: the runner, and exchanges with real perl.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runChild } from '../support/child.js';
import { isolated, isolation } from '../support/isolation.js';
import { realPerl, root } from '../support/perls.js';
import { dist, env, node, run, zeroPerl } from './perl.js';

const here = join(root, 'test/zeroperl');

describe('the runner', () => {
  test('runs END blocks, writes what is buffered and answers the exit status', async () => {
    const { stdout, status } = await run('-e', 'print "one\n"; END { print "two\n" } exit 7');
    expect([stdout, status]).toEqual(['one\ntwo\n', 7]);
  });

  const endings: readonly [string, number][] = [
    ['$! = 2; die "x"', 2],
    ['$! = 0; die "x"', 255],
    ['$! = 256 + 7; die "x"', 7],
    ['$! = 2; exit 5', 5],
    ['defined shmget(-13, 1, 0) or die "shmget: $!"', 2],
    ['semop(-1, "") or die "semop: $!"', 22],
    ['END { $? = 9 } die "x"', 9],
    ['END { $? = $? == 4 ? 6 : 7 } exit 4', 6],
    ['$! = 5; eval { die "x\\n" }; die $@', 5],
    ['eval { die "x" }; 1', 0],
  ];
  test.concurrent.for(endings)('ends %s with status %i', async ([program, status], { expect }) => {
    expect((await run('-e', program)).status).toBe(status);
  });

  test('finds a script by a name relative to the working folder, under that name', async () => {
    const program = 'test/zeroperl/../../t/pages/read-letters.pl';
    expect((await run(program)).stdout).toBe('a\nb\nc\n');
    expect((await run('./missing.pl')).stderr).toBe(
      `Can't open perl script "./missing.pl": No such file or directory\n`,
    );
  });

  test('comes to the end of use sigtrap, though there are no signals', async () => {
    expect((await run('-Msigtrap=die,normal-signals', '-e', 'print "there"')).stdout).toBe('there');
  });

  test('gives $! by name in any numbering', async () => {
    const program = 'shmctl(-1, 2, my $s); print $!{EINVAL} ? "EINVAL" : "?", " ", $! + 0, " $!\n"';
    expect((await run('-e', program)).stdout).toBe('EINVAL 22 Invalid argument\n');
    const own = await runChild([...zeroPerl, '-e', program], { env: { ...env, ZEROPERL_ERRNO: 'own' } });
    expect(own.stdout).toBe('EINVAL 28 Invalid argument\n');
  });
});

describe.skipIf(isolation === undefined)('guards', () => {
  test('remove what a program made, and allow only some keys, run after run', { timeout: 70_000 }, async () => {
    const { stdout, stderr, status } = await runChild(isolated([...node, join(here, 'guards.mjs'), dist]), {
      limit: 60_000,
    });
    const other = (key: string, verdict: string): string[] =>
      ['shmget', 'semget', 'msgget'].map((call) => `${call}(${key}): ${verdict}`);
    const private_ = ['an id that was not got: Invalid argument', 'a private object: allowed'];
    const [refused, allowed] = ['Permission denied', 'allowed'];
    const stays = 'status 0, left: shm 1, sem 0, msg 1';
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout.trimEnd().split('\n')).toEqual([
      ...['in the middle', 'status 255, left: shm 0, sem 0, msg 0', stays, stays],
      ...[...other('0x71', refused), ...other('0x72', allowed), ...private_, stays],
      ...[...other('0x71', allowed), ...other('0x72', refused), ...private_, stays],
      'status 0, left: shm 0, sem 0, msg 0',
    ]);
  });
});

describe.skipIf(isolation === undefined)('exchange', () => {
  test.runIf(realPerl)('of every byte value with real perl, 1,000 rounds', { timeout: 70_000 }, async () => {
    const command = ['sh', join(here, 'exchange.sh'), '1000', ...zeroPerl];
    const { stdout, stderr } = await runChild(isolated(command), { env, limit: 60_000 });
    expect(stderr).toBe('');
    expect(stdout.split('\n').sort()).toEqual(['', 'answer: 1000 rounds, 0 bad', 'ask: 1000 rounds, 0 bad', 'left: 0']);
  });

  test.runIf(realPerl)('with real perl while the event loop goes on', { timeout: 70_000 }, async () => {
    const waiting = [...node, join(here, 'waiting.mjs'), dist];
    const { stdout, stderr } = await runChild(isolated(['sh', join(here, 'exchange.sh'), '300', ...waiting]), {
      limit: 60_000,
    });
    expect(stderr).toBe('');
    const lines = ['', 'answer: 300 rounds, 0 bad', 'ask: 300 rounds, 0 bad', 'left: 0', 'the event loop went on'];
    expect(stdout.split('\n').sort()).toEqual(lines);
  });

  test('between two guests of one process, which wait without blocking', { timeout: 70_000 }, async () => {
    const command = [...node, join(here, 'two-guests.mjs'), dist];
    const { stdout, stderr } = await runChild(isolated(command), { limit: 60_000 });
    expect(stderr).toBe('');
    expect(stdout).toBe('got round 50\ngone 2 No such file or directory\nthe event loop went on\n0 left\n');
  });
});
