import { type Value, ValueHost } from '../../src/hosts/value-host.js';
import { createSysV } from '../../src/index.js';
import { MemoryKernel, MemorySystem } from '../../src/kernel-memory/index.js';

/** uid, gid, and further groups. */
export type User = readonly [number, number, ...number[]];
/** The index of a user, the builtin (`m0=shmget` keeps its result as `$m0`), and operands; `$text` takes data. */
export type UserCall = readonly [number, string, ...(string | number)[]];

export const users: readonly User[] = [
  [0, 0],
  [1000, 1000],
  [1001, 1001, 1000],
  [65534, 65534],
];

const NOWAIT = 0o4000;
const [RMID, SET, STAT] = [0, 1, 2];
const shorts = (...values: number[]): string => Buffer.from(new Int16Array(values).buffer).toString('latin1');

/** IPC_SET's struct: the owner and the mode lie at the same places in each of them. */
function owner(size: number, uid: number, gid: number, mode: number): string {
  const struct = Buffer.alloc(size);
  struct.writeUInt32LE(uid, 4);
  struct.writeUInt32LE(gid, 8);
  struct.writeUInt32LE(mode, 20);
  struct.writeBigUInt64LE(BigInt(1000), size === 120 ? 88 : 48);
  return struct.toString('latin1');
}

/** Calls by several users at random on each other's objects. */
export function userCalls(seed: number, count: number): UserCall[] {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const pick = <T>(list: readonly T[]): T => list.at(below(list.length)) as T;
  const mode = (): number =>
    pick([0o600, 0o640, 0o660, 0o666, 0o644, 0o444, 0o222, 0o400, 0o200, 0o040, 0o004, 0, 0o620]);
  const flags = (): number => mode() | pick([0, 0o1000, 0o1000, 0o1000, 0o3000]);
  const key = (): number => pick([0, 71, 72, 73]);
  const object = (kind: string): string => `$${kind}${below(4)}`;
  const kept = (kind: string, name: string): string => `${kind}${below(4)}=${name}`;
  const struct = (size: number): string => {
    const [uid, gid] = pick(users);
    return owner(size, uid, pick([gid, 1000]), mode());
  };
  const message = (): string => `${pick(['\x01', '\x02'])}${'\0'.repeat(7)}text`;
  const calls: (() => [string, ...(string | number)[]])[] = [
    () => [kept('m', 'shmget'), key(), pick([1, 20, 20, 40, 0]), flags()],
    () => ['shmread', object('m'), '$text', 0, pick([4, 20])],
    () => ['shmwrite', object('m'), 'data', 0, 4],
    () => ['shmctl', object('m'), STAT, '$text'],
    () => ['shmctl', object('m'), SET, struct(112)],
    () => ['shmctl', object('m'), pick([RMID, 11, 12, 99]), 0],
    () => [kept('s', 'semget'), key(), pick([0, 1, 3, 4]), flags()],
    () => ['semctl', object('s'), below(4), pick([11, 12, 14, 15]), 0],
    () => ['semctl', object('s'), below(4), 16, below(3)],
    () => ['semctl', object('s'), 0, 13, '$text'],
    () => ['semctl', object('s'), 0, 17, shorts(1, 2, 0)],
    () => ['semctl', object('s'), 0, STAT, '$text'],
    () => ['semctl', object('s'), 0, SET, struct(104)],
    () => ['semctl', object('s'), 0, pick([RMID, 99]), 0],
    () => ['semop', object('s'), shorts(below(4), pick([0, 1, -1]), NOWAIT)],
    () => [kept('q', 'msgget'), key(), flags()],
    () => ['msgsnd', object('q'), message(), NOWAIT],
    () => ['msgrcv', object('q'), '$text', pick([2, 100]), pick([0, 1, -2]), NOWAIT | pick([0, 0o10000])],
    () => ['msgctl', object('q'), STAT, '$text'],
    () => ['msgctl', object('q'), SET, struct(120)],
    () => ['msgctl', object('q'), pick([RMID, 99]), 0],
  ];
  // Objects that go too early leave nothing to look at.
  const rare = ([, , command]: readonly unknown[]): boolean => command === RMID && below(4) > 0;
  return Array.from({ length: count }, () => {
    let call = pick(calls)();
    while (rare(call)) call = pick(calls)();
    return [below(users.length), ...call];
  });
}

/** A line for each call over the kernel in memory, one process for each user. */
export function inMemory(calls: readonly UserCall[]): string[] {
  const system = new MemorySystem();
  const host = new ValueHost();
  const sysv = users.map(([uid, gid, ...groups]) =>
    createSysV(host, {
      kernel: new MemoryKernel({ system, uid, gid, groups: [gid, ...groups], mayRaiseLimits: uid === 0 }),
    }),
  );
  const ids = new Map<string, Value['value']>();
  return calls.map(([user, call, ...operands]) => {
    const [, save, name = ''] = /^(?:(\w+)=)?(\w+)$/.exec(call) ?? [];
    const text: Value = { value: 'before' };
    const list = operands.map((operand) => {
      const variable = /^\$(\w+)$/.exec(String(operand))?.[1];
      if (variable === undefined) return { value: operand };
      return variable === 'text' ? text : { value: ids.get(variable) ?? -1 };
    });
    host.errno = 0;
    const builtin = sysv[user]?.[name as 'semop'] as unknown as (...scalars: Value[]) => Value['value'];
    const result = resultOf(() => builtin(...list));
    if (save !== undefined && result !== undefined) ids.set(save, result);
    const data = Buffer.from(String(text.value), 'latin1').toString('hex');
    return `${name} ${result === process.pid ? 'PID' : (result ?? 'undef')} ${host.errno} ${data.length > 200 ? data.slice(0, 48) : data}`;
  });
}

/** What a call answers, or dies with. */
function resultOf(call: () => Value['value']): Value['value'] {
  try {
    return call();
  } catch (error) {
    return (error as Error).message;
  }
}
