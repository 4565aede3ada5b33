import { describe, expect, it } from 'vitest';
import { EACCES, EINVAL } from '../abi/linux-errno.js';
import { IPC_CREAT, IPC_RMID, IPC_STAT } from '../abi/linux-ipc.js';
import { MemoryKernel } from '../kernel-memory/memory-kernel.js';
import { guardKernel } from './guarded-kernel.js';

const create = IPC_CREAT | 0o600;

describe('a guarded kernel', () => {
  it('knows only the keys that are allowed, and the objects got by them', () => {
    const real = new MemoryKernel();
    const secret = [real.shmget(1, 10, create), real.semget(1, 1, create), real.msgget(1, create)];
    const { kernel } = guardKernel(real, { allowKeys: [2] });
    expect([kernel.shmget(1, 0, 0), kernel.semget(1, 0, 0), kernel.msgget(1, 0)]).toEqual([-EACCES, -EACCES, -EACCES]);
    const [shm = 0, sem = 0, msg = 0] = secret;
    expect(kernel.shmctl(shm, IPC_RMID, 0)).toBe(-EINVAL);
    expect(kernel.shmat(shm, 0n, 0)).toBe(BigInt(-EINVAL));
    expect(kernel.semop(sem, new Uint8Array(6), 1)).toBe(-EINVAL);
    expect(kernel.semctl(sem, 0, IPC_RMID, 0)).toBe(-EINVAL);
    expect(kernel.msgsnd(msg, new Uint8Array(9), 1, 0)).toBe(-EINVAL);
    expect(kernel.msgrcv(msg, new Uint8Array(9), 1, 0, 0)).toBe(-EINVAL);
    const own = kernel.shmget(2, 10, create);
    expect([kernel.shmctl(own, IPC_STAT, new Uint8Array(112)), kernel.shmget(0, 10, 0o600) > own]).toEqual([0, true]);
  });

  it('removes what was made through it, and nothing else', () => {
    const real = new MemoryKernel();
    const before = real.shmget(5, 10, create);
    const { kernel, removeMade } = guardKernel(real, {});
    expect(kernel.shmget(5, 10, create)).toBe(before);
    const made = [kernel.shmget(6, 10, create), kernel.shmget(0, 10, 0o600)];
    kernel.semget(7, 1, create);
    kernel.msgget(8, create);
    expect(kernel.shmctl(made[1] ?? -1, IPC_RMID, 0)).toBe(0);
    removeMade();
    const { segments, semaphoreSets, queues } = real.system;
    expect([segments.size, semaphoreSets.size, queues.size]).toEqual([1, 0, 0]);
    expect(real.shmget(5, 0, 0)).toBe(before);
  });
});
