import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EFAULT, EINVAL } from '../abi/linux-errno.js';
import { IPC_CREAT, IPC_PRIVATE, IPC_RMID, IPC_SET, IPC_STAT } from '../abi/linux-ipc.js';
import { sharedStructs } from '../abi/struct-layouts.js';
import { KEPT_PLACES } from './handler-code.js';
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

  it('are as many as there are places; the first ones stay', () => {
    const ids = Array.from({ length: KEPT_PLACES + 4 }, () => sys.shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0o600));
    const inTurn = () => {
      for (let turn = 0; turn < 3; turn++) for (const id of ids) use(id);
      return ids.map(nattch);
    };
    // On a busy machine some may have been let go meanwhile, being unused for so long.
    let kept = inTurn();
    for (let more = 0; more < 50 && kept.slice(0, KEPT_PLACES).includes(0); more++) kept = inTurn();
    for (const id of ids) sys.shmctl(id, IPC_RMID, 0);
    expect(kept.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(KEPT_PLACES);
    expect(kept.slice(0, KEPT_PLACES)).not.toContain(0);
  });

  it('make room when they are not used any more', () => {
    const ids = Array.from({ length: KEPT_PLACES }, () => sys.shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0o600));
    for (const id of [...ids, ...ids]) use(id);
    for (let times = 0; times < 8 * KEPT_PLACES; times++) use(shmid);
    expect(nattch(shmid)).toBe(1);
    for (const id of ids) sys.shmctl(id, IPC_RMID, 0);
  });

  describe('copied at once', () => {
    const bytes = Buffer.alloc(16);
    const copy = (position: number, length: number, padding: number, mode: typeof READ | typeof WRITE) =>
      segments?.copy(shmid, position, length, padding, mode, bytes);

    it('first exactly, then step by step, then kept', () => {
      bytes.write('written');
      expect(copy(2, 7, 3, WRITE)).toBe(0);
      expect(nattch(shmid)).toBe(0);
      expect(copy(0, 12, 0, READ)).toBe(undefined);
      use(shmid);
      expect(nattch(shmid)).toBe(1);
      expect(copy(0, 12, 0, READ)).toBe(0);
      expect(bytes.toString('latin1', 0, 12)).toBe('\0\0written\0\0\0');
    });

    it('not outside of the segment', () => {
      expect(copy(4090, 10, 0, READ)).toBe(-EFAULT);
      use(shmid);
      use(shmid);
      expect(copy(4080, 16, 0, READ)).toBe(0);
      expect(copy(4081, 16, 0, READ)).toBe(undefined);
      expect(copy(4090, 2, 5, WRITE)).toBe(undefined);
      expect(copy(-1, 2, 0, READ)).toBe(undefined);
    });

    it('not when it has changed, or was removed', () => {
      use(shmid);
      use(shmid);
      const status = new Uint8Array(size);
      bind('shmctl')(shmid, IPC_STAT, status);
      new DataView(status.buffer).setUint16(20, 0o640, true);
      bind('shmctl')(shmid, IPC_SET, status);
      bytes.fill(7);
      expect(copy(0, 16, 0, READ)).toBe(undefined);
      expect(bytes.every((byte) => byte === 7)).toBe(true);
      expect(use(shmid)).toBeGreaterThan(0n);
      expect(copy(0, 16, 0, READ)).toBe(0);
      bind('shmctl')(shmid, IPC_RMID, 0);
      expect(copy(0, 16, 0, READ)).toBe(undefined);
      expect(use(shmid)).toBe(BigInt(-EINVAL));
    });
  });
});
