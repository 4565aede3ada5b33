/**
 * The builtins that programs call in loops, for operands without surprises: small integers, byte strings, variables that
 * keep their bytes. Converting those gives no warning and runs no code, so nobody can tell in which order it is done, and
 * nothing has to be remembered for messages. Each answers undefined where an operand is something else; so do those
 * of shared memory for a failure, and the long way asks the kernel again.
 */
import { GETNCNT, GETPID, GETVAL, GETZCNT, IPC_STAT, SETVAL } from '../../abi/linux-ipc.js';
import { sharedStructs } from '../../abi/struct-layouts.js';
import type { Environment } from '../../builtins/environment.js';
import { TYPE_SIZE } from '../../builtins/message.js';
import { fill } from '../../builtins/msgrcv.js';
import { settle, truth, zeroButTrue } from '../../builtins/results.js';
import { operate } from '../../builtins/semop.js';
import type { BuiltinName } from '../../builtins/table.js';
import { READ, WRITE } from '../../libc/segment-io.js';
import { isWide } from '../../runtime/astral.js';
import { GrowingString } from '../../runtime/growing-string.js';
import { Scalar } from '../../runtime/scalar.js';
import type { Slot } from '../../runtime/value.js';

export type PlainCall = (...operands: Slot[]) => number | string | undefined;

/** By the name of the builtin. */
export type PlainCalls = Partial<Record<BuiltinName, PlainCall>>;

const { size: SEMBUF_SIZE } = sharedStructs.sembuf;
const { size: SHMID_DS_SIZE } = sharedStructs.shmid_ds;

/** Commands of semctl that take a number, or nothing, and answer one. */
const TAKES_NUMBER: ReadonlySet<number> = new Set([GETVAL, GETPID, GETNCNT, GETZCNT, SETVAL]);

export function plainCalls(env: Environment<Slot>): PlainCalls {
  const { host, kernel, segments, scratch } = env;

  /** The bytes of a string operand. */
  function bytesOf(text: string): Uint8Array | undefined {
    return scratch.recall(text) ?? (isWide(text) ? undefined : scratch.hold(text));
  }

  return {
    semop(id, opstring) {
      const semid = integer(id);
      const text = string(opstring);
      const nsops = text.length / SEMBUF_SIZE;
      if (semid !== semid || nsops < 1 || !Number.isInteger(nsops)) return undefined;
      const operations = bytesOf(text);
      return operations === undefined ? undefined : operate(env, semid, operations, nsops);
    },

    msgsnd(id, message, flags) {
      const msqid = integer(id);
      const flagBits = integer(flags);
      const text = string(message);
      if (!(msqid >= 0 && flagBits >= 0) || text.length < TYPE_SIZE) return undefined;
      const bytes = bytesOf(text);
      if (bytes === undefined) return undefined;
      return truth(host, kernel.msgsnd(msqid, bytes, text.length - TYPE_SIZE, flagBits));
    },

    msgrcv(id, variable, size, type, flags) {
      const msqid = integer(id);
      const limit = integer(size);
      const wanted = integer(type);
      const flagBits = integer(flags);
      if (!(msqid >= 0 && limit >= 0 && flagBits >= 0) || wanted !== wanted) return undefined;
      if (!(variable instanceof GrowingString)) return undefined;
      const own = variable.kept.memory(TYPE_SIZE + limit);
      return own === undefined ? undefined : fill(env, variable, own, msqid, limit, wanted, flagBits);
    },

    shmctl(id, command, argument) {
      const shmid = integer(id);
      if (shmid !== shmid || integer(command) !== IPC_STAT || !(argument instanceof GrowingString)) return undefined;
      const own = argument.kept.memory(SHMID_DS_SIZE);
      if (own === undefined) return undefined;
      const status = kernel.shmctl(shmid, IPC_STAT, own);
      if (!settle(host, status)) return undefined;
      argument.kept.filled(SHMID_DS_SIZE);
      return zeroButTrue(status);
    },

    semctl(id, semnum, command, argument) {
      const semid = integer(id);
      const number = integer(semnum);
      const cmd = integer(command);
      const value = integer(argument);
      if (semid !== semid || number !== number || value !== value || !TAKES_NUMBER.has(cmd)) return undefined;
      const status = kernel.semctl(semid, number, cmd, value);
      return settle(host, status) ? zeroButTrue(status) : undefined;
    },

    shmread(id, variable, position, size) {
      const shmid = integer(id);
      const start = integer(position);
      const length = integer(size);
      if (shmid !== shmid || !(start >= 0 && length >= 0) || !(variable instanceof GrowingString)) return undefined;
      const own = variable.kept.memory(length);
      if (own === undefined || segments.copy?.(shmid, start, length, 0, READ, own) !== 0) return undefined;
      variable.kept.filled(length);
      return truth(host, 0);
    },

    shmwrite(id, source, position, size) {
      const shmid = integer(id);
      const start = integer(position);
      const length = integer(size);
      const text = string(source);
      if (shmid !== shmid || !(start >= 0 && length >= 0) || text === '') return undefined;
      const bytes = bytesOf(text);
      if (bytes === undefined) return undefined;
      const used = Math.min(text.length, length);
      return segments.copy?.(shmid, start, used, length - used, WRITE, bytes) === 0 ? truth(host, 0) : undefined;
    },
  };
}

/** The operand as a C int; NaN: it is something else. */
function integer(slot: Slot): number {
  const value = slot instanceof Scalar && !slot.magical ? slot.v : slot;
  return typeof value === 'number' && (value | 0) === value ? value : Number.NaN;
}

/** The operand as a string; empty: it is something else. */
function string(slot: Slot): string {
  if (slot instanceof GrowingString) return '';
  const value = slot instanceof Scalar && !slot.magical ? slot.v : slot;
  if (typeof value === 'string') return value;
  return typeof value === 'number' && (value | 0) === value ? `${value}` : '';
}
