import { EINVAL } from '../abi/linux-errno.js';
import { toCInt } from '../runtime/c-integer.js';
import { diagnostics } from '../runtime/diagnostics.js';
import type { Bytes } from '../runtime/host.js';
import type { Environment } from './environment.js';
import { typeSize, widenMessage } from './message.js';
import { type Truth, truth } from './results.js';

/** The operands of msgsnd, read: `message` is the host's struct msgbuf. */
export interface MsgsndCall {
  readonly msqid: number;
  readonly message: Bytes;
  readonly flags: number;
}

/** `msgsnd ID,MSG,FLAGS` (perlfunc, msgop(2)). MSG is `pack 'l! a*', TYPE, TEXT`. */
export function msgsnd<S>(env: Environment<S>, id: S, message: S, flags: S): Truth {
  const call = readMsgsnd(env, id, message, flags);
  return truth(env.host, call === undefined ? -EINVAL : send(env, call, call.flags));
}

/** Reads MSG after FLAGS. Undefined for a negative id or flags, which is EINVAL without a system call. */
export function readMsgsnd<S>(env: Environment<S>, id: S, message: S, flags: S): MsgsndCall | undefined {
  const { host } = env;
  const msqid = toCInt(host.toInteger(id, 'msgsnd'));
  const flagBits = toCInt(host.toInteger(flags, 'msgsnd'));
  const bytes = host.toBytes(message, 'msgsnd') ?? host.croak(diagnostics.wideCharacter('msgsnd'));
  if (bytes.length < typeSize(host)) host.croak(diagnostics.argTooShort('msgsnd'));
  return msqid < 0 || flagBits < 0 ? undefined : { msqid, message: bytes, flags: flagBits };
}

export function send<S>(env: Environment<S>, { msqid, message }: MsgsndCall, flags: number): number {
  const header = typeSize(env.host);
  return env.kernel.msgsnd(msqid, widenMessage(message, header, env.scratch), message.length - header, flags);
}
