/** sleep, alarm and timers (perlfunc, Time::HiRes). */
import { EINTR } from '../../abi/linux-errno.js';
import * as clock from '../../libc/clock.js';
import { libc } from '../../libc/libc.js';
import { sys } from '../../libc/results.js';
import { prepareProcess } from './prepare.js';
import { dispatchSignals, interruptedOnce } from './signal-delivery.js';

/** Sleep until the time is over or a signal has been handled. */
export function sleepFor(seconds: number): void {
  prepareProcess();
  interruptedOnce(() => (clock.sleep(seconds) === 0 ? 0 : -EINTR));
  dispatchSignals();
}

/** sleep without an operand: until a signal has been handled. */
export function pause(): void {
  prepareProcess();
  interruptedOnce(() => sys.pause());
}

/** alarm(2): the seconds that were left. */
export function alarm(seconds: number): number {
  prepareProcess();
  return libc.alarm(seconds);
}

/** setitimer(2): the timer before, or -errno. */
export function setTimer(which: number, value: number, interval: number): Timer | number {
  prepareProcess();
  return clock.setTimer(which, value, interval);
}

export type Timer = Exclude<ReturnType<typeof clock.setTimer>, number>;

export { getTimer, times as cpuTimes } from '../../libc/clock.js';
