// Real perl in WebAssembly with this package's System V IPC: the conformance files, and exchanges with real perl.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Outcome, runChild } from '../support/child.js';
import { isolated, isolation } from '../support/isolation.js';
import { realPerl, root } from '../support/perls.js';
import { conformance } from './conformance.js';

const here = join(root, 'test/zeroperl');
const dist = join(root, process.env['DIST'] ?? 'dist');
const env = { ...process.env, ZEROPERL_INCLUDE: `${join(here, 'lib')}:${join(root, 't/lib')}` };
const zeroPerl = [process.execPath, '--no-warnings', join(here, 'run.mjs'), dist];

const run = (...args: string[]): Promise<Outcome> =>
  runChild(isolated([...zeroPerl, ...args]), { cwd: root, env, limit: 60_000 });

describe.skipIf(isolation === undefined)('conformance', () => {
  test.for(Object.entries(conformance))('%s', { timeout: 70_000 }, async ([file, { failed, why }]) => {
    const { stdout, stderr, timedOut } = await run(join(root, file));
    const bad = stdout.match(/^not ok .*/gm) ?? [];
    expect(bad.length, `${why ?? ''}\n${bad.join('\n')}\n${stderr}`).toBe(failed);
    expect([timedOut, /^1\.\.\d+/m.test(stdout)]).toEqual([false, true]);
  });
});

describe('the runner', () => {
  test('runs END blocks, writes what is buffered and answers the exit status', async () => {
    const { stdout, status } = await run('-e', 'print "one\n"; END { print "two\n" } exit 7');
    expect([stdout, status]).toEqual(['one\ntwo\n', 7]);
  });

  test('gives $! by name in any numbering', async () => {
    const program = 'shmctl(-1, 2, my $s); print $!{EINVAL} ? "EINVAL" : "?", " ", $! + 0, " $!\n"';
    expect((await run('-e', program)).stdout).toBe('EINVAL 22 Invalid argument\n');
    const own = await runChild([...zeroPerl, '-e', program], { env: { ...env, ZEROPERL_ERRNO: 'own' } });
    expect(own.stdout).toBe('EINVAL 28 Invalid argument\n');
  });
});

describe.skipIf(isolation === undefined)('exchange', () => {
  test.runIf(realPerl)('of every byte value with real perl, 1,000 rounds', { timeout: 70_000 }, async () => {
    const command = ['sh', join(here, 'exchange.sh'), '1000', ...zeroPerl];
    const { stdout, stderr } = await runChild(isolated(command), { env, limit: 60_000 });
    expect(stderr).toBe('');
    expect(stdout.split('\n').sort()).toEqual(['', 'answer: 1000 rounds, 0 bad', 'ask: 1000 rounds, 0 bad', 'left: 0']);
  });

  test('between two guests of one process, which wait without blocking', { timeout: 70_000 }, async () => {
    const command = [process.execPath, '--no-warnings', join(here, 'two-guests.mjs'), dist];
    const { stdout, stderr } = await runChild(isolated(command), { limit: 60_000 });
    expect(stderr).toBe('');
    expect(stdout).toBe('got round 50\ngone 2 No such file or directory\nthe event loop went on\n0 left\n');
  });
});
