/** Descriptors that Node holds for its own threads: a program that closes all there are must not take these away. */
import { readlinkSync } from 'node:fs';

/** Perl opens nothing of this kind (epoll(7), eventfd(2)). */
const OWN = /^anon_inode:\[?(?:eventpoll|eventfd|io_uring)/;

export function belongsToNode(fd: number): boolean {
  try {
    return OWN.test(readlinkSync(`/proc/self/fd/${fd}`));
  } catch {
    return false;
  }
}
