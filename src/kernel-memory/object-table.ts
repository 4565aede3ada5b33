import { EACCES, EEXIST, EINVAL, ENOENT, ENOSPC, EPERM } from '../abi/linux-errno.js';
import { IPC_CREAT, IPC_EXCL, IPC_PRIVATE } from '../abi/linux-ipc.js';
import type { Process } from './process.js';

/** What shared memory segments, semaphore sets and queues have in common: struct ipc_perm (svipc(7)). */
export interface IpcObject {
  key: number;
  readonly id: number;
  readonly seq: number;
  uid: number;
  gid: number;
  readonly cuid: number;
  readonly cgid: number;
  mode: number;
  ctime: number;
}

/** The common part of a new object. */
export type NewObject = (base: IpcObject) => void;

/** An id is a sequence number and an index; the kernel reserves 15 bits for the index. */
const INDEX_BITS = 15;
const INDEX_MASK = (1 << INDEX_BITS) - 1;
const SEQUENCES = 1 << (31 - INDEX_BITS);
/** So many indices are used in turn before one is used again. */
const SHORTEST_CYCLE = 64;

/** All objects of one kind in one namespace, by id and by key. */
export class ObjectTable<T extends IpcObject> {
  private readonly byIndex = new Map<number, T>();
  private readonly most: number;
  private nextIndex = 0;
  private lastIndex = -1;
  private sequence = 0;

  constructor(most: number) {
    this.most = most;
  }

  get size(): number {
    return this.byIndex.size;
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.byIndex.values();
  }

  /** The highest index in use: what IPC_INFO answers. */
  get highestIndex(): number {
    return Math.max(0, ...this.byIndex.keys());
  }

  /** The object of an id, or undefined for EINVAL. */
  find(id: number): T | undefined {
    const object = id < 0 ? undefined : this.byIndex.get(id & INDEX_MASK);
    return object?.id === id ? object : undefined;
  }

  /** The object at an index (SHM_STAT and its like). */
  at(index: number): T | undefined {
    return index < 0 ? undefined : this.byIndex.get(index & INDEX_MASK);
  }

  delete(object: T): void {
    this.byIndex.delete(object.id & INDEX_MASK);
  }

  /**
   * What the three get calls share: the object of the key, checked by `fits`, or a new one by `create`. An errno is
   * negative.
   */
  get(caller: Process, key: number, flags: number, fits: (object: T) => boolean, create: () => T | number): number {
    const found = key === IPC_PRIVATE ? undefined : this.withKey(key);
    if (found === undefined) {
      if (key !== IPC_PRIVATE && (flags & IPC_CREAT) === 0) return -ENOENT;
      const made = create();
      return typeof made === 'number' ? made : made.id;
    }
    if ((flags & IPC_CREAT) !== 0 && (flags & IPC_EXCL) !== 0) return -EEXIST;
    if (!fits(found)) return -EINVAL;
    return permitted(caller, found, flags) ? found.id : -EACCES;
  }

  /** Enters an object that `complete` makes of the common part. -ENOSPC if there are too many. */
  add(caller: Process, key: number, flags: number, now: number, complete: (base: IpcObject) => T): T | number {
    if (this.byIndex.size >= this.most) return -ENOSPC;
    const index = this.freeIndex();
    if (index <= this.lastIndex) this.sequence = (this.sequence + 1) % SEQUENCES;
    this.lastIndex = index;
    const { uid, gid } = caller;
    const mode = flags & 0o777;
    const id = this.sequence * (1 << INDEX_BITS) + index;
    const base = { key, id, seq: this.sequence, uid, gid, cuid: uid, cgid: gid, mode, ctime: now };
    const object = complete(base);
    this.byIndex.set(index, object);
    return object;
  }

  private withKey(key: number): T | undefined {
    for (const object of this.byIndex.values()) if (object.key === key) return object;
    return undefined;
  }

  /** The next index that is free, in turn. */
  private freeIndex(): number {
    const cycle = Math.min(Math.max(Math.floor((this.byIndex.size * 3) / 2), SHORTEST_CYCLE), this.most);
    let index = this.nextIndex;
    while (index < cycle && this.byIndex.has(index)) index++;
    if (index >= cycle) index = 0;
    while (this.byIndex.has(index)) index++;
    this.nextIndex = index + 1;
    return index;
  }
}

/** Whether the mode grants what `flags` asks for, in whichever of its three places (ipc_perm, svipc(7)). */
export function permitted(caller: Process, object: IpcObject, flags: number): boolean {
  const wanted = ((flags >> 6) | (flags >> 3) | flags) & 7;
  let granted = object.mode;
  if (caller.uid === object.cuid || caller.uid === object.uid) granted >>= 6;
  else if (inGroup(caller, object.cgid) || inGroup(caller, object.gid)) granted >>= 3;
  return caller.privileged || (wanted & ~granted) === 0;
}

/** IPC_SET and IPC_RMID are for the owner and the creator: 0, or -EPERM. */
export function ownership(caller: Process, object: IpcObject): number {
  const owner = caller.uid === object.cuid || caller.uid === object.uid;
  return owner || caller.privileged ? 0 : -EPERM;
}

function inGroup(caller: Process, gid: number): boolean {
  return caller.gid === gid || caller.groups.includes(gid);
}

/** What a call may do, for `permitted`. */
export const MAY_READ = 0o444;
export const MAY_WRITE = 0o222;
