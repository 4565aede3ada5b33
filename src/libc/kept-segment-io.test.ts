import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EINVAL } from '../abi/linux-errno.js';
import { IPC_CREAT, IPC_PRIVATE, IPC_RMID, IPC_STAT } from '../abi/linux-ipc.js';
import { sharedStructs } from '../abi/struct-layouts.js';
import { keeping, letGo, RUNNING } from './keeping.js';
import { keptSegmentIo } from './kept-segment-io.js';
import { bind } from './libc.js';
import { sys } from './results.js';
import { READ, WRITE } from './segment-io.js';

const { size, fields } = sharedStructs.shmid_ds;
const segments = keptSegmentIo();

/** Looks without ending the burst, as another process would. */
function nattch(shmid: number): number | undefined {
  const status = new BigUint64Array(size / 8);
  if (bind('shmctl')(shmid, IPC_STAT, status) !== 0) return undefined;
  return Number(status[fields.shm_nattch.offset / 8]);
}

function use(shmid: number, mode: typeof READ | typeof WRITE = READ): bigint {
  const address = segments?.attach(shmid, 0, 10, mode) ?? 0n;
  if (address > 0n) segments?.release(address);
  return address;
}

describe.runIf(segments !== undefined)('kept attachments', () => {
  let shmid = -1;
  beforeEach(() => {
    letGo();
    shmid = sys.shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0o600);
  });
  afterEach(() => {
    letGo();
    sys.shmctl(shmid, IPC_RMID, 0);
  });

  it('stay from the second use on', () => {
    use(shmid);
    expect(nattch(shmid)).toBe(0);
    use(shmid);
    expect(nattch(shmid)).toBe(1);
    use(shmid, WRITE);
    use(shmid);
    expect(nattch(shmid)).toBe(1);
  });

  it('go before any other system call', () => {
    use(shmid);
    use(shmid);
    sys.access(new Uint8Array([47, 0]), 0);
    expect(nattch(shmid)).toBe(0);
    use(shmid);
    expect(nattch(shmid)).toBe(1);
    sys.getpgid(0);
    expect(nattch(shmid)).toBe(1);
  });

  it('go by themselves while the program computes, and stop the timer', () => {
    use(shmid);
    use(shmid);
    expect(keeping[RUNNING]).toBe(1);
    const end = performance.now() + 100;
    while (performance.now() < end && nattch(shmid) !== 0);
    expect(nattch(shmid)).toBe(0);
    expect(keeping[RUNNING]).toBe(0);
    expect(use(shmid)).toBeGreaterThan(0n);
  });

  it('go at the end of a synchronous run', async () => {
    use(shmid);
    use(shmid);
    await Promise.resolve();
    await Promise.resolve();
    expect(nattch(shmid)).toBe(0);
  });

  it('stay while they are in hand', () => {
    use(shmid);
    const address = segments?.attach(shmid, 0, 10, READ) ?? 0n;
    sys.access(new Uint8Array([47, 0]), 0);
    expect(nattch(shmid)).toBe(1);
    const nested = segments?.attach(shmid, 0, 10, WRITE) ?? 0n;
    expect(nattch(shmid)).toBe(2);
    expect(segments?.release(nested)).toBe(0);
    expect(segments?.release(address)).toBe(0);
    letGo();
  });

  it('are no reason to find a removed segment', () => {
    use(shmid);
    use(shmid);
    bind('shmctl')(shmid, IPC_RMID, 0n);
    expect(use(shmid)).toBe(BigInt(-EINVAL));
    expect(nattch(shmid)).toBeUndefined();
  });

  it('make room for others', () => {
    const ids = Array.from({ length: 20 }, () => sys.shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0o600));
    for (const id of ids) {
      use(id);
      use(id);
    }
    expect(ids.map(nattch).reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(16);
    for (const id of ids) sys.shmctl(id, IPC_RMID, 0);
  });
});
