import { afterAll, describe, expect, it } from 'vitest';
import { EACCES, EFAULT, EINVAL, ENOMSG } from '../../abi/linux-errno.js';
import { IPC_CREAT, IPC_NOWAIT, IPC_PRIVATE, IPC_RMID, IPC_STAT, SHM_RDONLY } from '../../abi/linux-ipc.js';
import { placeFor } from '../guided-attach.js';
import { libc } from '../libc.js';
import { LinuxKernel } from '../linux-kernel.js';
import { sys } from '../results.js';
import { gatedCalls } from './calls.js';
import { copyExactly } from './copy.js';
import { gate } from './gate.js';

describe.runIf(gate() !== null)('the gate', () => {
  const shmid = sys.shmget(IPC_PRIVATE, 10_000, IPC_CREAT | 0o600);
  const queue = sys.msgget(IPC_PRIVATE, IPC_CREAT | 0o600);
  const semid = sys.semget(IPC_PRIVATE, 2, IPC_CREAT | 0o600);
  afterAll(() => {
    sys.shmctl(shmid, IPC_RMID, 0);
    sys.msgctl(queue, IPC_RMID, 0);
    sys.semctl(semid, 0, IPC_RMID, 0);
  });

  it.each([
    ['the gate', gatedCalls()],
    ['the C library', sys],
  ])('the calls through %s', (_, calls) => {
    const kernel = new LinuxKernel(calls);
    const message = Buffer.alloc(24);
    message.writeBigInt64LE(2n ** 40n);
    message.write('text', 8);
    const received = Buffer.alloc(24);
    expect(kernel.msgsnd(queue, message, 4, 0)).toBe(0);
    expect(kernel.msgrcv(queue, received, 16, -1, IPC_NOWAIT)).toBe(-ENOMSG);
    expect(kernel.msgrcv(queue, received, 16, 2n ** 40n, 0)).toBe(4);
    expect(received).toEqual(message);
    expect(kernel.semop(semid, Uint8Array.of(1, 0, 3, 0, 0, 0), 1)).toBe(0);
    expect(kernel.semctl(semid, 1, 12, 0)).toBe(3);
    expect(kernel.semctl(semid, 1, 16, 0)).toBe(0);
    expect(kernel.semctl(semid, 1, 16, -1)).toBeLessThan(0);
    expect(kernel.semop(-1, message, 1)).toBe(-EINVAL);
    const status = new Uint8Array(128);
    expect(kernel.shmctl(shmid, IPC_STAT, status)).toBe(0);
    expect(new DataView(status.buffer).getUint32(48, true)).toBe(10_000);
    expect(kernel.msgctl(queue, IPC_STAT, 1)).toBe(-EFAULT);
  });

  const read = (position: number, length: number): string | number | undefined => {
    const bytes = Buffer.alloc(length);
    const status = copyExactly(shmid, position, length, 0, SHM_RDONLY, bytes);
    return status === 0 ? bytes.toString('latin1') : status;
  };

  it('writes, pads and reads', () => {
    expect(copyExactly(shmid, 0, 10_000, 0, 0, Buffer.alloc(10_000, '.'))).toBe(0);
    expect(copyExactly(shmid, 4090, 4, 6, 0, Buffer.from('abcdef'))).toBe(0);
    expect(read(4088, 14)).toBe('..abcd\0\0\0\0\0\0..');
    expect(read(0, 10_000)).toHaveLength(10_000);
    expect(read(10_000, 0)).toBe('');
  });

  it('refuses what perl refuses', () => {
    expect(read(9_999, 2)).toBe(-EFAULT);
    expect(copyExactly(shmid, 9_990, 5, 6, 0, Buffer.alloc(5))).toBe(-EFAULT);
    expect(copyExactly(-1, 0, 0, 0, 0, Buffer.alloc(1))).toBe(-EINVAL);
    expect(() => copyExactly(shmid, 0, 3, 0, 0, Buffer.alloc(2))).toThrow(RangeError);
  });

  it('attaches elsewhere where its place is taken', () => {
    read(0, 1);
    const place = placeFor(10_000);
    const address = libc.shmat(shmid, place, 0);
    if (place !== 0n) expect(address).toBe(place);
    expect(read(0, 2)).toBe('..');
    expect(sys.shmdt(address)).toBe(0);
  });

  it('is refused by permissions as ever', () => {
    const foreign = sys.shmget(IPC_PRIVATE, 10, IPC_CREAT);
    const status = copyExactly(foreign, 0, 1, 0, 0, Buffer.alloc(1));
    expect(status).toBe(libc.geteuid() === 0 ? 0 : -EACCES);
    sys.shmctl(foreign, IPC_RMID, 0);
  });
});
