import { expect, it } from 'vitest';
import { forkOptions, outcomeOf, runChild } from './testing/child.mjs';

const start = `
  import { canFork, fork, isForkedChild, leave } from './fork.js';
  import { libc } from './libc.js';
  import { sys } from './results.js';
  import { LinuxKernel } from './linux-kernel.js';
  import * as signals from './signals.js';
  import { setTimer } from './clock.js';
  import { lastStatus, waitpid } from './waiting.js';
  const kernel = new LinuxKernel();
  const print = (...values) => console.log(JSON.stringify(values));
`;
const flags = [...forkOptions];

it('makes children that end with their status and share memory', () => {
  const outcome = outcomeOf(
    `${start}
    const id = kernel.shmget(0, 100, 0o600);
    const address = kernel.shmat(id, 0n, 0);
    const statuses = [];
    for (let n = 1; n <= 20; n++) {
      const pid = fork();
      if (pid === 0) {
        const garbage = Array.from({ length: 50_000 }, (_, index) => ({ index }));
        kernel.write(address + BigInt(n), Uint8Array.of(n + garbage.length % 2), 1);
        leave(isForkedChild() && libc.getppid() > 1 ? n : 99);
      }
      statuses.push(waitpid(pid, 0) === pid ? lastStatus() >> 8 : 'no');
    }
    const bytes = Buffer.alloc(21);
    kernel.read(address, bytes, 21);
    kernel.shmdt(address);
    kernel.shmctl(id, 0, 0);
    print(canFork(), isForkedChild(), statuses, [...bytes], waitpid(-1, 0));
  `,
    { flags },
  );
  const numbers = Array.from({ length: 20 }, (_, index) => index + 1);
  expect(outcome).toEqual([true, false, numbers, [0, ...numbers], -10]);
});

it('children have the handler page, their own pending signals, and are waited for with the signal that ended them', () => {
  const outcome = outcomeOf(
    `${start}
    signals.noteSignal(10);
    libc.kill(libc.getpid(), 10);
    const pid = fork();
    if (pid === 0) {
      const inherited = signals.takePending();
      signals.noteSignal(14);
      setTimer(0, 0.02, 0);
      const paused = sys.pause();
      const mine = signals.takePending();
      signals.defaultSignal(10);
      if (inherited.join() === '10' && paused === -4 && mine.join() === '14') libc.kill(libc.getpid(), 10);
      leave(1);
    }
    const own = signals.takePending();
    waitpid(pid, 0);
    print(lastStatus(), own);
  `,
    { flags },
  );
  expect(outcome).toEqual([10, [10]]);
});

it('grandchildren, many alive at once, and a semaphore between them', () => {
  const outcome = outcomeOf(
    `${start}
    const semid = kernel.semget(0, 1, 0o600);
    const up = new Uint8Array(new Int16Array([0, 1, 0]).buffer);
    for (let n = 0; n < 10; n++) {
      if (fork() !== 0) continue;
      for (let m = 0; m < 3; m++) if (fork() === 0) { kernel.semop(semid, up, 1); leave(0); }
      while (waitpid(-1, 0) > 0);
      kernel.semop(semid, up, 1);
      leave(0);
    }
    while (waitpid(-1, 0) > 0);
    print(kernel.semctl(semid, 0, 12, 0), kernel.semctl(semid, 0, 0, 0));
  `,
    { flags, timeout: 20_000 },
  );
  expect(outcome).toEqual([40, 0]);
});

it('a child that ends as Node programs do ends all the same', () => {
  const program = `${start}
    const pid = fork();
    if (pid === 0) process.exit(7);
    waitpid(pid, 0);
    print(lastStatus() >> 8);
  `;
  expect(outcomeOf(program, { flags })).toEqual([7]);
});

it.each([
  ['neither', []],
  ['one', ['--single-threaded']],
  ['the other', ['--v8-pool-size=1']],
  ['too many threads', ['--single-threaded', '--v8-pool-size=4']],
])('is refused with %s of the options', (_, given) => {
  expect(outcomeOf(`${start} print(canFork(), fork());`, { flags: given })).toEqual([false, -38]);
});

it('finds the end of the program in a map', () => {
  const outcome = runChild(`
    import { programMappings } from './fork.js';
    const lines = ['00400000-0d000000 r-xp 0 00:00 0   /usr/bin/node', '7ffc00000000-7ffc00021000 rw-p 0 00:00 0   [stack]',
      '7ffb00000000-7ffb00004000 r--p 0 00:00 0   [vvar]', 'ffffffffff600000-ffffffffff601000 --xp 0 00:00 0   [vsyscall]'];
    const { start, length } = programMappings(lines.join('\\n') + '\\n');
    console.log((start + length).toString(16));
  `);
  expect(outcome.stdout).toBe('7ffb00000000\n');
});
