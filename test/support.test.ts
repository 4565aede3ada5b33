// What the runners rely on: they notice failures, and nothing can block them.
import { describe, expect, test } from 'vitest';
import { runChild } from './support/child.js';
import { isolated, isolation } from './support/isolation.js';
import { readKnownDifferences } from './support/known-differences.js';
import { realPerl } from './support/perls.js';
import { failuresOf } from './support/tap.js';
import { firstDifference, verdict } from './support/verdict.js';

describe('runChild', () => {
  test('tells output, errors and status', async () => {
    const outcome = await runChild(['sh', '-c', 'cat; echo oops >&2; exit 3'], { stdin: 'in' });
    expect(outcome).toEqual({ stdout: 'in', stderr: 'oops\n', status: 3, timedOut: false });
  });

  test('keeps every byte', async () => {
    expect((await runChild(['printf', '\\377\\000\\303'])).stdout).toBe('\xff\0\xc3');
  });

  test('kills a program and its children at the limit', async () => {
    const start = Date.now();
    const outcome = await runChild(['sh', '-c', 'echo started; sleep 20 & sleep 20'], { limit: 300 });
    expect(outcome).toMatchObject({ stdout: 'started\n', timedOut: true, status: 'SIGKILL' });
    expect(Date.now() - start).toBeLessThan(5000);
  });

  test.skipIf(realPerl === undefined || isolation === undefined)('kills a program that sleeps in semop', async () => {
    const program = '$| = 1; print "waiting"; semop(semget(0, 1, 0600), pack "s!3", 0, -1, 0)';
    const outcome = await runChild(isolated([...(realPerl ?? []), '-e', program]), { limit: 500 });
    expect(outcome).toMatchObject({ stdout: 'waiting', timedOut: true });
  });
});

describe('TAP', () => {
  test.for([
    ['ok 1 - a\n1..1\n', []],
    ['ok 1 - a\nnot ok 2 - b\n1..2\n', ['not ok 2 - b']],
    ['    not ok 1 - inner\nok 1 - outer\n1..1\n', ['    not ok 1 - inner']],
    ['not ok 1 - later # TODO not yet\n1..1\n', []],
    ['ok 1 - a\n', ['no plan']],
    ['1..0 # SKIP why\n', []],
  ] as const)('failures of %j', ([tap, failures]) => {
    expect(failuresOf(tap)).toEqual(failures);
  });
});

describe('known differences', () => {
  test('are read with their reasons', () => {
    const known = readKnownDifferences('# comment\n\nt/a.t: does not fork\n');
    expect([...known]).toEqual([['t/a.t', 'does not fork']]);
  });

  test('need a reason', () => {
    expect(() => readKnownDifferences('t/a.t\n')).toThrow('no PATH: REASON in "t/a.t"');
  });

  test('excuse a difference, and nothing else', () => {
    expect(verdict('line 1', undefined)).toBe('line 1');
    expect(verdict('', undefined)).toBe('');
    expect(verdict('line 1', 'known')).toBe('');
    expect(verdict('', 'known')).toContain('passes now');
  });

  test('the first difference is shown', () => {
    expect(firstDifference(['a', 'b'], ['a', 'b'])).toBe('');
    expect(firstDifference(['a', 'b'], ['a', 'c'])).toBe('line 2: c\nreal perl: b');
    expect(firstDifference(['a', 'b'], ['a'])).toBe('line 2: (end)\nreal perl: b');
    expect(firstDifference(['a'], ['a', 'b'])).toBe('line 2: b\nreal perl: (end)');
  });
});
