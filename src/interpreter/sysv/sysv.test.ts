import { beforeEach, describe, expect, it } from 'vitest';
import { EINVAL } from '../../abi/linux-errno.js';
import type { Kernel } from '../../libc/kernel.js';
import { setActive } from '../../runtime/active.js';
import { PerlArray } from '../../runtime/array.js';
import { PerlDie } from '../../runtime/exceptions.js';
import { PerlHash } from '../../runtime/hash.js';
import { MagicScalar, ReadonlyScalar, Scalar } from '../../runtime/scalar.js';
import { FlaggedString, type PerlValue, type Slot } from '../../runtime/value.js';
import { Interp } from '../core/interp.js';
import { helemAlias } from '../library/elements.js';
import { helemOperand } from './element-operand.js';
import { loadIpcSysV } from './extension.js';
import { sysvFunctions } from '../functions/sysv.js';
import { setUpSysV } from './sysv.js';

class Tied extends MagicScalar {
  readonly log: string[] = [];
  override fetch(): PerlValue {
    this.log.push('FETCH');
    return undefined;
  }
  override store(value: PerlValue): void {
    this.log.push(`STORE ${String(value)}`);
  }
}

/** Every call fails or succeeds as told; what is read is "data". */
let failing: boolean;
const status = (success = 0): number => (failing ? -EINVAL : success);
const fill = (into: Uint8Array, at: number): void => void Buffer.from('data').copy(into, at);
const kernel = {
  pageSize: 4096,
  shmctl: (_id: number, _command: number, struct: unknown) => {
    if (struct instanceof Uint8Array) struct.fill(0).set([100], 48);
    return status();
  },
  shmat: () => 4096n,
  shmdt: () => 0,
  read: (_address: bigint, into: Uint8Array) => fill(into, 0),
  msgrcv: (_id: number, message: Uint8Array) => {
    fill(message.fill(0), 8);
    return status(4);
  },
  stat: () => -2,
} as unknown as Kernel;

let perl: Interp;
beforeEach(() => {
  failing = false;
  perl = new Interp();
  setActive(perl);
  setUpSysV(perl, { kernel });
});

const call = (name: string, ...operands: Slot[]): unknown => sysvFunctions[name]?.fn(name, ...operands);
const shmread = (slot: Slot): unknown => call('shmread', 0, slot, 0, 4);
const msgrcv = (slot: Slot): unknown => call('msgrcv', 0, slot, 10, 0, 0);
const ipcStat = (slot: Slot): unknown => call('shmctl', 0, 2, slot);
const message = '\0'.repeat(8) + 'data';
const dies = (fn: () => unknown): string => {
  try {
    fn();
  } catch (died) {
    if (died instanceof PerlDie) return String(died.value);
    throw died;
  }
  return 'lived';
};
const readOnly = 'Modification of a read-only value attempted at - line 0.\n';

describe('output variables', () => {
  it('become byte strings', () => {
    for (const before of [undefined, 5, 'x', new PerlArray(), new FlaggedString('\xe9')]) {
      const variable = new Scalar(before);
      expect([shmread(variable), variable.v]).toEqual([1, 'data']);
      variable.v = before;
      expect([msgrcv(variable), variable.v]).toEqual([1, message]);
      variable.v = before;
      expect([ipcStat(variable), String(variable.v).length]).toEqual(['0 but true', 112]);
    }
  });

  it('keep their value after a failure, but for what the preparation does', () => {
    failing = true;
    const after = (fn: (slot: Slot) => unknown, before: PerlValue): PerlValue => {
      const variable = new Scalar(before);
      fn(variable);
      return variable.v;
    };
    const array = new PerlArray();
    expect([shmread, msgrcv, ipcStat].map((fn) => after(fn, undefined))).toEqual([undefined, '', undefined]);
    expect([shmread, msgrcv, ipcStat].map((fn) => after(fn, 7))).toEqual([7, 7, 7]);
    expect(after(shmread, array)).toBe(array);
    expect(after(msgrcv, array)).toMatch(/^ARRAY\(0x/);
    expect(after(ipcStat, array)).toBeUndefined();
    expect(perl.errno).toBe(EINVAL);
  });

  it('are fetched and stored as perl 5.40 does it if they are tied', () => {
    const log = (fn: (slot: Slot) => unknown): string[] => {
      const tied = new Tied();
      fn(tied);
      return tied.log.map((line) => line.slice(0, 5));
    };
    const calls = [shmread, msgrcv, ipcStat];
    expect(calls.map(log)).toEqual([['FETCH', 'STORE'], ['STORE'], ['FETCH', 'STORE']]);
    failing = true;
    expect(calls.map(log)).toEqual([[], [], ['FETCH']]);
  });

  it('are refused where they are read-only, except by shmread', () => {
    const constant = new ReadonlyScalar('constant');
    expect([shmread(constant), constant.v]).toEqual([1, 'data']);
    const hash = new PerlHash();
    for (const slot of [undefined, helemOperand(perl, 0, hash, 'missing')]) {
      expect([shmread, msgrcv, ipcStat].map((fn) => dies(() => fn(slot)))).toEqual([readOnly, readOnly, readOnly]);
    }
    expect(hash.exists('missing')).toBe(false);
    expect([msgrcv, ipcStat].map((fn) => dies(() => fn(constant)))).toEqual([readOnly, readOnly]);
  });
});

describe('input operands', () => {
  it('are downgraded in place, or refused', () => {
    const flagged = new Scalar(new FlaggedString('\xe9'));
    expect(dies(() => call('msgsnd', 0, flagged, 0))).toBe('Arg too short for msgsnd at - line 0.\n');
    expect(flagged.v).toBe('\xe9');
    expect(dies(() => call('msgsnd', 0, '\u0100', 0))).toBe('Wide character in msgsnd at - line 0.\n');
  });
});

describe('the native half of IPC::SysV', () => {
  it('answers one element even for undef, and keeps the flag of what memread fills', () => {
    loadIpcSysV(perl);
    const sub = (name: string, ...args: Slot[]): unknown =>
      perl.glob(`IPC::SysV::${name}`).c?.fn?.(new PerlArray(args), 2);
    expect([sub('ftok', '/nowhere'), perl.errno]).toEqual([[undefined], 2]);
    expect(sub('_constant', 'IPC_CREAT')).toEqual([undefined, 512]);
    const [address] = sub('shmat', 0, undefined, 0) as string[];
    const variable = new Scalar(new FlaggedString('\xe9'));
    expect([sub('memread', address, variable, 0, 4), variable.v]).toEqual([[1], new FlaggedString('data')]);
    const hash = new PerlHash();
    sub('memread', address, helemAlias(hash, 'new'), 0, 4);
    expect(hash.get('new')).toBe('data');
    expect(dies(() => sub('shmdt'))).toBe('Usage: IPC::SysV::shmdt(addr) at - line 0.\n');
  });
});
