import { E2BIG, EINVAL } from '../abi/linux-errno.js';
import { MSG_NOERROR } from '../abi/linux-ipc.js';
import { toCInt } from '../runtime/c-integer.js';
import { diagnostics } from '../runtime/diagnostics.js';
import type { Integer } from '../runtime/host.js';
import type { Environment } from './environment.js';
import { narrowMessage, TYPE_SIZE, typeSize } from './message.js';
import { type Truth, truth } from './results.js';

/** The operands of msgrcv, read. */
export interface MsgrcvCall {
  readonly msqid: number;
  /** The longest text to receive. */
  readonly size: number;
  readonly type: Integer;
  readonly flags: number;
}

/** `msgrcv ID,VAR,SIZE,TYPE,FLAGS` (perlfunc, msgop(2)). */
export function msgrcv<S>(env: Environment<S>, id: S, variable: S, size: S, type: S, flags: S): Truth {
  const call = readMsgrcv(env, id, variable, size, type, flags);
  if (call === undefined) return truth(env.host, -EINVAL);
  return receiveInto(env, variable, call) ?? deliver(env, variable, receive(env, call, call.flags));
}

/** Into the variable's own memory, if it is large enough for any message that may come. */
function receiveInto<S>(env: Environment<S>, variable: S, { msqid, size, type, flags }: MsgrcvCall): Truth | undefined {
  const { host } = env;
  if (typeSize(host) !== TYPE_SIZE || host.isPlainVariable?.(variable) !== true) return undefined;
  const own = host.memoryOf?.(variable, TYPE_SIZE + size);
  return own === undefined ? undefined : fill(env, variable, own, msqid, size, type, flags);
}

/** With the operands read. */
export function fill<S>(
  { host, kernel }: Environment<S>,
  variable: S,
  own: Uint8Array,
  msqid: number,
  size: number,
  type: Integer,
  flags: number,
): Truth {
  const length = kernel.msgrcv(msqid, own, size, type, flags);
  if (length >= 0) host.filled?.(variable, TYPE_SIZE + length);
  return truth(host, length);
}

/** No message is longer: kernel.msgmax is an int. */
const LONGEST = 0x7fffffff;

/**
 * VAR is made a string before the call, so a read-only one dies while the message is still in the queue. Undefined for
 * a negative id, size or flags, which is EINVAL without a system call (for sizes as in perl 5.40).
 */
export function readMsgrcv<S>(
  env: Environment<S>,
  id: S,
  variable: S,
  size: S,
  type: S,
  flags: S,
): MsgrcvCall | undefined {
  const { host } = env;
  const msqid = toCInt(host.toInteger(id, 'msgrcv'));
  if (!host.prepare(variable, 'define')) host.croak(diagnostics.readOnly);
  const limit = host.toInteger(size, 'msgrcv');
  const wanted = host.toInteger(type, 'msgrcv');
  const flagBits = toCInt(host.toInteger(flags, 'msgrcv'));
  if (!host.prepare(variable, 'stringify')) host.croak(diagnostics.readOnly);
  if (msqid < 0 || limit < 0 || flagBits < 0) return undefined;
  return { msqid, size: Math.min(Number(limit), LONGEST), type: wanted, flags: flagBits };
}

/** Perl makes room for all of SIZE. Here a longer SIZE costs memory only if a message needs it. */
const FIRST_TRY = 64 * 1024;

/** Receives into the scratch memory: the kernel's struct msgbuf, or -errno. */
export function receive<S>(env: Environment<S>, call: MsgrcvCall, flags: number): Uint8Array | number {
  const { msqid, size, type } = call;
  for (let room = Math.min(size, FIRST_TRY); ; room = Math.min(room * 2, size)) {
    // Without MSG_NOERROR as long as there could be more room: a message that needs it stays in the queue.
    const flagBits = room < size ? flags & ~MSG_NOERROR : flags;
    const message = env.scratch.room(TYPE_SIZE + room);
    const length = env.kernel.msgrcv(msqid, message, room, type, flagBits);
    if (length >= 0) return env.scratch.cut(message, TYPE_SIZE + length);
    if (length !== -E2BIG || room === size) return length;
  }
}

/** VAR becomes the message; after a failure it stays as it was prepared. */
export function deliver<S>(env: Environment<S>, variable: S, received: Uint8Array | number): Truth {
  const { host } = env;
  if (typeof received === 'number') return truth(host, received);
  host.setErrno(0);
  host.storeBytes(variable, narrowMessage(received, typeSize(host)), true);
  return 1;
}
