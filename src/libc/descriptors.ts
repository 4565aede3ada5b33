import { F_GETFD, F_GETFL, F_SETFD, F_SETFL, FD_CLOEXEC } from '../abi/linux-files.js';
import { sys } from './results.js';

/** A pair of descriptors, or -errno. */
export type DescriptorPair = readonly [first: number, second: number] | number;

const pair = new Int32Array(2);

/** pipe2(2): the reading end, the writing end. */
export function pipe(flags: number): DescriptorPair {
  const result = sys.pipe2(pair, flags);
  return result < 0 ? result : [pair[0] as number, pair[1] as number];
}

/** socketpair(2). */
export function socketPair(domain: number, type: number, protocol: number): DescriptorPair {
  const result = sys.socketpair(domain, type, protocol, pair);
  return result < 0 ? result : [pair[0] as number, pair[1] as number];
}

/** Sets or clears FD_CLOEXEC: 0 or -errno. */
export function setCloseOnExec(fd: number, on: boolean): number {
  const flags = sys.fcntl(fd, F_GETFD, 0);
  return flags < 0 ? flags : sys.fcntl(fd, F_SETFD, on ? flags | FD_CLOEXEC : flags & ~FD_CLOEXEC);
}

let inheritable = false;

/**
 * Once: has standard input, output and error inherited by the programs we run. Node sets FD_CLOEXEC on every descriptor
 * it finds open when it starts (its own spawn does not need them), Perl never does on these three ($^F, perlvar).
 */
export function inheritStandardDescriptors(): void {
  if (inheritable) return;
  inheritable = true;
  for (const fd of [0, 1, 2]) setCloseOnExec(fd, false);
}

/** Sets or clears status flags such as O_NONBLOCK: 0 or -errno. */
export function setStatusFlag(fd: number, flag: number, on: boolean): number {
  const flags = sys.fcntl(fd, F_GETFL, 0);
  return flags < 0 ? flags : sys.fcntl(fd, F_SETFL, on ? flags | flag : flags & ~flag);
}

const pollfd = new Int16Array(4);
const pollNumber = new Int32Array(pollfd.buffer, 0, 1);

/** poll(2) of one descriptor: the events that came (0: the time ran out), or -errno. -1 milliseconds: no limit. */
export function poll(fd: number, events: number, milliseconds: number): number {
  pollNumber[0] = fd;
  pollfd[2] = events;
  pollfd[3] = 0;
  const result = sys.poll(pollfd, 1, milliseconds);
  return result < 0 ? result : pollfd[3];
}
