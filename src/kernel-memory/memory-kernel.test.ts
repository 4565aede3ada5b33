import { describe, expect, it } from 'vitest';
import { EACCES, EAGAIN, EDEADLK, EINVAL, ENOENT, ENOMEM, ENOMSG, ENOSPC, EPERM } from '../abi/linux-errno.js';
import {
  GETPID,
  GETVAL,
  IPC_CREAT,
  IPC_NOWAIT,
  IPC_RMID,
  IPC_SET,
  IPC_STAT,
  SEM_UNDO,
  SETVAL,
  SHM_DEST,
  SHM_RDONLY,
  SHM_REMAP,
} from '../abi/linux-ipc.js';
import { sharedStructs } from '../abi/struct-layouts.js';
import { MemoryKernel, type MemoryKernelOptions } from './memory-kernel.js';
import { readField } from './structs.js';
import { MemorySystem } from './system.js';

const PAGE = 4096n;
const guest: MemoryKernelOptions = { uid: 1000, gid: 1000, groups: [], pid: 42 };
const operations = (...shorts: number[]): Uint8Array => new Uint8Array(new Int16Array(shorts).buffer);
const message = (type: bigint, text: string): Uint8Array =>
  Buffer.concat([new Uint8Array(new BigInt64Array([type]).buffer), Buffer.from(text)]);
const modeOf = (struct: Uint8Array): number => new DataView(struct.buffer).getUint32(20, true);

describe('segments', () => {
  it('live on until the last detach', () => {
    const kernel = new MemoryKernel();
    const id = kernel.shmget(7, 100, IPC_CREAT | 0o600);
    const address = kernel.shmat(id, 0n, 0);
    kernel.write(address + 10n, Buffer.from('bytes'), 5);
    expect(kernel.shmctl(id, IPC_RMID, 0)).toBe(0);
    expect(kernel.shmget(7, 0, 0)).toBe(-ENOENT);
    const status = new Uint8Array(sharedStructs.shmid_ds.size);
    expect(kernel.shmctl(id, IPC_STAT, status)).toBe(0);
    expect(modeOf(status)).toBe(0o600 | SHM_DEST);
    const bytes = new Uint8Array(7);
    kernel.read(address + 9n, bytes, 7);
    expect(Buffer.from(bytes).toString()).toBe('\0bytes\0');
    expect(kernel.shmdt(address)).toBe(0);
    expect(kernel.shmctl(id, IPC_STAT, status)).toBe(-EINVAL);
  });

  it('are shared by the processes of a system, as their permissions say', () => {
    const system = new MemorySystem();
    const root = new MemoryKernel({ system, uid: 0, pid: 1 });
    const other = new MemoryKernel({ system, ...guest });
    const id = root.shmget(9, 10, IPC_CREAT | 0o604);
    expect(other.shmget(9, 10, 0o600)).toBe(-EACCES);
    expect(other.shmget(9, 10, 0o400)).toBe(id);
    expect(other.shmat(id, 0n, 0)).toBe(BigInt(-EACCES));
    const address = other.shmat(id, 0n, SHM_RDONLY);
    const mine = root.shmat(id, 0n, 0);
    root.write(mine, Buffer.from('x'), 1);
    const bytes = new Uint8Array(1);
    other.read(address, bytes, 1);
    expect(bytes[0]).toBe(120);
    expect(() => other.write(address, bytes, 1)).toThrow('not attached');
    expect(other.shmctl(id, IPC_RMID, 0)).toBe(-EPERM);
    expect(other.shmctl(id, IPC_SET, new Uint8Array(112))).toBe(-EPERM);
    other.exit();
    const status = new Uint8Array(112);
    root.shmctl(id, IPC_STAT, status);
    expect(readField(status, sharedStructs.shmid_ds.fields.shm_nattch)).toBe(1n);
    expect(readField(status, sharedStructs.shmid_ds.fields.shm_lpid)).toBe(42);
  });

  it('can be attached where others are only with SHM_REMAP, which leaves the rest of those', () => {
    const kernel = new MemoryKernel();
    const [small, large] = [kernel.shmget(0, 1, 0o600), kernel.shmget(0, Number(3n * PAGE), 0o600)];
    const base = kernel.shmat(large, 0n, 0);
    expect(kernel.shmat(small, base + 1n, 0)).toBe(BigInt(-EINVAL));
    expect(kernel.shmat(small, base + PAGE, 0)).toBe(BigInt(-EINVAL));
    expect(kernel.shmat(small, base + PAGE, SHM_REMAP)).toBe(base + PAGE);
    kernel.write(base + 2n * PAGE, Buffer.from('z'), 1);
    expect(kernel.shmdt(base)).toBe(0);
    expect(kernel.readAnywhere(base + 2n * PAGE, new Uint8Array(1), 1)).toBe(-14);
    expect(kernel.shmdt(base + PAGE)).toBe(0);
    const again = kernel.shmat(large, 0n, 0);
    const bytes = new Uint8Array(1);
    kernel.read(again + 2n * PAGE, bytes, 1);
    expect(bytes[0]).toBe(122);
  });

  it('end at the limits', () => {
    const kernel = new MemoryKernel({ limits: { shmmni: 2, shmmax: 10_000n, memory: 24_000 } });
    expect(kernel.shmget(0, 10_001, 0o600)).toBe(-EINVAL);
    expect(kernel.shmget(0, 10_000, 0o600)).toBe(0);
    expect(kernel.shmget(0, 10_000, 0o600)).toBe(-ENOMEM);
    expect(kernel.shmget(0, 1, 0o600)).toBe(1);
    expect(kernel.shmget(0, 1, 0o600)).toBe(-ENOSPC);
  });
});

describe('semaphores', () => {
  it('are adjusted when a process exits', () => {
    const system = new MemorySystem();
    const [first, second] = [new MemoryKernel({ system, pid: 10 }), new MemoryKernel({ system, pid: 11 })];
    const id = first.semget(0, 2, 0o600);
    expect(first.semop(id, operations(0, 5, SEM_UNDO, 1, 2, 0), 2)).toBe(0);
    expect(second.semop(id, operations(0, -3, SEM_UNDO), 1)).toBe(0);
    second.semctl(id, 1, SETVAL, 9);
    first.exit();
    expect([first.semctl(id, 0, GETVAL, 0), second.semctl(id, 0, GETPID, 0)]).toEqual([0, 10]);
    second.exit();
    expect([second.semctl(id, 0, GETVAL, 0), second.semctl(id, 1, GETVAL, 0)]).toEqual([3, 9]);
  });

  it('lose their adjustments to SETVAL', () => {
    const system = new MemorySystem();
    const [first, second] = [new MemoryKernel({ system }), new MemoryKernel({ system })];
    const id = first.semget(0, 1, 0o600);
    first.semop(id, operations(0, 5, SEM_UNDO), 1);
    second.semctl(id, 0, SETVAL, 6);
    first.exit();
    expect(second.semctl(id, 0, GETVAL, 0)).toBe(6);
  });

  it('cannot sleep', () => {
    const kernel = new MemoryKernel();
    const id = kernel.semget(0, 1, 0o600);
    expect(kernel.semop(id, operations(0, -1, 0), 1)).toBe(-EDEADLK);
    expect(kernel.semop(id, operations(0, -1, IPC_NOWAIT), 1)).toBe(-EAGAIN);
  });

  it('let others work instead of sleeping', () => {
    const system = new MemorySystem();
    const other = new MemoryKernel({ system });
    const calls: string[] = [];
    const kernel = new MemoryKernel({
      system,
      sleep: (call) => {
        calls.push(call);
        return other.semop(id, operations(0, 1, 0), 1) === 0;
      },
    });
    const id = kernel.semget(0, 1, 0o600);
    expect(kernel.semop(id, operations(0, -2, 0), 1)).toBe(0);
    expect(calls).toEqual(['semop', 'semop']);
  });
});

describe('queues', () => {
  it('choose messages by type', () => {
    const kernel = new MemoryKernel();
    const id = kernel.msgget(0, 0o600);
    for (const type of [5n, 3n, 4n, 3n]) expect(kernel.msgsnd(id, message(type, `t${type}`), 2, 0)).toBe(0);
    const into = new Uint8Array(20);
    const receive = (type: bigint, flags = 0): string => {
      const length = kernel.msgrcv(id, into, 10, type, flags | IPC_NOWAIT);
      return length < 0 ? String(length) : Buffer.from(into.subarray(8, 8 + length)).toString();
    };
    expect([receive(-4n), receive(0n), receive(4n, 0o20000), receive(9n), receive(-1n)]).toEqual([
      't3',
      't5',
      't3',
      `-${ENOMSG}`,
      `-${ENOMSG}`,
    ]);
    expect(receive(0n)).toBe('t4');
  });
});
