import { describe, expect, it } from 'vitest';
import { outcomeOf } from './testing/child.mjs';

const start = `
  import { LinuxKernel } from './linux-kernel.js';
  import { ExactSegmentIo } from './exact-segment-io.js';
  import * as segment from './segment-io.js';
  const kernel = new LinuxKernel();
  const segments = new ExactSegmentIo(kernel);
  const print = (...values) => console.log(JSON.stringify(values, (_, value) => typeof value === 'bigint' ? String(value) : value));
  const text = (bytes) => typeof bytes === 'number' ? bytes : Buffer.from(bytes).toString('latin1');
`;

describe('shared memory', () => {
  it('is made, found, attached, read, removed; failures are -errno', () => {
    const outcome = outcomeOf(`${start}
      const id = kernel.shmget(7, 100, 0o1600);
      const found = [id, kernel.shmget(7, 0, 0), kernel.shmget(7, 101, 0), kernel.shmget(8, 1, 0), kernel.shmget(7, 100, 0o3600)];
      const address = kernel.shmat(id, 0n, 0);
      kernel.write(address, Buffer.from('some bytes'), 10);
      kernel.clear(address + 4n, 2);
      const bytes = Buffer.alloc(12);
      kernel.read(address, bytes, 12);
      const rest = [kernel.shmdt(address), kernel.shmdt(address), kernel.shmat(id, 5n, 0), kernel.shmat(99, 0n, 0)];
      print(found, text(bytes), rest, kernel.shmctl(id, 0, 0), kernel.shmctl(id, 0, 0));
    `);
    expect(outcome).toEqual([[0, 0, -22, -2, -17], 'some\0\0ytes\0\0', [0, -22, '-22', '-22'], 0, -22]);
  });

  it('is read and written by range: cut, padded, checked, and always detached', () => {
    const outcome = outcomeOf(`${start}
      const id = kernel.shmget(0, 10, 0o600);
      const status = Buffer.alloc(112);
      const nattch = () => (kernel.shmctl(id, 2, status), status[88]);
      const read = (position, size) => text(segment.readSegment(kernel, segments, id, position, size));
      const write = (position, size, bytes) => segment.writeSegment(kernel, segments, id, position, size, Buffer.from(bytes));
      const written = [write(0, 10, '..........'), write(2, 4, 'abcdefgh'), write(7, 3, 'x'), write(10, 0, 'y')];
      const refused = [write(11, 0, ''), write(-1, 2, ''), write(0, -1, ''), read(5, 6), read(2 ** 31 - 1, 2 ** 31 - 1)];
      let during;
      try {
        segment.withSegment(segments, id, 0, 1, segment.WRITE, () => { during = nattch(); throw new Error('inside'); });
      } catch (error) { print(written, refused, read(0, 10), read(10, 0), during, nattch(), error.message); }
      kernel.shmctl(id, 0, 0);
    `);
    expect(outcome).toEqual([[0, 0, 0, 0], [-14, -14, -14, -14, -14], '..abcd.x\0\0', '', 1, 0, 'inside']);
  });
});

it('semaphores: values, operations, errors', () => {
  const outcome = outcomeOf(`${start}
    const id = kernel.semget(0, 3, 0o600);
    const set = [kernel.semctl(id, 1, 16, 5), kernel.semctl(id, 1, 16, -1), kernel.semctl(id, 2, 16, 4294967298n)];
    const operations = new Uint8Array(new Int16Array([1, -2, 0, 0, 1, 0]).buffer);
    const done = [kernel.semop(id, operations, 2), kernel.semop(id, new Uint8Array([0, 0, 0, 0, 0, 8]), 1), kernel.semop(99, operations, 1)];
    const all = new Uint8Array(6);
    print(set, done, kernel.semctl(id, 0, 13, all), [...all], kernel.semctl(id, 3, 12, 0), kernel.semctl(id, 0, 0, 0));
  `);
  expect(outcome).toEqual([[0, -34, 0], [0, -11, -22], 0, [1, 0, 3, 0, 2, 0], -22, 0]);
});

it('messages: types of 64 bits, sizes, errors', () => {
  const outcome = outcomeOf(`${start}
    const id = kernel.msgget(0, 0o600);
    const message = Buffer.alloc(64);
    message.writeBigInt64LE(2n ** 62n);
    message.write('body', 8);
    const sent = [kernel.msgsnd(id, message, 4, 0), kernel.msgsnd(id, message, 0, 0), kernel.msgsnd(99, message, 0, 0)];
    const into = Buffer.alloc(64);
    const got = [kernel.msgrcv(id, into, 3, 0, 0), kernel.msgrcv(id, into, 56, 2n ** 62n, 0)];
    print(sent, got, into.readBigInt64LE(), text(into.subarray(8, 13)), kernel.msgrcv(id, into, 9, 0, 0), kernel.msgrcv(id, into, 9, 0, 2048), kernel.msgctl(id, 0, 0));
  `);
  expect(outcome).toEqual([[0, 0, -22], [-7, 4], String(2n ** 62n), 'body\0', 0, -42, 0]);
});

it('any address can be tried', () => {
  const outcome = outcomeOf(`${start}
    import { readCStringAnywhere } from './safe-memory.js';
    const id = kernel.shmget(0, 8192, 0o600);
    const address = kernel.shmat(id, 0n, 0);
    const readOnly = kernel.shmat(id, 0n, 0o10000);
    kernel.write(address + 4090n, Buffer.from('across a page\\0'), 14);
    const bytes = Buffer.alloc(16);
    const bad = [0n, 16n, 0xdeadbeefn, -1n, 2n ** 63n].flatMap((at) => [kernel.readAnywhere(at, bytes, 16), kernel.writeAnywhere(at, bytes, 16)]);
    const good = [kernel.readAnywhere(address + 4090n, bytes, 16), kernel.writeAnywhere(address, bytes, 16), kernel.writeAnywhere(readOnly, bytes, 1), kernel.readAnywhere(readOnly, bytes, 17)];
    const texts = [readCStringAnywhere(address + 4090n), readCStringAnywhere(0n)].map(text);
    kernel.shmdt(address);
    print(bad, good, kernel.readAnywhere(address, bytes, 1), texts, kernel.shmctl(id, 0, 0));
  `);
  expect(outcome).toEqual([Array(10).fill(-14), [16, 16, -14, -14], -14, ['across a page', -14], 0]);
});

it('the rest: stat for ftok, texts of errors, the page size', () => {
  const outcome = outcomeOf(`${start}
    import { statSync } from 'node:fs';
    const { dev, ino } = statSync('/etc/passwd', { bigint: true });
    const status = kernel.stat(Buffer.from('/etc/passwd'));
    const failed = ['/no/file', '/etc/passwd/x', '', 'x'.repeat(5000)].map((path) => kernel.stat(Buffer.from(path)));
    print(status.dev === dev, status.ino === ino, failed, kernel.strerror(43), kernel.strerror(2), kernel.strerror(2), kernel.pageSize % 4096);
  `);
  const missing = 'No such file or directory';
  expect(outcome).toEqual([true, true, [-2, -20, -2, -36], 'Identifier removed', missing, missing, 0]);
});
