import { EACCES, EFAULT, EINVAL, EPERM } from '../abi/linux-errno.js';
import { IPC_INFO, IPC_RMID, IPC_SET, IPC_STAT, MSG_INFO, MSG_STAT, MSG_STAT_ANY } from '../abi/linux-ipc.js';
import { sharedStructs } from '../abi/struct-layouts.js';
import type { CtlArgument } from '../libc/kernel.js';
import type { Queue } from './message-queues.js';
import { MAY_READ, ownership, permitted } from './object-table.js';
import { setOwner } from './ownership.js';
import type { Process } from './process.js';
import { readField, structAt, writePermissions, writeStruct } from './structs.js';
import type { MemorySystem } from './system.js';

/** msgctl(2). */
export function msgctl(
  system: MemorySystem,
  caller: Process,
  id: number,
  command: number,
  argument: CtlArgument,
): number {
  if (id < 0 || command < 0) return -EINVAL;
  if (command === IPC_INFO || command === MSG_INFO) return inform(system, command, argument);
  if (command === MSG_STAT || command === MSG_STAT_ANY) {
    const queue = system.queues.at(id);
    return stat(caller, queue, argument, command === MSG_STAT_ANY) || (queue?.id ?? 0);
  }
  const queue = system.queues.find(id);
  if (queue === undefined) return -EINVAL;
  switch (command) {
    case IPC_STAT:
      return stat(caller, queue, argument, false);
    case IPC_SET:
      return set(system, caller, queue, argument);
    case IPC_RMID:
      return ownership(caller, queue) || remove(system, queue);
    default:
      return -EINVAL;
  }
}

function remove({ queues }: MemorySystem, queue: Queue): number {
  queues.delete(queue);
  return 0;
}

/** Above msgmnb the size of a queue is raised with CAP_SYS_RESOURCE only. */
function set(system: MemorySystem, caller: Process, queue: Queue, argument: CtlArgument): number {
  let qbytes = 0;
  const status = setOwner(caller, queue, argument, system.clock(), (struct) => {
    qbytes = Number(readField(struct, sharedStructs.msqid_ds.fields.msg_qbytes));
    return qbytes > system.limits.msgmnb && !caller.mayRaiseLimits ? -EPERM : 0;
  });
  if (status === 0) queue.qbytes = qbytes;
  return status;
}

function stat(caller: Process, queue: Queue | undefined, argument: CtlArgument, anybody: boolean): number {
  if (queue === undefined) return -EINVAL;
  if (!anybody && !permitted(caller, queue, MAY_READ)) return -EACCES;
  const struct = structAt(argument);
  if (struct === undefined) return -EFAULT;
  const { stime, rtime, ctime, cbytes, messages, qbytes, lspid, lrpid } = queue;
  writeStruct(struct, sharedStructs.msqid_ds, {
    msg_stime: stime,
    msg_rtime: rtime,
    msg_ctime: ctime,
    __msg_cbytes: cbytes,
    msg_qnum: messages.length,
    msg_qbytes: qbytes,
    msg_lspid: lspid,
    msg_lrpid: lrpid,
  });
  writePermissions(struct, queue);
  return 0;
}

/** Constants of the kernel's header that nothing depends on (msgctl(2), IPC_INFO). */
const MSGSSZ = 16;
const MSGSEG = 0xffff;

function inform(system: MemorySystem, command: number, argument: CtlArgument): number {
  const struct = structAt(argument);
  if (struct === undefined) return -EFAULT;
  const { msgmax, msgmnb, msgmni } = system.limits;
  const queues = [...system.queues];
  const total = (count: (queue: Queue) => number): number => queues.reduce((sum, queue) => sum + count(queue), 0);
  const used = command === MSG_INFO;
  writeStruct(struct, sharedStructs.msginfo, {
    msgpool: used ? queues.length : (32_000 * 16_384) / 1024,
    msgmap: used ? total(({ messages }) => messages.length) : 16_384,
    msgmax,
    msgmnb,
    msgmni,
    msgssz: MSGSSZ,
    msgtql: used ? total(({ cbytes }) => cbytes) : 16_384,
    msgseg: MSGSEG,
  });
  return system.queues.highestIndex;
}
