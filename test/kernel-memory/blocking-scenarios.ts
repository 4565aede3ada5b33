/** A builtin and its operands; `$id` is the object, `$text` takes data. */
export type ScenarioCall = readonly [string, ...(string | number)[]];

/** A call that sleeps, and what another process does meanwhile. */
export interface Scenario {
  readonly name: string;
  /** Makes the object. */
  readonly get: ScenarioCall;
  /** What the sleeper does before it sleeps. */
  readonly before?: readonly ScenarioCall[];
  readonly sleeps: ScenarioCall;
  /** What the other process has done before the sleeper falls asleep. */
  readonly otherBefore?: readonly ScenarioCall[];
  /** What it does while that one sleeps. `exit` is its end, `signal` a signal to the sleeper. */
  readonly other: readonly (ScenarioCall | 'exit' | 'signal')[];
  /** What the sleeper does after it was woken. */
  readonly after?: readonly ScenarioCall[];
}

const UNDO = 0o10000;
const NOWAIT = 0o4000;
const [RMID, SET, GETALL, GETNCNT, GETZCNT, GETVAL, SETVAL, SETALL] = [0, 1, 13, 14, 15, 12, 16, 17];
const shorts = (...values: number[]): string => Buffer.from(new Int16Array(values).buffer).toString('latin1');
const message = (type: number, text: string): string => `${String.fromCharCode(type)}${'\0'.repeat(7)}${text}`;
const set: ScenarioCall = ['semget', 0, 3, 0o600];
const queue: ScenarioCall = ['msgget', 0, 0o600];

/** msqid_ds for IPC_SET: mode 0600, and how many bytes the queue holds. */
function room(bytes: number): string {
  const struct = Buffer.alloc(120);
  struct.writeUInt32LE(0o600, 20);
  struct.writeBigUInt64LE(BigInt(bytes), 88);
  return struct.toString('latin1');
}

export const scenarios: readonly Scenario[] = [
  {
    name: 'a semaphore that rises',
    get: set,
    sleeps: ['semop', '$id', shorts(1, -2, 0)],
    other: [
      ['semctl', '$id', 1, GETNCNT, 0],
      ['semctl', '$id', 1, GETZCNT, 0],
      ['semop', '$id', shorts(1, 3, 0)],
    ],
    after: [
      ['semctl', '$id', 0, GETALL, '$text'],
      ['semctl', '$id', 1, GETNCNT, 0],
    ],
  },
  {
    name: 'a semaphore that becomes zero',
    get: set,
    before: [['semctl', '$id', 2, SETVAL, 4]],
    sleeps: ['semop', '$id', shorts(2, 0, 0, 2, 1, 0)],
    other: [
      ['semctl', '$id', 2, GETZCNT, 0],
      ['semctl', '$id', 2, GETNCNT, 0],
      ['semctl', '$id', 2, SETVAL, 0],
    ],
    after: [['semctl', '$id', 2, GETVAL, 0]],
  },
  {
    name: 'all or nothing',
    get: set,
    sleeps: ['semop', '$id', shorts(0, 1, 0, 1, -1, 0, 2, -1, 0)],
    other: [
      ['semctl', '$id', 0, GETALL, '$text'],
      ['semctl', '$id', 1, GETNCNT, 0],
      ['semop', '$id', shorts(1, 1, 0)],
      ['semctl', '$id', 0, GETALL, '$text'],
      ['semctl', '$id', 1, GETNCNT, 0],
      ['semctl', '$id', 2, GETNCNT, 0],
      ['semctl', '$id', 0, SETALL, shorts(5, 5, 5)],
    ],
    after: [['semctl', '$id', 0, GETALL, '$text']],
  },
  {
    name: 'a semaphore set that is removed',
    get: set,
    sleeps: ['semop', '$id', shorts(0, -1, 0)],
    other: [['semctl', '$id', 0, RMID, 0]],
    after: [['semop', '$id', shorts(0, 1, 0)]],
  },
  { name: 'a signal during semop', get: set, sleeps: ['semop', '$id', shorts(0, -1, 0)], other: ['signal'] },
  {
    name: 'SEM_UNDO at the end of a process',
    get: set,
    before: [['semctl', '$id', 0, SETVAL, 2]],
    otherBefore: [
      ['semop', '$id', shorts(0, -2, UNDO)],
      ['semctl', '$id', 0, GETVAL, 0],
    ],
    sleeps: ['semop', '$id', shorts(0, -1, 0)],
    other: ['exit'],
    after: [['semctl', '$id', 0, GETVAL, 0]],
  },
  {
    name: 'SEM_UNDO that SETVAL cancels',
    get: set,
    before: [
      ['semctl', '$id', 0, SETVAL, 2],
      ['semctl', '$id', 1, SETVAL, 2],
    ],
    otherBefore: [
      ['semop', '$id', shorts(0, -2, UNDO, 1, -1, UNDO)],
      ['semctl', '$id', 0, SETVAL, 0],
    ],
    sleeps: ['semop', '$id', shorts(1, -2, 0)],
    other: ['exit'],
    after: [['semctl', '$id', 0, GETALL, '$text']],
  },
  {
    name: 'a message that comes',
    get: queue,
    sleeps: ['msgrcv', '$id', '$text', 100, 0, 0],
    other: [['msgsnd', '$id', message(3, 'hello'), 0]],
    after: [['msgrcv', '$id', '$text', 100, 0, NOWAIT]],
  },
  {
    name: 'a message of the wanted type',
    get: queue,
    sleeps: ['msgrcv', '$id', '$text', 100, -2, 0],
    other: [
      ['msgsnd', '$id', message(3, 'not this'), 0],
      ['msgsnd', '$id', message(2, 'this'), 0],
    ],
    after: [['msgrcv', '$id', '$text', 100, 0, NOWAIT]],
  },
  {
    name: 'a message that is too long',
    get: queue,
    sleeps: ['msgrcv', '$id', '$text', 3, 0, 0],
    other: [['msgsnd', '$id', message(1, 'too long'), 0]],
    after: [['msgrcv', '$id', '$text', 100, 0, NOWAIT]],
  },
  {
    name: 'room in a full queue',
    get: queue,
    before: [
      ['msgctl', '$id', SET, room(10)],
      ['msgsnd', '$id', message(1, '12345678'), 0],
    ],
    sleeps: ['msgsnd', '$id', message(2, 'abcd'), 0],
    other: [['msgrcv', '$id', '$text', 100, 0, 0]],
    after: [['msgrcv', '$id', '$text', 100, 0, NOWAIT]],
  },
  {
    name: 'a full queue that grows',
    get: queue,
    before: [
      ['msgctl', '$id', SET, room(10)],
      ['msgsnd', '$id', message(1, '12345678'), 0],
    ],
    sleeps: ['msgsnd', '$id', message(2, 'abcd'), 0],
    other: [['msgctl', '$id', SET, room(100)]],
    after: [['msgrcv', '$id', '$text', 100, 2, NOWAIT]],
  },
  {
    name: 'a queue that is removed while it is waited for a message',
    get: queue,
    sleeps: ['msgrcv', '$id', '$text', 100, 0, 0],
    other: [['msgctl', '$id', RMID, 0]],
    after: [['msgrcv', '$id', '$text', 100, 0, NOWAIT]],
  },
  {
    name: 'a queue that is removed while it is waited for room',
    get: queue,
    before: [['msgctl', '$id', SET, room(2)]],
    sleeps: ['msgsnd', '$id', message(1, 'abc'), 0],
    other: [['msgctl', '$id', RMID, 0]],
  },
  { name: 'a signal during msgrcv', get: queue, sleeps: ['msgrcv', '$id', '$text', 9, 0, 0], other: ['signal'] },
  {
    name: 'a signal during msgsnd',
    get: queue,
    before: [['msgctl', '$id', SET, room(2)]],
    sleeps: ['msgsnd', '$id', message(1, 'abc'), 0],
    other: ['signal'],
  },
];
