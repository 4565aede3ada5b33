import { expect, it } from 'vitest';
import { outcomeOf, runChild } from './testing/child.mjs';

const start = `
  import { readFileSync, writeFileSync, mkdtempSync, mkdirSync, rmSync } from 'node:fs';
  import { libc } from './libc.js';
  import { sys } from './results.js';
  import * as signals from './signals.js';
  import { signalSet, changeMask } from './signal-mask.js';
  import { pipe } from './descriptors.js';
  import { lastStatus, waitpid } from './waiting.js';
  import { spawn } from './spawn.js';
  import { exec } from './exec.js';
  const print = (...values) => console.log(JSON.stringify(values));
  const environment = ['PATH=/usr/bin:/bin', 'NAME=caf\\xe9'];
  // glibc has posix_spawn ignore the two signals it keeps for itself, 32 and 33.
  const withoutInternal = (set) => (BigInt('0x' + set) & ~0x180000000n).toString(16);
  const program = (...argv) => ({ file: argv[0], argv, environment });
  const outputOf = (what, options = {}) => {
    const [reading, writing] = pipe(0o2000000);
    const pid = spawn(what, { ...options, descriptors: [...(options.descriptors ?? []), { do: 'dup2', from: writing, to: 1 }] });
    sys.close(writing);
    if (pid < 0) return pid;
    const bytes = Buffer.alloc(100_000);
    let end = 0;
    for (let count; (count = sys.read(reading, bytes.subarray(end), bytes.length - end)) > 0; ) end += count;
    sys.close(reading);
    waitpid(pid, 0);
    return bytes.toString('latin1', 0, end);
  };
`;

it('runs a program with arguments, environment and descriptors as bytes', () => {
  const outcome = outcomeOf(`${start}
    const shell = program('sh', '-c', 'printf "%s|%s" "$1" "$NAME"; exit 3', 'sh', 'a \\xe9 b');
    print(outputOf(shell), lastStatus() >> 8, outputOf(program('/bin/echo')), outputOf(program('true')));
  `);
  expect(outcome).toEqual(['a \xe9 b|caf\xe9', 3, '\n', '']);
});

it('knows at once what cannot be started, as execvp does', () => {
  const outcome = outcomeOf<unknown[]>(`${start}
    const folder = mkdtempSync('/tmp/spawn-');
    mkdirSync(folder + '/first'); mkdirSync(folder + '/second'); mkdirSync(folder + '/first/tool');
    writeFileSync(folder + '/plain', 'x');
    writeFileSync(folder + '/script', 'echo "script $0 $1"', { mode: 0o755 });
    writeFileSync(folder + '/second/tool', '#!/bin/sh\\necho second', { mode: 0o755 });
    const search = (path, ...argv) => outputOf({ file: argv[0], argv, environment: ['PATH=' + path] });
    const results = [
      outputOf(program('no-such-program')), outputOf(program('/no/such')), outputOf(program('')), outputOf(program(folder)),
      outputOf(program(folder + '/plain')), outputOf(program(folder + '/plain/x')),
      search(folder + '/plain:' + folder + '/first', 'tool'),
      search(folder + '/nothing:' + folder + '/first:' + folder + '/second', 'tool'),
      outputOf(program(folder + '/script', 'argument')).replace(folder, ''),
      outputOf({ file: 'true', argv: ['true'], environment: [] }),
    ];
    rmSync(folder, { recursive: true });
    print(results);
  `);
  expect(outcome[0]).toEqual([-2, -2, -2, -13, -13, -20, -13, 'second\n', 'script /script argument\n', '']);
});

it('the new process has the signals that fork and exec would give it', () => {
  const outcome = outcomeOf(`${start}
    signals.resetNodeSignals();
    signals.ignoreSignal(1); signals.ignoreSignal(13); signals.noteSignal(12);
    changeMask(0, signalSet([15]));
    const status = (options) => {
      const text = outputOf(program('cat', '/proc/self/status'), options);
      return ['SigBlk', 'SigIgn', 'SigCgt'].map((name) => withoutInternal(new RegExp(name + ':[^0-9a-f]*([0-9a-f]+)').exec(text)[1]));
    };
    print(status(), status({ defaultSignals: [1], mask: signalSet([10]) }));
  `);
  expect(outcome).toEqual([
    ['4000', '1001', '0'],
    ['200', '1000', '0'],
  ]);
});

it('descriptors: opened, closed, moved, in order; a process group', () => {
  const outcome = outcomeOf(`${start}
    const shell = program('sh', '-c', 'read line; echo "$line"; for fd in 0 1 2 5 7; do test -e /proc/$$/fd/$fd && printf "$fd "; done');
    const [reading, writing] = pipe(0o2000000);
    sys.write(writing, Buffer.from('from the pipe\\n'), 14);
    const lines = outputOf(shell, { descriptors: [
      { do: 'dup2', from: reading, to: 0 },
      { do: 'open', fd: 7, path: '/dev/null', flags: 0, mode: 0 },
      { do: 'close', fd: 2 },
    ] }).trimEnd().split('\\n');
    const group = outputOf(program('sh', '-c', 'ps -o pgid= -p $$ || cut -d" " -f5 /proc/$$/stat; echo $$'), { processGroup: 0 });
    print(lines, new Set(group.trim().split(/\\s+/)).size);
  `);
  expect(outcome).toEqual([['from the pipe', '0 1 7'], 1]);
});

it('standard error is inherited', () => {
  const program = `${start} waitpid(spawn(program('sh', '-c', 'echo out; echo error >&2')), 0); print(lastStatus());`;
  expect(runChild(program)).toMatchObject({ stdout: 'out\n[0]\n', stderr: 'error\n' });
});

it('exec replaces the process and keeps pid and descriptors', () => {
  const failing = outcomeOf(`${start} print(exec(program('no-such')), exec(program('/tmp')));`);
  expect(failing).toEqual([-2, -13]);
  const run = runChild(`${start}
    const [reading, writing] = pipe(0);
    sys.dup2(reading, 9);
    sys.write(writing, Buffer.from('inherited'), 9);
    sys.close(writing);
    exec(program('sh', '-c', 'cat <&9; echo " $NAME"; test $$ = $1', 'sh', String(libc.getpid())));
  `);
  expect(run).toMatchObject({ status: 0 });
  expect(run.stdout).toMatch(/^inherited caf/);
});
