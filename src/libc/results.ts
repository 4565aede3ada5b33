import { errnoCell } from './errno.js';
import { BURST, keeping, letGo } from './keeping.js';
import { bind, type Libc } from './libc.js';
import { type Convention, type Prototype, type Prototypes, prototypes } from './prototypes.js';

/**
 * The return conventions of C, turned into the one of this project: a result >= 0, or -errno.
 */

type Named<Wanted extends Convention> = {
  [Name in keyof Prototypes]: Prototypes[Name] extends Prototype<infer _Signature, Wanted> ? Name : never;
}[keyof Prototypes];

/** The functions that report failure as -1 with errno. Here they answer -errno instead. */
export type Sys = Pick<Libc, Named<'status'>>;

type Call = (...operands: unknown[]) => number;

/**
 * `sys.read(fd, into, length)` is libc's read, answering -errno. The wrapper of a function is made at its first use and
 * has the function's own number of parameters: no rest array, so nothing is allocated between the call and errno.
 */
export const sys = stubs();

function stubs(): Sys {
  const functions: Record<string, Call> = {};
  for (const [name, row] of Object.entries(prototypes)) {
    if (row.returns !== 'status') continue;
    functions[name] = (...operands) => {
      const wrapper = checked(bind(name as keyof Sys) as Call, operands.length, UNNOTICED.has(name) ? QUIET : keeping);
      functions[name] = wrapper;
      return wrapper(...operands);
    };
  }
  return functions as unknown as Sys;
}

/** Calls that never sleep and that no other process can notice. Before all others, kept attachments are let go. */
const UNNOTICED: ReadonlySet<string> = new Set([
  ...['munmap', 'mprotect', 'madvise', 'process_vm_readv', 'process_vm_writev', 'getpgid', 'times', 'getrusage'],
  ...[
    'getitimer',
    'sigpending',
    'getgroups',
    'sigaction',
    'sigprocmask',
    'syscall_timer_create',
    'syscall_timer_settime',
  ],
]);

/** A burst that is never there. */
const QUIET = new Int32Array(BURST + 1);

/** A function of so many parameters that makes the call, and turns -1 into -errno in the next statement. */
function checked(call: Call, parameters: number, burst: Int32Array): Call {
  const errno = errnoCell();
  const wrappers: Call[] = [
    () => {
      if (burst[BURST] !== 0) letGo();
      const result = call();
      return result === -1 ? -(errno[0] as number) : result;
    },
    (a) => {
      if (burst[BURST] !== 0) letGo();
      const result = call(a);
      return result === -1 ? -(errno[0] as number) : result;
    },
    (a, b) => {
      if (burst[BURST] !== 0) letGo();
      const result = call(a, b);
      return result === -1 ? -(errno[0] as number) : result;
    },
    (a, b, c) => {
      if (burst[BURST] !== 0) letGo();
      const result = call(a, b, c);
      return result === -1 ? -(errno[0] as number) : result;
    },
    (a, b, c, d) => {
      if (burst[BURST] !== 0) letGo();
      const result = call(a, b, c, d);
      return result === -1 ? -(errno[0] as number) : result;
    },
    (a, b, c, d, e) => {
      if (burst[BURST] !== 0) letGo();
      const result = call(a, b, c, d, e);
      return result === -1 ? -(errno[0] as number) : result;
    },
    (a, b, c, d, e, f) => {
      if (burst[BURST] !== 0) letGo();
      const result = call(a, b, c, d, e, f);
      return result === -1 ? -(errno[0] as number) : result;
    },
    (...all) => {
      if (burst[BURST] !== 0) letGo();
      const result = call(...all);
      return result === -1 ? -(errno[0] as number) : result;
    },
  ];
  return wrappers[Math.min(parameters, wrappers.length - 1)] as Call;
}

/** The failure value of mmap(2) and shmat(2): `(void *) -1`, as koffi gives it. */
const MINUS_ONE = 0xffff_ffff_ffff_ffffn;

/** A pointer result whose failure value is -1: the address, or -errno as a negative bigint. */
export function addressOrErrno(result: bigint, errno: Int32Array): bigint {
  return result === MINUS_ONE ? BigInt(-(errno[0] as number)) : result;
}
