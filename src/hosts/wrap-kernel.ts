import type { Kernel } from '../libc/kernel.js';

/** A kernel that answers some calls in its own way, and passes the others on. */
export function wrapKernel(kernel: Kernel, own: Partial<Kernel>): Kernel {
  return {
    shmget: (key, size, flags) => kernel.shmget(key, size, flags),
    shmctl: (shmid, command, argument) => kernel.shmctl(shmid, command, argument),
    shmat: (shmid, address, flags) => kernel.shmat(shmid, address, flags),
    shmdt: (address) => kernel.shmdt(address),
    semget: (key, nsems, flags) => kernel.semget(key, nsems, flags),
    semop: (semid, operations, nsops) => kernel.semop(semid, operations, nsops),
    semctl: (semid, semnum, command, argument) => kernel.semctl(semid, semnum, command, argument),
    msgget: (key, flags) => kernel.msgget(key, flags),
    msgsnd: (msqid, message, size, flags) => kernel.msgsnd(msqid, message, size, flags),
    msgrcv: (msqid, message, size, type, flags) => kernel.msgrcv(msqid, message, size, type, flags),
    msgctl: (msqid, command, argument) => kernel.msgctl(msqid, command, argument),
    read: (address, into, length) => kernel.read(address, into, length),
    write: (address, from, length) => kernel.write(address, from, length),
    clear: (address, length) => kernel.clear(address, length),
    readAnywhere: (address, into, length) => kernel.readAnywhere(address, into, length),
    writeAnywhere: (address, from, length) => kernel.writeAnywhere(address, from, length),
    stat: (path) => kernel.stat(path),
    strerror: (errno) => kernel.strerror(errno),
    get pageSize() {
      return kernel.pageSize;
    },
    ...own,
  };
}
