import { expect, it } from 'vitest';
import { forkOptions, outcomeOf, runChild } from './testing/child.mjs';

const start = `
  import { libc } from './libc.js';
  import { sys } from './results.js';
  import { LinuxKernel } from './linux-kernel.js';
  import * as signals from './signals.js';
  import { setTimer, sleep } from './clock.js';
  import { pipe } from './descriptors.js';
  const kernel = new LinuxKernel();
  const print = (...values) => console.log(JSON.stringify(values));
`;
const flags = [...forkOptions];

it('are noted, coalesce, and come in ascending order', () => {
  const outcome = outcomeOf(
    `${start}
    const before = signals.pending[0];
    for (const signal of [10, 14, 12, 64]) signals.noteSignal(signal);
    for (const signal of [14, 10, 14, 12, 64]) libc.kill(libc.getpid(), signal);
    print(before, signals.pending[0] !== 0, signals.takePending(), signals.pending[0], signals.takePending());
  `,
    { flags },
  );
  expect(outcome).toEqual([0, true, [10, 12, 14, 64], 0, []]);
});

it('interrupt whatever sleeps', () => {
  const outcome = outcomeOf(
    `${start}
    signals.noteSignal(14);
    const semid = kernel.semget(0, 1, 0o600);
    const msqid = kernel.msgget(0, 0o600);
    const [reading] = pipe(0);
    const bytes = Buffer.alloc(64);
    const during = (call) => { setTimer(0, 0.02, 0); const result = call(); return [result, signals.takePending()]; };
    const down = new Uint8Array(new Int16Array([0, -1, 0]).buffer);
    const results = [
      during(() => kernel.semop(semid, down, 1)),
      during(() => kernel.msgrcv(msqid, bytes, 8, 0, 0)),
      during(() => sys.read(reading, bytes, 1)),
      during(() => sys.pause()),
    ];
    setTimer(0, 0.02, 0);
    const left = sleep(5);
    const endless = during(() => sleep(Infinity) > 1e9);
    kernel.semctl(semid, 0, 0, 0);
    kernel.msgctl(msqid, 0, 0);
    print(results, left > 4.9 && left < 5, endless, sleep(0.001));
  `,
    { flags },
  );
  expect(outcome).toEqual([Array(4).fill([-4, [14]]), true, [true, [14]], 0]);
});

it('that come shortly before a call sleeps end it all the same, in children too', () => {
  const outcome = outcomeOf(
    `${start}
    import { fork, leave } from './fork.js';
    import { renewKicks } from './kicks.js';
    import { lastStatus, waitpid } from './waiting.js';
    signals.noteSignal(14);
    const [reading] = pipe(0);
    const bytes = Buffer.alloc(64);
    const missed = () => {
      libc.kill(libc.getpid(), 14);
      const result = sys.read(reading, bytes, 1);
      return result === -4 && signals.takePending().join() === '14';
    };
    const results = [missed(), missed()];
    const pid = fork();
    if (pid === 0) {
      renewKicks();
      leave(missed() && missed() ? 7 : 1);
    }
    waitpid(pid, 0);
    print(results, lastStatus() >> 8, sleep(0.02));
  `,
    { flags },
  );
  expect(outcome).toEqual([[true, true], 7, 0]);
});

it('are seen by a busy loop that the compiler has optimised', () => {
  const outcome = outcomeOf(
    `${start}
    const { pending } = signals;
    signals.noteSignal(14);
    const loop = () => { let turns = 0; while (pending[0] === 0) turns++; return turns; };
    for (let round = 0; round < 5; round++) { setTimer(0, 0.05, 0); loop(); signals.takePending(); }
    setTimer(0, 0.2, 0);
    print(loop() > 100_000, signals.takePending());
  `,
    { flags },
  );
  expect(outcome).toEqual([true, [14]]);
});

it('a storm of them loses nothing and breaks nothing', () => {
  const outcome = outcomeOf(
    `${start}
    signals.noteSignal(14);
    setTimer(0, 0.0001, 0.0001);
    let seen = 0;
    let wrong = 0;
    let garbage = [];
    const end = Date.now() + 500;
    while (Date.now() < end) {
      garbage.push({ seen });
      if (garbage.length > 10_000) garbage = [];
      if (signals.pending[0] !== 0) seen += signals.takePending().length;
      if (sys.close(-1) !== -9) wrong++;
    }
    setTimer(0, 0, 0);
    print(seen > 500, wrong);
  `,
    { flags },
  );
  expect(outcome).toEqual([true, 0]);
});

it('dispositions: default, ignored, noted, and Node taken back', () => {
  const outcome = outcomeOf(
    `${start}
    const state = (signal) => signals.dispositionOf(signal);
    const node = [13, 25].map(state);
    signals.resetNodeSignals();
    const reset = [13, 25, 10].map(state);
    signals.ignoreSignal(13); signals.noteSignal(10);
    libc.kill(libc.getpid(), 13);
    print(node, reset, state(13), state(10), signals.noteSignal(9), signals.noteSignal(99), state(0), signals.defaultSignal(10), state(10));
  `,
    { flags },
  );
  expect(outcome).toEqual([
    ['IGNORE', 'IGNORE'],
    Array(3).fill('DEFAULT'),
    'IGNORE',
    'noted',
    -22,
    -22,
    -22,
    0,
    'DEFAULT',
  ]);
});

it('the default kills', () => {
  const program = `${start} signals.resetNodeSignals(); libc.kill(libc.getpid(), 10); print('alive');`;
  expect(runChild(program, { flags })).toMatchObject({ signal: 'SIGUSR1', stdout: '' });
});

it('blocked signals wait also when the default would kill, and reach no other thread', () => {
  const outcome = outcomeOf(
    `${start}
    import { readFileSync, readdirSync } from 'node:fs';
    import { signalSet, changeMask } from './signal-mask.js';
    changeMask(0, signalSet([15]));
    for (let round = 0; round < 100; round++) libc.kill(libc.getpid(), 15);
    const blocked = readdirSync('/proc/self/task').map((tid) => /SigBlk:\\s*(\\w+)/.exec(readFileSync('/proc/self/task/' + tid + '/status', 'utf8'))[1]);
    signals.ignoreSignal(15);
    changeMask(2, signalSet());
    const killAndStop = (1n << 8n) | (1n << 18n);
    const open = blocked.slice(1).map((mask) => (0xffff_fffc_7fff_fb27n & ~killAndStop & ~BigInt('0x' + mask)).toString(16));
    print(blocked[0], open.length > 0, [...new Set(open)], libc.setuid(libc.getuid()), signals.dispositionOf(63));
  `,
    { flags },
  );
  expect(outcome).toEqual(['0000000000004000', true, ['0'], 0, 'DEFAULT']);
});

it('masks: blocked signals wait', () => {
  const outcome = outcomeOf(
    `${start}
    import { signalSet, signalsIn, withMask, changeMask } from './signal-mask.js';
    signals.noteSignal(12);
    const inside = withMask(signalSet([12, 34, 64]), () => {
      libc.kill(libc.getpid(), 12);
      return [signals.takePending(), signalsIn(changeMask(0, signalSet()))];
    });
    print(inside, signals.takePending());
  `,
    { flags },
  );
  expect(outcome).toEqual([[[], [12, 34, 64]], [12]]);
});
