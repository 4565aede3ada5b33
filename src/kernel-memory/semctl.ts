import { currentAbi } from '../abi/current-abi.js';
import { EACCES, EFAULT, EINVAL, ERANGE } from '../abi/linux-errno.js';
import {
  GETALL,
  GETNCNT,
  GETPID,
  GETVAL,
  GETZCNT,
  IPC_INFO,
  IPC_RMID,
  IPC_SET,
  IPC_STAT,
  SEM_INFO,
  SEM_STAT,
  SEM_STAT_ANY,
  SETALL,
  SETVAL,
} from '../abi/linux-ipc.js';
import { sharedStructs } from '../abi/struct-layouts.js';
import type { CtlArgument } from '../libc/kernel.js';
import { SEMVMX } from './limits.js';
import { MAY_READ, MAY_WRITE, ownership, permitted } from './object-table.js';
import { setOwner } from './ownership.js';
import type { Process } from './process.js';
import { cancelAdjustments, removeSet, type SemaphoreSet, semaphoresInUse } from './semaphore-sets.js';
import { copyOf, structAt, writePermissions, writeStruct } from './structs.js';
import type { MemorySystem } from './system.js';

/** The command with everything it works on. */
interface Call {
  readonly system: MemorySystem;
  readonly caller: Process;
  readonly set: SemaphoreSet;
  readonly semnum: number;
  readonly argument: CtlArgument;
}

/** semctl(2). */
export function semctl(
  system: MemorySystem,
  caller: Process,
  id: number,
  semnum: number,
  command: number,
  argument: CtlArgument,
): number {
  if (id < 0) return -EINVAL;
  if (command === IPC_INFO || command === SEM_INFO) return inform(system, command, argument);
  if (command === SETVAL && !isValue(Number(argument))) return -ERANGE;
  const byIndex = command === SEM_STAT || command === SEM_STAT_ANY;
  const set = byIndex ? system.semaphoreSets.at(id) : system.semaphoreSets.find(id);
  const perform = commands[command];
  if (perform === undefined || set === undefined) return -EINVAL;
  return perform({ system, caller, set, semnum, argument });
}

const commands: Readonly<Record<number, (call: Call) => number>> = {
  [IPC_STAT]: (call) => reading(call, () => stat(call)),
  [SEM_STAT]: (call) => reading(call, () => stat(call) || call.set.id),
  [SEM_STAT_ANY]: (call) => stat(call) || call.set.id,
  [IPC_SET]: ({ system, caller, set, argument }) => setOwner(caller, set, argument, system.clock()),
  [IPC_RMID]: ({ system, caller, set }) => ownership(caller, set) || removeSet(system, set),
  [GETALL]: (call) => reading(call, () => getAll(call)),
  [SETALL]: (call) => (permitted(call.caller, call.set, MAY_WRITE) ? setAll(call) : -EACCES),
  [SETVAL]: setValue,
  [GETVAL]: (call) => ofOne(call, ({ values }, semnum) => values[semnum]),
  [GETPID]: (call) => ofOne(call, ({ pids }, semnum) => pids[semnum]),
  [GETNCNT]: (call) => ofOne(call, () => sleepers(call, false)),
  [GETZCNT]: (call) => ofOne(call, () => sleepers(call, true)),
};

function reading({ caller, set }: Call, answer: () => number): number {
  return permitted(caller, set, MAY_READ) ? answer() : -EACCES;
}

function ofOne(call: Call, answer: (set: SemaphoreSet, semnum: number) => number | undefined): number {
  const { set, semnum } = call;
  return reading(call, () => (isSemaphore(call) ? (answer(set, semnum) ?? 0) : -EINVAL));
}

/** Processes that others let sleep meanwhile (the option `sleep`). */
function sleepers({ system, set, semnum }: Call, zero: boolean): number {
  const waits = ({ waiting }: Process): boolean =>
    waiting !== undefined && waiting.semid === set.id && waiting.semnum === semnum && waiting.zero === zero;
  return [...system.processes].filter(waits).length;
}

function isSemaphore({ set, semnum }: Call): boolean {
  return semnum >= 0 && semnum < set.values.length;
}

function isValue(value: number): boolean {
  return value >= 0 && value <= SEMVMX;
}

function stat({ set, argument }: Call): number {
  const struct = structAt(argument);
  if (struct === undefined) return -EFAULT;
  const { otime, ctime, values } = set;
  const { semid_ds } = currentAbi().structs;
  writeStruct(struct, semid_ds, { sem_otime: otime, sem_ctime: ctime, sem_nsems: values.length });
  writePermissions(struct, set);
  return 0;
}

function getAll({ set, argument }: Call): number {
  const bytes = structAt(argument);
  if (bytes === undefined) return -EFAULT;
  bytes.set(new Uint8Array(set.values.buffer));
  return 0;
}

function setAll({ system, caller, set, argument }: Call): number {
  const bytes = structAt(argument);
  if (bytes === undefined) return -EFAULT;
  const values = new Uint16Array(copyOf(bytes, 0, set.values.byteLength).buffer);
  if (!values.every(isValue)) return -ERANGE;
  set.values.set(values);
  set.pids.fill(caller.pid);
  set.ctime = system.clock();
  cancelAdjustments(system, set);
  return 0;
}

function setValue(call: Call): number {
  const { system, caller, set, semnum, argument } = call;
  if (!isSemaphore(call)) return -EINVAL;
  if (!permitted(caller, set, MAY_WRITE)) return -EACCES;
  set.values[semnum] = Number(argument);
  set.pids[semnum] = caller.pid;
  set.ctime = system.clock();
  cancelAdjustments(system, set, semnum);
  return 0;
}

/** What a struct sem_undo takes in the kernel, as IPC_INFO tells. */
const UNDO_SIZE = 20;

function inform(system: MemorySystem, command: number, argument: CtlArgument): number {
  const struct = structAt(argument);
  if (struct === undefined) return -EFAULT;
  const { semmni, semmns, semmsl, semopm } = system.limits;
  const used = command === SEM_INFO;
  writeStruct(struct, sharedStructs.seminfo, {
    semmap: semmns,
    semmni,
    semmns,
    semmnu: semmns,
    semmsl,
    semopm,
    semume: semopm,
    semusz: used ? system.semaphoreSets.size : UNDO_SIZE,
    semvmx: SEMVMX,
    semaem: used ? semaphoresInUse(system) : SEMVMX,
  });
  return system.semaphoreSets.highestIndex;
}
