import { EFAULT } from '../abi/linux-errno.js';
import { IPC_SET, IPC_STAT } from '../abi/linux-ipc.js';
import type { CtlArgument } from '../libc/kernel.js';
import { toCInt } from '../runtime/c-integer.js';
import { diagnostics } from '../runtime/diagnostics.js';
import type { Integer } from '../runtime/host.js';
import type { Environment } from './environment.js';
import { type CtlResult, settle, zeroButTrue } from './results.js';

/** What a family of commands expects in ARG. */
export interface CtlFamily {
  readonly name: 'shmctl' | 'semctl' | 'msgctl';
  /** The size of the struct that IPC_STAT and IPC_SET speak of. */
  readonly structSize: number;
  /** The commands that take the address of a struct to fill, with the struct's size. */
  readonly infoSizes: Readonly<Record<number, number>>;
}

/** The system call with everything but its last argument in place. */
type CtlCall = (argument: CtlArgument) => number;

/** What the three ctl builtins share: how ARG is read depends on the command (perlfunc, svipc(7)). */
export function control<S>(
  env: Environment<S>,
  family: CtlFamily,
  command: number,
  argument: S,
  call: CtlCall,
): CtlResult {
  const { name, structSize, infoSizes } = family;
  if (command === IPC_STAT) return controlOut(env, structSize, argument, call);
  if (command === IPC_SET) return controlIn(env, name, structSize, argument, call);
  // Evaluated, with its warnings, even where the command has no use for it.
  const value = env.host.toIntegerOrUndef(argument, name) ?? 0;
  const infoSize = infoSizes[command];
  return infoSize === undefined ? finish(env, call(0)) : controlInfo(env, infoSize, value, call);
}

/** The command takes a number (SETVAL). */
export function controlValue<S>(env: Environment<S>, name: string, argument: S, call: CtlCall): CtlResult {
  return finish(env, call(toCInt(env.host.toIntegerOrUndef(argument, name) ?? 0)));
}

/** The kernel fills a struct or an array (IPC_STAT, GETALL): ARG becomes exactly that many bytes. */
export function controlOut<S>(env: Environment<S>, size: number, argument: S, call: CtlCall): CtlResult {
  const { host } = env;
  const plain = host.isPlainVariable?.(argument) === true;
  if (!plain && !host.prepare(argument, 'discard')) host.croak(diagnostics.readOnly);
  const own = plain ? host.memoryOf?.(argument, size) : undefined;
  const bytes = own ?? env.scratch.exactly(size);
  const status = call(bytes);
  if (!settle(host, status)) return undefined;
  if (own === undefined) host.storeBytes(argument, bytes, false);
  else host.filled?.(argument, size);
  return zeroButTrue(status);
}

/** The kernel reads a struct or an array (IPC_SET, SETALL): ARG has to have exactly that many bytes. */
export function controlIn<S>(env: Environment<S>, name: string, size: number, argument: S, call: CtlCall): CtlResult {
  const { host } = env;
  const bytes = host.toBytes(argument, name) ?? host.croak(diagnostics.wideCharacter(name));
  if (bytes.length !== size) host.croak(diagnostics.badArgLength(name, bytes.length, size));
  return finish(env, call(env.scratch.hold(bytes)));
}

/**
 * The kernel fills a struct at an address (IPC_INFO, SHM_STAT and their like). Perl hands any integer to the kernel as
 * a pointer; here no integer ever becomes one: the host writes, and only to an address that it made itself.
 */
function controlInfo<S>(env: Environment<S>, size: number, address: Integer, call: CtlCall): CtlResult {
  const bytes = env.scratch.exactly(size);
  const status = call(bytes);
  if (status < 0 || env.host.memory?.write(BigInt.asUintN(64, BigInt(address)), bytes)) return finish(env, status);
  return finish(env, -EFAULT);
}

function finish<S>(env: Environment<S>, status: number): CtlResult {
  return settle(env.host, status) ? zeroButTrue(status) : undefined;
}
