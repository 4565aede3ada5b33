import { type Call, shorts } from './call-list.js';

/**
 * Calls at random, the same for the same seed. Left out: what blocks, what real perl's processes differ in (pids, times,
 * addresses), and what is unsafe there (addresses to the kernel, wide characters in shmwrite, very negative sizes).
 */
export function randomCalls(seed: number, count: number): Call[] {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const pick = <T>(list: readonly T[]): T => list.at(below(list.length)) as T;

  const anyNumber = (): Operand => pick(numbers);
  /** SIZE of shmread and shmwrite: segments may be so large that 2,147,483,647 bytes would really be copied. */
  const length = (): Operand => pick(numbers.filter((number) => number !== -2147483649));
  const small = (): Operand => pick([0, 1, 2, 3, 4, 5, 8, 16, null, '3', 'x']);
  const object = (kind: string): Operand => (below(10) < 7 ? `$${kind}${below(3)}` : anyNumber());
  const variable = (): string => pick(['$text0', '$text1', '$text2', `$fresh${below(50)}`]);
  const operations = (): Operand => {
    if (below(8) === 0) return pick(['', 'abc', null, '1234567', '\u0100']);
    const values = Array.from({ length: 1 + below(3) }, () => [pick([0, 1, 2, 5, -1]), pick(changes), NOWAIT]);
    return shorts(...values.flat());
  };

  const calls: (() => Call)[] = [
    () => [`m${below(3)}=shmget`, pick(keys), anyNumber(), pick(flags)],
    () => ['shmread', object('m'), variable(), anyNumber(), pick([small, length])()],
    () => ['shmread', `$m${below(3)}`, variable(), below(90), below(20)],
    () => ['shmwrite', object('m'), pick(strings), small(), pick([small, length])()],
    () => ['shmwrite', `$m${below(3)}`, pick(strings), below(90), below(20)],
    () => ['shmctl', object('m'), pick([0, 1, 11, 12, 50, -1]), pick([0, null, 'abc', 5])],
    () => [`s${below(3)}=semget`, 0, below(5), 0o600],
    () => ['semget', pick(keys), anyNumber(), pick(flags)],
    () => ['semctl', object('s'), small(), pick([12, 14, 15]), pick([0, null, 'zz', 7])],
    () => ['semctl', object('s'), small(), 16, anyNumber()],
    () => ['semctl', object('s'), small(), 13, variable()],
    () => ['semctl', object('s'), small(), 17, pick([shorts(below(9), below(9), pick([1, -1, 40])), ...strings])],
    () => ['semctl', object('s'), small(), pick([1, 99, -3]), pick(['abc', null, 5])],
    () => ['semop', object('s'), operations()],
    () => ['msgsnd', object('q'), pick(messages), pick([NOWAIT, NOWAIT, -1])],
    () => ['msgrcv', object('q'), variable(), pick([0, 5, 100, '7', null, 'x', -1]), pick(types), pick(receiving)],
    () => ['msgctl', object('q'), pick([1, 50, -2]), pick([0, null, 'abc'])],
    () => [`q${below(3)}=msgget`, pick([0, 79]), 0o1600],
    () => ['ftok', pick(['/', '/tmp', '/nope', '', null]), pick([1, 2, 255, -1, 'A', '', null])],
    () => ['shmat', pick([-1, 9999, 'x9999']), pick([null, 'abc', '12345678']), small()],
    () => ['shmdt', pick([null, 'abc', '12345678', 5])],
  ];
  return Array.from({ length: count }, () => pick(calls)());
}

type Operand = string | number | null;

const NOWAIT = 0o4000;
const numbers: Operand[] = [
  ...[0, 1, 2, 3, 5, 10, 99, 100, 101, -1, -5, 1.5, -1.5, 4294967296, 4294967301, 2147483648, -2147483649, 2 ** 53],
  ...[1e19, 1e20, -1e20, '7', '1e1', 'abc', '', null, '12abc', ' 4 ', '-3', '0x10', '.5', '+6', '1_0', '0 but true'],
  ...['5\n', '3.', '--4'],
];
const changes = [0, 1, -1, 2, -2, 100, 32767, -32768];
const strings: Operand[] = ['', 'a', 'hello', '\0\0\0', '\u00e9\u00ff', null, 12, -1.25, '$text0', 'x'.repeat(50)];
const flags: Operand[] = [0o600, 0o1600, 0o3600, 0, 0o1777, '0600', null, 0o400];
const keys: Operand[] = [0, 77, 78, '77', 77.9, -77, 3735928559, 2 ** 40, 'key', null];
const messages: Operand[] = [
  ...['\x01\0\0\0\0\0\0\0one', '\x02\0\0\0\0\0\0\0', '\x03\0\0\0\0\0\0\0three', '\0\0\0\0\0\0\0\0zero'],
  ...[`${'\xff'.repeat(8)}negative`, 'short', '', null, 12345678, 123456789, '\u0100234567890'],
];
const types: Operand[] = [0, 1, 2, 3, -1, -2, -3, '1', 'x', null, 99];
const receiving = [NOWAIT, NOWAIT | 0o10000, NOWAIT | 0o20000];
