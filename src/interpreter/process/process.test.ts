import { describe, expect, it } from 'vitest';
import { forkOptions, outcomeOf, runChild } from '../../libc/testing/child.mjs';

/** A program in a child process, with a Perl that runs nothing around it. */
const start = `
  import fs from 'node:fs';
  import { lexicalGlob, startTestPerl } from '../interpreter/io/testing.js';
  import { processFunctions } from '../interpreter/functions/processes.js';
  import { ioFunctions } from '../interpreter/functions/io.js';
  import { ioReadline } from '../interpreter/functions/io-operators.js';
  import { print } from '../interpreter/io/print.js';
  import { openFunction } from '../interpreter/io/open-function.js';
  import { finishProcess } from '../interpreter/process/finish.js';
  import { processId } from '../interpreter/process/process-id.js';
  import { dispatchSignals } from '../interpreter/process/signal-delivery.js';
  import { PerlCode } from '../runtime/code.js';
  import { PerlDie } from '../runtime/exceptions.js';
  const { perl, warnings } = startTestPerl();
  const call = (name, ...args) => processFunctions[name].fn(name, ...args);
  const SIG = perl.glob('main::SIG').hv;
  const code = (fn) => new PerlCode(perl.stash('main'), '__ANON__', (args) => fn(args.get(0)));
  const status = () => perl.scalar('main::?').v;
  perl.glob('main::ENV').hv.set('PATH', process.env.PATH);
  const show = (...values) => fs.writeSync(1, JSON.stringify(values));
`;
const flags = [...forkOptions];
const run = (program: string): unknown => outcomeOf(start + program, { flags });

describe('commands', () => {
  it('system gives the wait status', () => {
    const program = `show(call('system', ['exit 3;']), call('system', ['kill -9 $$']), call('system', ['true']),
      call('system', ['sh', '-c', 'exit 2']), call('system', ['no-such-program', 'x']), perl.errno, warnings);`;
    const warning = 'Can\'t exec "no-such-program": No such file or directory';
    expect(run(program)).toEqual([3 << 8, 9, 0, 512, -1, 2, [warning]]);
  });

  it('backticks give text or lines', () => {
    const program = `show(call('readpipe', 1, 'echo a; echo b'), call('readpipe', 2, 'echo a; echo b'), status(),
      call('readpipe', 1, 'echo x 2>&1'));`;
    expect(run(program)).toEqual(['a\nb\n', ['a\n', 'b\n'], 0, 'x\n']);
  });

  it('reads from and writes to commands', () => {
    const program = `const fh = lexicalGlob(perl);
      openFunction('open', fh, '-|', ['echo', 'a b']);
      const line = ioReadline(fh, 1);
      const closed = ioFunctions.close.fn('close', fh);
      openFunction('open', fh, '| cat >&2; exit 4', []);
      print(fh, ['text'], 'print');
      show(line, closed, ioFunctions.close.fn('close', fh).n, status());`;
    expect(run(program)).toEqual(['a b\n', 1, 0, 4 << 8]);
  });
});

describe('fork', () => {
  it('gives the child everything but the pid, and writes output once', () => {
    const program = `const out = lexicalGlob(perl);
      openFunction('open', out, '>&', [1]);
      print(out, ['[1'], 'print');
      const before = processId();
      const pid = call('fork');
      if (pid === 0) {
        print(out, [',2'], 'print');
        finishProcess(processId() === before ? 1 : 7);
      }
      const waited = call('wait') === pid;
      print(out, [',' + waited + ',' + status() + ',' + call('wait') + ',' + perl.errno + ']'], 'print');
      finishProcess(0);`;
    expect(run(program)).toEqual([1, 2, true, 7 << 8, -1, 10]);
  });

  it('opens a pipe to a copy of the program', () => {
    const program = `const fh = lexicalGlob(perl);
      const pid = openFunction('open', fh, '-|', ['-']);
      if (pid === 0) {
        print(perl.glob('main::STDOUT'), ['from ', 'child'], 'print');
        finishProcess(3);
      }
      const text = ioReadline(fh, 1);
      ioFunctions.close.fn('close', fh);
      show(text, status());`;
    expect(run(program)).toEqual(['from child', 768]);
  });

  it('answers undef and says why where node was not started for it', () => {
    const program = `show(call('fork') === undefined, perl.errno, warnings[0]);`;
    const [refused, errno, warning] = outcomeOf<[boolean, number, string]>(start + program);
    expect([refused, errno]).toEqual([true, 38]);
    expect(warning).toContain('--single-threaded');
  });
});

describe('signals', () => {
  it('runs handlers with the name, and keeps $!', () => {
    const program = `const got = [];
      SIG.set('USR1', code((name) => { got.push(name); perl.errno = 5; }));
      perl.errno = 3;
      const sent = call('kill', ['USR1', processId()]);
      const errno = perl.errno;
      SIG.set('USR1', 'IGNORE');
      call('kill', ['SIGUSR1', processId()]);
      show(sent, got, errno, SIG.get('USR1'), SIG.get('USR2') ?? null);`;
    expect(run(program)).toEqual([1, ['USR1'], 3, 'IGNORE', null]);
  });

  it('warns of names that are no signals and of handlers that are not there', () => {
    const program = `SIG.set('FOO', 'x'); SIG.set('USR1', 'nothing');
      call('kill', [10, processId()]);
      show(SIG.get('USR1'), warnings);`;
    const texts = ['No such signal: SIGFOO', 'SIGUSR1 handler "nothing" not defined.\n'];
    expect(run(program)).toEqual(['main::nothing', texts]);
  });

  it('die in a handler unwinds out of blocked calls', () => {
    const program = `SIG.set('ALRM', code(() => { throw new PerlDie('timeout'); }));
      const fh = lexicalGlob(perl); const other = lexicalGlob(perl);
      ioFunctions.pipe.fn('pipe', fh, other);
      const caught = [];
      for (const blocked of [() => call('sleep', 5), () => ioReadline(fh, 1), () => call('waitpid', pid, 0)]) {
        if (caught.length === 2) { var pid = call('fork'); if (pid === 0) { call('sleep', 5); finishProcess(0); } }
        call('alarm', 1);
        try { blocked(); } catch (e) { caught.push(e.value); }
      }
      call('kill', ['KILL', pid]);
      show(caught);`;
    expect(run(program)).toEqual([['timeout', 'timeout', 'timeout']]);
  });

  it('without a handler the program dies of the signal', () => {
    const { signal } = runChild(`${start} call('kill', ['USR1', processId()]);`, { flags });
    expect(signal).toBe('SIGUSR1');
    const broken = `const fh = lexicalGlob(perl); const other = lexicalGlob(perl);
      ioFunctions.pipe.fn('pipe', fh, other);
      ioFunctions.close.fn('close', fh);
      print(other, ['x'], 'print');
      ioFunctions.close.fn('close', other);`;
    expect(runChild(start + broken, { flags }).signal).toBe('SIGPIPE');
  });
});
