import { EINVAL } from '../abi/linux-errno.js';
import { toCInt } from '../runtime/c-integer.js';
import { diagnostics } from '../runtime/diagnostics.js';
import type { Environment } from './environment.js';
import { typeSize, widenMessage } from './message.js';
import { type Truth, truth } from './results.js';

/** `msgsnd ID,MSG,FLAGS` (perlfunc, msgop(2)). MSG is `pack 'l! a*', TYPE, TEXT`; it is read after FLAGS. */
export function msgsnd<S>(env: Environment<S>, id: S, message: S, flags: S): Truth {
  const { host, kernel, scratch } = env;
  const msqid = toCInt(host.toInteger(id, 'msgsnd'));
  const flagBits = toCInt(host.toInteger(flags, 'msgsnd'));
  const bytes = host.toBytes(message, 'msgsnd') ?? host.croak(diagnostics.wideCharacter('msgsnd'));
  const header = typeSize(host);
  if (bytes.length < header) host.croak(diagnostics.argTooShort('msgsnd'));
  if (msqid < 0 || flagBits < 0) return truth(host, -EINVAL);
  const buffer = widenMessage(bytes, header, scratch);
  return truth(host, kernel.msgsnd(msqid, buffer, bytes.length - header, flagBits));
}
