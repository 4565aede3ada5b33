import { E2BIG, EACCES, EAGAIN, EINVAL, ENOMSG } from '../abi/linux-errno.js';
import { IPC_NOWAIT, MSG_COPY, MSG_EXCEPT, MSG_NOERROR } from '../abi/linux-ipc.js';
import { type IpcObject, MAY_READ, MAY_WRITE, permitted } from './object-table.js';
import type { Process } from './process.js';
import { WOULD_SLEEP } from './semop.js';
import { copyOf } from './structs.js';
import type { MemorySystem } from './system.js';

export interface Message {
  readonly type: bigint;
  readonly text: Uint8Array;
}

/** A message queue: struct msqid_ds, and the messages in order of arrival. */
export interface Queue extends IpcObject {
  readonly messages: Message[];
  cbytes: number;
  qbytes: number;
  lspid: number;
  lrpid: number;
  stime: number;
  rtime: number;
}

const TYPE_SIZE = 8;
const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** msgget(2). */
export function msgget(system: MemorySystem, caller: Process, key: number, flags: number): number {
  const { limits, queues, clock } = system;
  const create = (): Queue | number =>
    queues.add(caller, key, flags, clock(), (base) => ({
      ...base,
      messages: [],
      cbytes: 0,
      qbytes: limits.msgmnb,
      lspid: 0,
      lrpid: 0,
      stime: 0,
      rtime: 0,
    }));
  return queues.get(caller, key, flags, () => true, create);
}

/** msgsnd(2), but where it would sleep the answer is WOULD_SLEEP. */
export function msgsnd(
  system: MemorySystem,
  caller: Process,
  id: number,
  message: Uint8Array,
  size: number,
  flags: number,
): number {
  if (size > system.limits.msgmax || size < 0) return -EINVAL;
  const type = new DataView(message.buffer, message.byteOffset).getBigInt64(0, littleEndian);
  const queue = system.queues.find(id);
  if (type < 1n || queue === undefined) return -EINVAL;
  if (!permitted(caller, queue, MAY_WRITE)) return -EACCES;
  if (size + queue.cbytes > queue.qbytes || queue.messages.length + 1 > queue.qbytes) {
    return (flags & IPC_NOWAIT) === 0 ? WOULD_SLEEP : -EAGAIN;
  }
  queue.messages.push({ type, text: copyOf(message, TYPE_SIZE, TYPE_SIZE + size) });
  queue.cbytes += size;
  queue.lspid = caller.pid;
  queue.stime = system.clock();
  return 0;
}

/** msgrcv(2), but where it would sleep the answer is WOULD_SLEEP. */
export function msgrcv(
  system: MemorySystem,
  caller: Process,
  id: number,
  into: Uint8Array,
  size: number,
  type: bigint,
  flags: number,
): number {
  if (id < 0 || size < 0) return -EINVAL;
  const copying = (flags & MSG_COPY) !== 0;
  if (copying && ((flags & MSG_EXCEPT) !== 0 || (flags & IPC_NOWAIT) === 0)) return -EINVAL;
  const queue = system.queues.find(id);
  if (queue === undefined) return -EINVAL;
  if (!permitted(caller, queue, MAY_READ)) return -EACCES;
  const index = copying ? indexOf(queue, type) : choose(queue.messages, type, (flags & MSG_EXCEPT) !== 0);
  const message = queue.messages[index];
  if (message === undefined) return (flags & IPC_NOWAIT) === 0 ? WOULD_SLEEP : -ENOMSG;
  if (size < message.text.length && ((flags & MSG_NOERROR) === 0 || copying)) {
    return (flags & MSG_NOERROR) === 0 ? -E2BIG : -EINVAL;
  }
  if (!copying) take(system, caller, queue, index);
  const text = message.text.subarray(0, size);
  new DataView(into.buffer, into.byteOffset).setBigInt64(0, message.type, littleEndian);
  into.set(text, TYPE_SIZE);
  return text.length;
}

function take(system: MemorySystem, caller: Process, queue: Queue, index: number): void {
  const [message] = queue.messages.splice(index, 1);
  queue.cbytes -= message?.text.length ?? 0;
  queue.lrpid = caller.pid;
  queue.rtime = system.clock();
}

/** MSG_COPY: the type is an index. */
function indexOf({ messages }: Queue, type: bigint): number {
  return type >= 0n && type < messages.length ? Number(type) : -1;
}

/** The index of the message that a type chooses, or -1. */
function choose(messages: readonly Message[], type: bigint, except: boolean): number {
  if (type === 0n) return 0;
  if (type > 0n) return messages.findIndex((message) => (message.type === type) !== except);
  let best = -1;
  messages.forEach((message, index) => {
    const lowest = messages[best]?.type;
    if (message.type <= -type && (lowest === undefined || message.type < lowest)) best = index;
  });
  return best;
}
