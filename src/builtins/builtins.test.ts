import { describe, expect, it } from 'vitest';
import { currentAbi } from '../abi/current-abi.js';
import { EAGAIN, EFAULT, EINTR, EINVAL, ENOENT, ENOMSG } from '../abi/linux-errno.js';
import { GETALL, GETVAL, IPC_INFO, IPC_NOWAIT, IPC_RMID, IPC_SET, IPC_STAT, SETALL, SETVAL } from '../abi/linux-ipc.js';
import type { CtlArgument, Kernel } from '../libc/kernel.js';
import type { Bytes, Host, HostMemory, Integer, Preparation } from '../runtime/host.js';
import { bindPatient } from './patient.js';
import { FALSE_MINUS_ONE, ZERO_BUT_TRUE } from './results.js';
import { bindBuiltins, createEnvironment, type SysVOptions } from './sysv.js';

/** A scalar that knows which operand it is. */
interface Operand {
  name: string;
  value: string | number | bigint | undefined;
  readOnly?: boolean;
}

/** Writes down everything that the library asks of host and kernel, in order. */
class Recorder implements Host<Operand> {
  readonly log: string[] = [];
  errno = 99;
  longSize: 4 | 8 = 8;
  memory?: HostMemory;

  private note(what: string, operand: Operand, op: string): void {
    this.log.push(`${what} ${operand.name} in ${op}`);
  }
  toInteger(operand: Operand, op: string): Integer {
    this.note('integer', operand, op);
    return operand.value as Integer;
  }
  toIntegerOrUndef(operand: Operand, op: string): Integer | undefined {
    this.note('integer?', operand, op);
    return operand.value as Integer | undefined;
  }
  toUnsigned(operand: Operand, op: string): Integer {
    this.note('unsigned', operand, op);
    return operand.value as Integer;
  }
  toDouble(operand: Operand, op: string): number {
    this.note('double', operand, op);
    return Number(operand.value);
  }
  toBytes(operand: Operand, op: string): Bytes | undefined {
    this.note('bytes', operand, op);
    const text = String(operand.value ?? '');
    return /[^\0-\xff]/.test(text) ? undefined : text;
  }
  prepare(operand: Operand, how: Preparation): boolean {
    this.log.push(`prepare ${operand.name} ${how}`);
    return operand.readOnly !== true;
  }
  storeBytes(operand: Operand, bytes: Uint8Array, tainted: boolean): void {
    operand.value = Buffer.from(bytes).toString('latin1');
    this.log.push(`store ${operand.name} ${bytes.length}${tainted ? ' tainted' : ''}`);
  }
  setErrno(errno: number): void {
    this.errno = errno;
    this.log.push(`errno ${errno}`);
  }
  croak(message: string): never {
    throw new Error(message);
  }
}

/** Operands in order, as a builtin takes them. */
const operands = (...values: Operand['value'][]): Operand[] =>
  values.map((value, index) => ({ name: `$${index}`, value }));

/** Builtins over a recorder and a kernel that answers as told. */
function world(answers: Partial<Kernel> = {}, options: Omit<SysVOptions, 'kernel'> = {}) {
  const host = new Recorder();
  const note =
    (name: string, answer: (...args: never[]) => unknown = () => 0) =>
    (...args: unknown[]) => {
      const shown = args.map((arg) => (arg instanceof Uint8Array ? 'bytes' : String(arg)));
      host.log.push(`${name}(${shown.join(',')})`);
      return answer(...(args as never[]));
    };
  const names = ['shmget', 'semget', 'msgget', 'shmctl', 'semctl', 'msgctl', 'semop', 'msgsnd', 'msgrcv'] as const;
  const calls = Object.fromEntries(names.map((name) => [name, note(name, answers[name])]));
  const memory = { read: note('read', answers.read), write: note('write', answers.write), clear: note('clear') };
  const kernel = { ...calls, ...memory } as unknown as Kernel;
  const segments = {
    attach: note('attach', () => 4096n),
    release: note('release'),
  } as unknown as NonNullable<SysVOptions['segments']>;
  const env = createEnvironment(host, kernel, { segments, ...options });
  return { host, env, perl: bindBuiltins(env), log: host.log };
}

type Arguments = [Operand, Operand, Operand, Operand, Operand];
const five = (...values: Operand['value'][]): Arguments => operands(...values) as Arguments;

describe('the order in which operands are read', () => {
  it('shmget: KEY, FLAGS, SIZE', () => {
    const { perl, log } = world({ shmget: () => 7 });
    const [key, size, flags] = five(1.9, 10, 0o600);
    expect(perl.shmget(key, size, flags)).toBe(7);
    expect(log).toEqual([
      'double $0 in shmget',
      'integer $2 in shmget',
      'unsigned $1 in shmget',
      'shmget(1,10,384)',
      'errno 0',
    ]);
  });

  it('semget: KEY, FLAGS, NSEMS', () => {
    const { perl, log } = world();
    const [key, nsems, flags] = five(5, 2n ** 32n + 3n, 1);
    expect(perl.semget(key, nsems, flags)).toBe(0);
    expect(log).toEqual([
      'double $0 in semget',
      'integer $2 in semget',
      'integer $1 in semget',
      'semget(5,3,1)',
      'errno 0',
    ]);
  });

  it('shmread: ID, POS, SIZE, then the segment, then VAR', () => {
    const { perl, log } = world();
    const [id, variable, position, size] = five(3, undefined, 2, 5);
    expect(perl.shmread(id, variable, position, size)).toBe(1);
    expect(log).toEqual([
      'integer $0 in shmread',
      'integer $2 in shmread',
      'integer $3 in shmread',
      'errno 0',
      'attach(3,2,5,4096)',
      'prepare $1 overwrite',
      'read(4098,bytes,5)',
      'store $1 5 tainted',
      'release(4096)',
    ]);
  });

  it('shmwrite: the string is fetched while the segment is attached, which is released if that dies', () => {
    const { perl, log } = world();
    const [id, string, position, size] = five(3, 'ab', 0, 5);
    expect(perl.shmwrite(id, string, position, size)).toBe(1);
    expect(log.slice(4)).toEqual([
      'attach(3,0,5,0)',
      'bytes $1 in shmwrite',
      'write(4096,bytes,2)',
      'clear(4098,3)',
      'release(4096)',
    ]);
    string.value = '\u0100';
    expect(() => perl.shmwrite(id, string, position, size)).toThrow('Wide character in shmwrite');
    expect(log.at(-1)).toBe('release(4096)');
  });

  it('msgrcv: ID, VAR defined, SIZE, TYPE, FLAGS, VAR a string', () => {
    const { perl, log } = world({ msgrcv: () => 3 });
    expect(perl.msgrcv(...five(1, undefined, 10, -4n, 0))).toBe(1);
    expect(log).toEqual([
      'integer $0 in msgrcv',
      'prepare $1 define',
      'integer $2 in msgrcv',
      'integer $3 in msgrcv',
      'integer $4 in msgrcv',
      'prepare $1 stringify',
      'msgrcv(1,bytes,10,-4,0)',
      'errno 0',
      'store $1 11 tainted',
    ]);
  });

  it('msgsnd: ID, FLAGS, MSG', () => {
    const { perl, log } = world();
    const [id, message, flags] = five(1, '12345678body', 0);
    expect(perl.msgsnd(id, message, flags)).toBe(1);
    expect(log).toEqual([
      'integer $0 in msgsnd',
      'integer $2 in msgsnd',
      'bytes $1 in msgsnd',
      'msgsnd(1,bytes,4,0)',
      'errno 0',
    ]);
  });
});

describe('results', () => {
  it('get calls answer ids, 0 included, and undef or a false -1', () => {
    const [key, flags] = five(1, 0);
    expect(world().perl.msgget(key, flags)).toBe(0);
    const failing = { msgget: () => -ENOENT };
    const { perl, host } = world(failing);
    expect(perl.msgget(key, flags)).toBeUndefined();
    expect(host.errno).toBe(ENOENT);
    expect(world(failing, { failedGet: 'minusOne' }).perl.msgget(key, flags)).toBe(FALSE_MINUS_ONE);
  });

  it('ctl calls answer "0 but true", the number, or undef', () => {
    const [id, command, argument] = five(1, IPC_RMID, undefined);
    expect(world().perl.shmctl(id, command, argument)).toBe(ZERO_BUT_TRUE);
    expect(world({ shmctl: () => 5 }).perl.shmctl(id, command, argument)).toBe(5);
    expect(world({ shmctl: () => -EINVAL }).perl.shmctl(id, command, argument)).toBeUndefined();
  });

  it('attach errors are the result of shmread', () => {
    const segments = { attach: () => BigInt(-EFAULT), release: () => 0 };
    const { perl, host } = world({}, { segments });
    const [id, variable, position, size] = five(1, 'x', -1, 4);
    expect(perl.shmread(id, variable, position, size)).toBe(0);
    expect([host.errno, variable.value]).toEqual([EFAULT, 'x']);
  });
});

describe('ctl arguments', () => {
  it('no integer reaches the kernel as a pointer', () => {
    const { perl, log } = world();
    perl.msgctl(...(five(1, 77, 0xdeadbeef).slice(0, 3) as [Operand, Operand, Operand]));
    expect(log).toContain('msgctl(1,77,0)');
  });

  it('SETVAL takes the low 32 bits', () => {
    const { perl, log } = world();
    const [id, semnum, command, argument] = five(1, 2, SETVAL, 2n ** 32n + 5n);
    expect(perl.semctl(id, semnum, command, argument)).toBe(ZERO_BUT_TRUE);
    expect(log).toContain(`semctl(1,2,${SETVAL},5)`);
  });

  it('IPC_SET wants the exact length, and leaves $! alone when it dies', () => {
    const { perl, host } = world();
    const [id, command, argument] = five(1, IPC_SET, 'abc');
    expect(() => perl.shmctl(id, command, argument)).toThrow('Bad arg length for shmctl, is 3, should be 112');
    argument.value = 'a\u0100';
    expect(() => perl.msgctl(id, command, argument)).toThrow('Wide character in msgctl');
    expect(host.errno).toBe(99);
  });

  it('IPC_STAT refuses a read-only variable before the call', () => {
    const { perl, log } = world();
    const [id, command, argument] = five(1, IPC_STAT, 'abc');
    argument.readOnly = true;
    expect(() => perl.shmctl(id, command, argument)).toThrow('Modification of a read-only value attempted');
    expect(log.some((line) => line.startsWith('shmctl('))).toBe(false);
  });

  it('GETALL and SETALL ask for the number of semaphores first', () => {
    const semctl = (_id: number, _num: number, command: number, argument: CtlArgument): number => {
      if (command === IPC_STAT)
        (argument as Uint8Array).set([3, 0], currentAbi().structs.semid_ds.fields.sem_nsems.offset);
      return 0;
    };
    const { perl, log } = world({ semctl });
    const [id, semnum, command, argument] = five(1, 9, GETALL, undefined);
    expect(perl.semctl(id, semnum, command, argument)).toBe(ZERO_BUT_TRUE);
    expect(log.slice(3)).toEqual([
      'semctl(1,0,2,bytes)',
      'prepare $3 discard',
      'semctl(1,9,13,bytes)',
      'errno 0',
      'store $3 6',
    ]);
    command.value = SETALL;
    argument.value = 'ab';
    expect(() => perl.semctl(id, semnum, command, argument)).toThrow('Bad arg length for semctl, is 2, should be 6');
    const failing = world({ semctl: () => -EINVAL });
    expect(failing.perl.semctl(id, semnum, command, { ...argument, readOnly: true })).toBeUndefined();
    expect(failing.host.errno).toBe(EINVAL);
  });

  it("an info struct goes to the host's own address or nowhere", () => {
    const [id, command, argument] = five(0, IPC_INFO, 64n);
    const { perl, host } = world({ shmctl: () => 4 });
    expect(perl.shmctl(id, command, argument)).toBeUndefined();
    expect(host.errno).toBe(EFAULT);
    const written: unknown[] = [];
    host.memory = { read: () => undefined, write: (address, bytes) => written.push([address, bytes.length]) > 0 };
    expect(perl.shmctl(id, command, argument)).toBe(4);
    expect(written).toEqual([[64n, 72]]);
  });
});

describe('messages', () => {
  it('checks lengths and signs as perl does', () => {
    const { perl, log } = world();
    const [id, message, flags] = five(-1, '1234567', 0);
    expect(() => perl.msgsnd(id, message, flags)).toThrow('Arg too short for msgsnd');
    message.value = '12345678';
    expect(perl.msgsnd(id, message, flags)).toBe(0);
    expect(perl.msgrcv(...five(1, '', -1, 0, 0))).toBe(0);
    expect(log.filter((line) => line.includes('('))).toEqual([]);
  });

  it('widens and narrows the type of a host with 32-bit longs', () => {
    let sent = Buffer.alloc(0);
    const { perl, host } = world({
      msgsnd: (_id, message, size) => {
        sent = Buffer.from(message.subarray(0, 8 + size));
        return 0;
      },
      msgrcv: (_id, message) => {
        message.set(sent);
        return sent.length - 8;
      },
    });
    host.longSize = 4;
    const [id, message, flags] = five(1, '\xfe\xff\xff\xffbody', 0);
    perl.msgsnd(id, message, flags);
    expect(sent.toString('latin1')).toBe('\xfe\xff\xff\xff\xff\xff\xff\xffbody');
    const call = five(1, undefined, 100, 0, 0);
    perl.msgrcv(...call);
    expect(call[1].value).toBe('\xfe\xff\xff\xffbody');
  });

  it('receives a long message into growing room without losing it', () => {
    const text = 'z'.repeat(200_000);
    const { perl, log } = world({
      msgrcv: (_id, message, size) => {
        if (size < text.length) return -7;
        message.set(Buffer.from(`12345678${text}`), 0);
        return text.length;
      },
    });
    const call = five(1, undefined, 1e15, 0, 0o10000);
    expect(perl.msgrcv(...call)).toBe(1);
    expect(call[1].value).toBe(`12345678${text}`);
    expect(log.filter((line) => line.startsWith('msgrcv('))).toEqual([
      'msgrcv(1,bytes,65536,0,0)',
      'msgrcv(1,bytes,131072,0,0)',
      'msgrcv(1,bytes,262144,0,0)',
    ]);
  });
});

describe('semop', () => {
  it('refuses a wrong length before the call', () => {
    const { perl, host, log } = world();
    const [id, opstring] = five(-5, 'abcde');
    expect(perl.semop(id, opstring)).toBe(0);
    opstring.value = '';
    expect(perl.semop(id, opstring)).toBe(0);
    expect(host.errno).toBe(EINVAL);
    expect(log.some((line) => line.startsWith('semop('))).toBe(false);
  });
});

describe('patient builtins', () => {
  const patience = { pause: () => Promise.resolve(), interrupted: () => false };

  it('try until the call succeeds, and read their operands once', async () => {
    let tries = 0;
    const { env, log } = world({ msgrcv: () => (++tries < 3 ? -ENOMSG : 0) });
    expect(await bindPatient(env, patience).msgrcv(...five(1, undefined, 4, 0, 0))).toBe(1);
    expect([tries, log.filter((line) => line.startsWith('integer')).length]).toEqual([3, 4]);
    expect(log).toContain(`msgrcv(1,bytes,4,0,${IPC_NOWAIT})`);
  });

  it('end with EINTR when interrupted, and at once when the program said IPC_NOWAIT', async () => {
    const { env, host } = world({ msgsnd: () => -EAGAIN });
    const [id, message, flags] = five(1, '12345678', 0);
    const perl = bindPatient(env, { ...patience, interrupted: () => true });
    expect(await perl.msgsnd(id, message, flags)).toBe(0);
    expect(host.errno).toBe(EINTR);
    flags.value = IPC_NOWAIT;
    expect(await perl.msgsnd(id, message, flags)).toBe(0);
    expect(host.errno).toBe(EAGAIN);
  });

  it('semop waits unless the blocking operation itself is IPC_NOWAIT', async () => {
    const values = [1, 0];
    const world1 = world({
      semop: () => -EAGAIN,
      semctl: (_id, semnum, command) => (command === GETVAL ? (values[semnum] ?? 0) : 0),
    });
    const pack = (...shorts: number[]): string => Buffer.from(new Int16Array(shorts).buffer).toString('latin1');
    const [id, opstring] = five(1, pack(0, -1, 0, 1, -1, IPC_NOWAIT));
    expect(await bindPatient(world1.env, patience).semop(id, opstring)).toBe(0);
    expect(world1.host.errno).toBe(EAGAIN);
    opstring.value = pack(0, -1, IPC_NOWAIT, 1, -1, 0);
    expect(await bindPatient(world1.env, { ...patience, interrupted: () => true }).semop(id, opstring)).toBe(0);
    expect(world1.host.errno).toBe(EINTR);
  });
});
