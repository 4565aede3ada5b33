/** shmctl(2), semop(2), semctl(2), msgop(2) and msgctl(2) through the gate, where there is one. */
import { currentAbi } from '../../abi/current-abi.js';
import { addressOf } from '../address-of.js';
import { BURST, keeping, letGo } from '../keeping.js';
import type { CtlArgument } from '../kernel.js';
import type { Long } from '../prototypes.js';
import { sys } from '../results.js';
import { gate } from './gate.js';
import { longs, NUMBER, OPERANDS, RESULT, words } from './words.js';

/** The calls of System V IPC that are worth the gate; results are `>= 0` or `-errno`. */
export interface GatedCalls {
  shmctl(shmid: number, command: number, argument: CtlArgument): number;
  semctl(semid: number, semnum: number, command: number, argument: CtlArgument): number;
  msgctl(msqid: number, command: number, argument: CtlArgument): number;
  semop(semid: number, operations: Uint8Array, nsops: number): number;
  msgsnd(msqid: number, message: Uint8Array, size: number, flags: number): number;
  msgrcv(msqid: number, message: Uint8Array, size: number, type: Long, flags: number): number;
}

/** Through the gate, or where there is none through the C library. */
export function gatedCalls(): GatedCalls {
  const enter = gate()?.enter;
  return enter === undefined ? sys : callsThrough(enter);
}

const A = 2 * OPERANDS;
const B = A + 2;
const C = A + 4;
const D = A + 6;
const E = A + 8;

function callsThrough(enter: () => void): GatedCalls {
  const { SYS_shmctl, SYS_semctl, SYS_msgctl, SYS_semop, SYS_msgsnd, SYS_msgrcv } = currentAbi().constants;
  return {
    shmctl(shmid, command, argument) {
      words[A] = shmid;
      words[B] = command;
      setArgument(C, argument);
      return call(SYS_shmctl);
    },
    semctl(semid, semnum, command, argument) {
      words[A] = semid;
      words[B] = semnum;
      words[C] = command;
      setArgument(D, argument);
      return call(SYS_semctl);
    },
    msgctl(msqid, command, argument) {
      words[A] = msqid;
      words[B] = command;
      setArgument(C, argument);
      return call(SYS_msgctl);
    },
    semop(semid, operations, nsops) {
      words[A] = semid;
      longs[B / 2] = addressOf(operations);
      setLong(C, nsops);
      return call(SYS_semop);
    },
    msgsnd(msqid, message, size, flags) {
      words[A] = msqid;
      longs[B / 2] = addressOf(message);
      setLong(C, size);
      words[D] = flags;
      return call(SYS_msgsnd);
    },
    msgrcv(msqid, message, size, type, flags) {
      words[A] = msqid;
      longs[B / 2] = addressOf(message);
      setLong(C, size);
      setLong(D, type);
      words[E] = flags;
      return call(SYS_msgrcv);
    },
  };

  /** Others notice all of these calls: attachments that are only kept go first. */
  function call(number: number): number {
    if (keeping[BURST] !== 0) letGo();
    words[2 * NUMBER] = number;
    enter();
    return words[2 * RESULT] as number;
  }
}

/** A 64-bit operand; `int` operands have no use for their upper half. */
function setLong(word: number, value: Long): void {
  if (typeof value === 'number' && (value | 0) === value) {
    words[word] = value;
    words[word + 1] = value >> 31;
  } else longs[word / 2] = BigInt.asUintN(64, BigInt(value));
}

function setArgument(word: number, argument: CtlArgument): void {
  if (typeof argument === 'object') longs[word / 2] = addressOf(argument);
  else setLong(word, argument);
}
