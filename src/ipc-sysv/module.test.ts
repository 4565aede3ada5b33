import { beforeEach, describe, expect, it } from 'vitest';
import { EINVAL, ENOENT } from '../abi/linux-errno.js';
import { SHM_RDONLY, SHM_REMAP } from '../abi/linux-ipc.js';
import { createEnvironment } from '../builtins/sysv.js';
import type { Kernel } from '../libc/kernel.js';
import type { HostMemory, Integer } from '../runtime/host.js';
import { createModuleEnvironment } from './module-environment.js';
import type { ModuleHost } from './module-host.js';
import { FIRST_ARGUMENT, nativeSubs } from './subs.js';

/** A scalar of the test: integers, floats, strings with or without the UTF-8 flag, objects, magic. */
interface Scalar {
  value?: number | bigint | string | Scalar[];
  float?: boolean;
  flagged?: boolean;
  magical?: boolean;
  className?: string;
  readOnly?: boolean;
}

const s = (value?: Scalar['value'], more: Omit<Scalar, 'value'> = {}): Scalar =>
  value === undefined ? more : { value, ...more };

/** Only what the module asks for; the conversions are trivial. */
class TestHost implements ModuleHost<Scalar> {
  errno = 7;
  opaqueAddresses = false;
  memory?: HostMemory;
  toInteger = ({ value }: Scalar): Integer => (typeof value === 'bigint' ? value : Math.trunc(Number(value ?? 0)));
  toIntegerOrUndef = (scalar: Scalar): Integer | undefined =>
    scalar.value === undefined ? undefined : this.toInteger(scalar);
  toUnsigned = (scalar: Scalar): Integer => {
    const integer = this.toInteger(scalar);
    return integer < 0 ? BigInt.asUintN(64, BigInt(integer)) : integer;
  };
  toDouble = ({ value }: Scalar): number => Number(value ?? 0);
  toBytes = (scalar: Scalar): string => this.toInternalBytes(scalar);
  prepare = (scalar: Scalar): boolean => scalar.readOnly !== true;
  storeBytes = (scalar: Scalar, bytes: Uint8Array): void => {
    scalar.value = Buffer.from(bytes).toString('latin1');
  };
  storeInternalBytes = this.storeBytes;
  setErrno = (errno: number): void => {
    this.errno = errno;
  };
  croak = (message: string): never => {
    throw new Error(message);
  };
  isDefined = (scalar: Scalar): boolean => scalar.value !== undefined && !scalar.magical;
  integerIn = ({ value, float }: Scalar): Integer | undefined =>
    (typeof value === 'number' && !float) || typeof value === 'bigint' ? value : undefined;
  stringIn = (scalar: Scalar): string | undefined =>
    typeof scalar.value === 'string' && !scalar.magical ? this.toInternalBytes(scalar) : undefined;
  toInternalBytes = ({ value, flagged }: Scalar): string => {
    const text = Array.isArray(value) ? 'ARRAY(0x1)' : `${value ?? ''}`;
    return flagged ? Buffer.from(text).toString('latin1') : text;
  };
  isObjectOf = (scalar: Scalar, className: string): boolean => scalar.className === className;
  elementOf = ({ value }: Scalar, index: number): Scalar | undefined => (value as Scalar[])[index];
  setElementOf = ({ value }: Scalar, index: number, integer: Integer): void => {
    (value as Scalar[])[index] = s(integer);
  };
}

/** One segment of 100 bytes at 0x10000, in a kernel of Buffers. */
const BASE = 0x10000n;
const page = Buffer.alloc(4096);
const offset = (address: bigint): number => Number(address - BASE);
const kernel = {
  pageSize: 4096,
  shmat: (shmid: number, address: bigint) => (shmid === 3 && address === 0n ? BASE : BigInt(-EINVAL)),
  shmdt: (address: bigint) => (address === BASE ? 0 : -EINVAL),
  shmctl: (_shmid: number, _command: number, struct: Uint8Array) => {
    struct[48] = 100;
    return 0;
  },
  read: (address: bigint, into: Uint8Array, length: number) => {
    page.copy(into, 0, offset(address), offset(address) + length);
  },
  write: (address: bigint, from: Uint8Array, length: number) => {
    page.set(from.subarray(0, length), offset(address));
  },
  clear: (address: bigint, length: number) => page.fill(0, offset(address), offset(address) + length),
  stat: (path: Uint8Array) => (Buffer.from(path).toString() === '/there' ? { dev: 0x1fen, ino: 0x12345n } : -ENOENT),
} as unknown as Kernel;

let host: TestHost;
let call: (name: string, ...args: Scalar[]) => unknown;
beforeEach(() => {
  host = new TestHost();
  page.fill(0);
  const env = createModuleEnvironment(createEnvironment<Scalar>(host, kernel, {}), host);
  const subs = new Map(nativeSubs(env).map((sub) => [sub.name.replace('IPC::SysV::', ''), sub]));
  call = (name, ...args) => subs.get(name)?.call(args);
});

describe('ftok', () => {
  const key = (id: number): number => (id << 24) | (0xfe << 16) | 0x2345;

  it('takes the id by its internal type', () => {
    const ids: [Scalar, number][] = [
      [s(), 1],
      [s('x', { magical: true }), 1],
      [s(256), 0],
      [s(-1), 255],
      [s(2n ** 32n + 5n), 5],
      [s('2'), 50],
      [s('A', { flagged: true }), 65],
      [s('\0'), 0],
    ];
    for (const [id, number] of ids) expect(call('ftok', s('/there'), id)).toBe(key(number));
    expect(call('ftok', s('/there\0more'))).toBe(key(1));
    expect(host.errno).toBe(7);
    for (const id of [s(''), s('ab'), s(2, { float: true }), s('\xe9', { flagged: true }), s([])]) {
      expect(() => call('ftok', s('/there'), id)).toThrow('invalid project id');
    }
  });

  it('answers undef and sets $! where there is no such file', () => {
    expect(call('ftok', s('/gone'))).toBeUndefined();
    expect(host.errno).toBe(ENOENT);
  });
});

describe('attached memory', () => {
  const attach = (flags = 0): Scalar => s(call('shmat', s(3), s(), s(flags)) as string);

  it('is attached, written, read and detached by its address', () => {
    const address = attach();
    expect(Buffer.from(address.value as string, 'latin1').readBigUInt64LE()).toBe(BASE);
    expect(call('memwrite', address, s('hello'), s(2), s(7))).toBe(1);
    const into = s();
    expect(call('memread', address, into, s(0), s(10))).toBe(1);
    expect(into.value).toBe('\0\0hello\0\0\0');
    expect(host.errno).toBe(7);
    expect([call('shmdt', address), call('shmdt', address), host.errno]).toEqual([0, undefined, EINVAL]);
    expect(() => call('memread', address, into, s(0), s(1))).toThrow('not inside an attached');
  });

  it('writes the internal bytes of flagged strings', () => {
    call('memwrite', attach(), s('\xe9', { flagged: true }), s(0), s(3));
    expect([...page.subarray(0, 3)]).toEqual([0xc3, 0xa9, 0]);
  });

  it('ends with its last page, and begins where it begins', () => {
    const address = attach();
    const into = s();
    expect(call('memread', address, into, s(4000), s(96))).toBe(1);
    for (const [position, size] of [
      [4000, 97],
      [-1, 1],
      [0, 2 ** 40],
      [2n ** 64n - 1n, 2],
    ] as const) {
      expect(() => call('memread', address, into, s(position), s(size))).toThrow('not inside an attached');
      expect(() => call('memwrite', address, s('x'), s(position), s(size))).toThrow('not inside an attached');
    }
    expect(call('memread', address, into, s(2 ** 40), s(0))).toBe(1);
    expect(() => call('memread', address, s('x', { readOnly: true }), s(0), s(1))).toThrow('read-only value');
  });

  it('is not written if it is attached read-only', () => {
    expect(() => call('memwrite', attach(SHM_RDONLY), s('x'), s(0), s(1))).toThrow('attached read-only in memwrite');
  });

  it('is refused for a negative id, a bad address, and a remap of foreign memory', () => {
    expect([call('shmat', s(-1), s('short'), s(0)), host.errno]).toEqual([undefined, EINVAL]);
    for (const address of [s('short'), s(5), s('\xe91234567', { flagged: true })]) {
      expect(() => call('shmat', s(3), address, s(0))).toThrow('invalid address value');
      expect(() => call('shmdt', address)).toThrow('invalid address value');
    }
    expect(() => call('shmdt', s('12345678', { magical: true }))).toThrow('invalid address value');
    expect(call('shmat', s(3), s('12345678', { magical: true }), s(0))).toBeDefined();
    expect(() => call('shmat', s(3), s('12345678'), s(SHM_REMAP))).toThrow('may replace nothing but');
  });

  it('has opaque addresses for hosts with small pointers, with room for arithmetic', () => {
    host.opaqueAddresses = true;
    const address = Buffer.from(attach().value as string, 'latin1');
    expect(address.readUInt32LE()).toBe(0);
    address.writeUInt32LE(5);
    call('memwrite', s(address.toString('latin1')), s('x'), s(1), s(1));
    expect(page.indexOf('x')).toBe(6);
    expect([call('shmat', s(3), s('12345678'), s(0)), host.errno]).toEqual([undefined, EINVAL]);
  });

  it("reaches the host's own addresses if the host lets it", () => {
    const written: unknown[] = [];
    host.memory = {
      read: (address, length) => (address === 64n ? Buffer.alloc(length, 'm') : undefined),
      write: (address, bytes) => written.push([address, Buffer.from(bytes).toString()]) > 0,
    };
    const address = s('\x40\0\0\0\0\0\0\0');
    const into = s();
    call('memread', address, into, s(0), s(3));
    expect(into.value).toBe('mmm');
    expect(() => call('memread', address, into, s(1), s(3))).toThrow('not inside an attached');
    call('memwrite', address, s('longer'), s(0), s(4));
    expect(written).toEqual([[64n, 'long']]);
  });
});

describe('stat objects', () => {
  const className = 'IPC::SharedMem::stat';

  it('pack and unpack every field', () => {
    const fields = [1, 2, 3, 4, 0o600, 2 ** 40, 7, 8, 9, 10, 11, -12];
    const packed = call(
      `${className}::pack`,
      s(
        fields.map((field) => s(field)),
        { className },
      ),
    ) as Uint8Array;
    expect(packed.length).toBe(112);
    const object = s([], { className });
    const answer = call(`${className}::unpack`, object, s(Buffer.from(packed).toString('latin1')));
    expect(answer).toBe(FIRST_ARGUMENT);
    expect((object.value as Scalar[]).map(({ value }) => value)).toEqual(fields);
  });

  it('see 64-bit fields as signed and small ones as the header says', () => {
    const object = s([], { className });
    call(`${className}::unpack`, object, s('\xff'.repeat(112)));
    const values = (object.value as Scalar[]).map(({ value }) => value);
    expect(values).toEqual([...Array(5).fill(2 ** 32 - 1), -1, -1, -1, -1, -1, -1, -1]);
  });

  it('refuse other objects first, then wrong lengths', () => {
    const other = s([], { className: 'Sub' });
    expect(() => call(`${className}::pack`, other)).toThrow(`Method pack not called a ${className} object`);
    expect(() => call(`${className}::unpack`, other, s('abc'))).toThrow(
      `Method unpack not called a ${className} object`,
    );
    expect(() => call(`${className}::unpack`, s([], { className }), s('abc'))).toThrow('length is 3, should be 112');
  });
});

describe('native subs', () => {
  it('say how to call them', () => {
    expect(() => call('ftok')).toThrow('Usage: IPC::SysV::ftok(path, id = &PL_sv_undef)');
    expect(() => call('shmat', s(1))).toThrow('Usage: IPC::SysV::shmat(id, addr, flag)');
    expect(() => call('IPC::Msg::stat::unpack', s())).toThrow('Usage: IPC::Msg::stat::unpack(obj, ds)');
  });

  it('answer constants as one sentence or two values', () => {
    expect(call('_constant', s('IPC_CREAT'))).toEqual([undefined, 512]);
    expect(call('_constant', s('SHMLBA'))).toEqual([undefined, 4096]);
    expect(call('_constant', s('FOO'))).toEqual(['FOO is not a valid IPC::SysV macro']);
    expect(call('_constant', s('SHM_A'))).toEqual(['Your vendor has not defined IPC::SysV macro SHM_A, used']);
  });
});
