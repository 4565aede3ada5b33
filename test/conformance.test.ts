// The suite is complete, real perl has all of it, and Perls that lack something are told what.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { conformance, packageFolder } from '../src/conformance/conformance.js';
import { asTable, asTap, percent } from '../src/conformance/render.js';
import { type ProgramOutcome, type Report, Tally } from '../src/conformance/report.js';
import { suite } from '../src/conformance/suite.js';
import { runChild } from './support/child.js';
import { perlSysV, realPerl } from './support/perls.js';

const folders = ['arguments', 'builtins', 'errno', 'ipc-sysv', 'modules'];
/** About modules that do not come with perl. */
const notPerls = ['ipc-shareable.t'];
const outcome = (stdout: string, rest: Partial<ProgramOutcome> = {}): ProgramOutcome => ({
  stdout,
  stderr: '',
  status: 0,
  ...rest,
});

function reportOf(...outcomes: readonly (readonly [file: string, outcome: ProgramOutcome])[]): Report {
  const tally = new Tally();
  for (const [name, result] of outcomes) tally.add(suite.find(({ file }) => file === name)!, result);
  return tally.report('some perl', '5.036', true);
}

describe('the suite', () => {
  test('has every test program of its folders', () => {
    const files = folders.flatMap((folder) =>
      readdirSync(join(packageFolder, 't', folder))
        .filter((name) => name.endsWith('.t') && !notPerls.includes(name))
        .map((name) => `t/${folder}/${name}`),
    );
    expect(new Set(suite.map(({ file }) => file))).toEqual(new Set(files));
  });

  test.skipIf(realPerl === undefined)('real perl has all of it', { timeout: 120_000 }, async () => {
    const seen = new Map<string, number>();
    const progress = (file: string, { stdout }: ProgramOutcome) =>
      void seen.set(file, stdout.match(/^ *ok\b/gm)?.length ?? 0);
    const report = await conformance({ perl: realPerl ?? [], progress });
    expect(report.subjects.flatMap(({ failures }) => failures)).toEqual([]);
    expect(report.score).toBe(100);
    // What suite.ts says about sizes is about right.
    const wrong = suite.filter(({ file, tests }) => Math.abs(1 - tests / (seen.get(file) ?? 0)) > 0.4);
    expect(wrong).toEqual([]);
  });
});

describe('a report', () => {
  test('names a failing test and its page', () => {
    const { subjects, score } = reportOf([
      't/builtins/shmread.t',
      outcome('ok 1 - a\nnot ok 2 - b\n1..2\n', { status: 1 }),
    ]);
    expect(subjects[0]).toMatchObject({ subject: 'shmread', passed: 1, failed: 1, notRun: 0 });
    expect(subjects[0]?.failures).toEqual([
      { file: 't/builtins/shmread.t', test: 'b', page: 'docs/perlfunc/shmread.md' },
    ]);
    expect(score).toBe(50);
  });

  test('gives a test of the operands to the builtin it names', () => {
    const report = reportOf(['t/arguments/order.t', outcome('not ok 1 - semget reads NSEMS last\nok 2 - x\n1..2\n')]);
    expect(report.subjects.map(({ subject, failed, passed }) => [subject, failed, passed])).toEqual([
      ['semget', 1, 0],
      ['operands', 0, 1],
    ]);
  });

  test.for([
    [
      'died',
      outcome('ok 1 - a\n', { status: 255, stderr: 'syntax error\nmore\n' }),
      'stopped with status 255: syntax error',
    ],
    ['hung', outcome('', { status: 'SIGKILL', timedOut: true }), 'timed out'],
    ['has another status', outcome('ok 1\n1..1\n', { status: 3 }), 'stopped with status 3'],
  ] as const)('a program that %s is no success', ([, result, reason]) => {
    const report = reportOf(['t/modules/msg.t', result]);
    expect(report.score).toBeLessThan(100);
    expect(report.total.notRun).toBeGreaterThan(0);
    expect(report.subjects[0]?.failures).toEqual([
      { file: 't/modules/msg.t', test: `(${reason})`, page: 'docs/modules/IPC-Msg.md' },
    ]);
  });

  test('as a table and as TAP', () => {
    const report = reportOf(['t/modules/msg.t', outcome('not ok 1 - a\n1..1\n', { status: 1 })]);
    expect(asTable(report)).toMatch(/^Modules\n {2}IPC::Msg +0 +1 +0 +0 {3}docs\/modules\/IPC-Msg\.md$/m);
    expect(asTable(report)).toContain('Failing\nt/modules/msg.t: a\n    see docs/modules/IPC-Msg.md\n');
    expect(asTap(report)).toMatch(/^1\.\.1$[^]*^not ok 1 - IPC::Msg: 0 passed\n# t\/modules\/msg\.t: a \(see docs/m);
  });

  test('100 % is not rounded', () => {
    expect(percent(99.99)).toBe('99.9 %');
    expect(percent(100)).toBe('100.0 %');
  });
});

describe('an embedded interpreter', () => {
  test('is given each program by its path', async () => {
    const paths: string[] = [];
    const report = await conformance({
      perl: (path) => {
        paths.push(path);
        return outcome('ok 1 - fine\n1..1\n');
      },
      only: /^IPC::Msg$/,
    });
    expect(paths).toEqual([join(packageFolder, 't/modules/msg.t')]);
    expect(report).toMatchObject({ perl: 'embedded', score: 100 });
  });

  test('that throws has not passed', async () => {
    const broken = () => Promise.reject(new Error('no fork'));
    const report = await conformance({ perl: broken, only: /^IPC::Msg$/ });
    expect(report.subjects[0]?.failures[0]?.test).toBe('(stopped with status exception: Error: no fork)');
  });
});

test('a command that does not exist is an error', async () => {
  await expect(conformance({ perl: ['/nonexistent/perl'], only: /msgget/ })).rejects.toThrow('nonexistent');
});

describe('perl-sysv conformance', () => {
  const run = (...args: string[]) => runChild([...perlSysV, 'conformance', ...args], { limit: 60_000 });

  test('judges a command', async () => {
    const { stdout, status } = await run('--perl', 'false', '--only', 'msgget', '--tap');
    expect(stdout).toMatch(/^TAP version 13\n1\.\.1\n# false[^]*not ok 1 - msgget/);
    expect(status).toBe(1);
  });

  test.skipIf(realPerl === undefined)('is content with real perl', async () => {
    const { stdout, status } = await run(`--perl=${realPerl?.join(' ')}`, '--only=^msgget$', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ score: 100, subjects: [{ subject: 'msgget', failed: 0 }] });
    expect(status).toBe(0);
  });

  test('gives way to a program of that name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
    writeFileSync(join(folder, 'conformance'), "print 'a program';");
    const { stdout } = await runChild([...perlSysV, 'conformance'], { cwd: folder });
    rmSync(folder, { recursive: true });
    expect(stdout).toBe('a program');
  });

  test('refuses what it does not know', async () => {
    const { stderr, status } = await run('--table', '--bad');
    expect(stderr).toMatch(/^Unknown option --bad\nUsage: perl-sysv conformance/);
    expect(status).toBe(2);
  });
});
