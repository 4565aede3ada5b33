// What is asked. `wanted` is the least ratio (perl's time divided by ours) we promise ourselves.
import { readdirSync } from 'node:fs';

const sizes = { 64: '64 B', 4096: '4 KiB', 65536: '64 KiB', 1048576: '1 MiB', 67108864: '64 MiB' };
const wanted = { shmread: [12, 12, 12, 4, 1], shmwrite: [12, 12, 20, 10, 5] };
const exact = { PERL_SYSV_EXACT_ATTACH: '1' };

const copies = Object.entries(sizes).flatMap(([size, text], index) =>
  ['shmread', 'shmwrite'].map((call) => ({
    ...{
      name: `${call} ${text}`,
      group: 'segments',
      file: `ipc/${call}.pl`,
      args: [size],
      wanted: wanted[call][index],
    },
    limit: { call, size },
  })),
);

const exactCopies = copies.map((question) => ({
  ...question,
  name: `${question.name}, exact`,
  group: 'exact',
  env: exact,
  wanted: 1,
  limit: undefined,
}));

const calls = [
  { name: 'semop up and down', group: 'calls', file: 'ipc/semop-pair.pl', wanted: 0.9, limit: { call: 'semop' } },
  { name: 'msgsnd and msgrcv', group: 'calls', file: 'ipc/message.pl', wanted: 0.85, limit: { call: 'message' } },
  { name: 'IPC_STAT', group: 'calls', file: 'ipc/stat.pl', wanted: 0.9, limit: { call: 'stat' } },
  { name: 'failing shmget, $!', group: 'calls', file: 'ipc/failing-shmget.pl', wanted: 0.7 },
  { name: 'lock, read, write, unlock', group: 'calls', file: 'ipc/locked.pl' },
  { name: 'methods of the objects', group: 'calls', file: 'ipc/objects.pl' },
];

const scaling = [
  ...[4, 16, 64, 300].map((count) => ({
    name: `shmread of ${count} segments`,
    group: 'scaling',
    file: 'ipc/segments.pl',
    args: [String(count)],
  })),
  ...[1, 10, 100].map((length) => ({
    name: `queue of ${length}`,
    group: 'scaling',
    file: 'ipc/queue-length.pl',
    args: [String(length)],
  })),
  ...['4096', '16777216'].map((size) => ({
    name: `shmread 64 B of ${size / 1024} KiB, exact`,
    group: 'scaling',
    file: 'ipc/part.pl',
    args: [size],
    env: exact,
  })),
];

const loops = readdirSync(new URL('loops', import.meta.url)).map((file) => ({
  name: file.replace('.pl', ''),
  group: 'loops',
  file: `loops/${file}`,
  wanted: 0.7,
}));

const starts = ['processor', 'wall'].flatMap((kind) =>
  ['nothing', 'ipc-sysv', 'test-more'].map((name) => ({
    name: `start: ${name}${kind === 'wall' ? ', by the clock' : ''}`,
    group: 'start',
    file: `start/${name}.pl`,
    kind,
  })),
);

const processes = [
  { name: 'fork, exit and waitpid', group: 'processes', file: 'processes/fork-wait.pl', wanted: 0.33 },
  { name: 'system', group: 'processes', file: 'processes/system.pl' },
];

export const questions = [...copies, ...exactCopies, ...calls, ...processes, ...scaling, ...loops, ...starts];
