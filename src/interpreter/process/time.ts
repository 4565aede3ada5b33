/** sleep, alarm and timers (perlfunc, Time::HiRes). */
import { ITIMER_REAL } from '../../abi/linux-signals.js';
import { EINTR } from '../../abi/linux-errno.js';
import { libc } from '../../libc/libc.js';
import { sys } from '../../libc/results.js';
import { prepareProcess } from './prepare.js';
import { dispatchSignals, interruptedOnce } from './signal-delivery.js';

const NANO = 1e9;

/** Sleep until the time is over or a signal has been handled. */
export function sleepFor(seconds: number): void {
  prepareProcess();
  const whole = Math.floor(seconds);
  const time = BigInt64Array.of(BigInt(whole), BigInt(Math.floor((seconds - whole) * NANO)));
  interruptedOnce(() => sys.nanosleep(time, null));
}

/** sleep without an operand: until a signal has been handled. */
export function pause(): void {
  prepareProcess();
  if (sys.pause() === -EINTR) dispatchSignals();
}

/** alarm(2): the seconds that were left. */
export function alarm(seconds: number): number {
  prepareProcess();
  return libc.alarm(seconds);
}

export interface Timer {
  readonly value: number;
  readonly interval: number;
}

function seconds(memory: BigInt64Array, at: number): number {
  return Number(memory[at]) + Number(memory[at + 1]) / 1e6;
}

function timerIn(memory: BigInt64Array): Timer {
  return { interval: seconds(memory, 0), value: seconds(memory, 2) };
}

/** setitimer(2): the timer before, or -errno. */
export function setTimer(which: number, value: number, interval: number): Timer | number {
  prepareProcess();
  const given = new BigInt64Array(4);
  const before = new BigInt64Array(4);
  for (const [at, time] of [[0, interval], [2, value]] as const) {
    const whole = Math.floor(time);
    given[at] = BigInt(whole);
    given[at + 1] = BigInt(Math.floor((time - whole) * 1e6));
  }
  const result = sys.setitimer(which, given, before);
  return result < 0 ? result : timerIn(before);
}

/** getitimer(2) */
export function getTimer(which: number): Timer | number {
  const memory = new BigInt64Array(4);
  const result = sys.getitimer(which, memory);
  return result < 0 ? result : timerIn(memory);
}

/** Time::HiRes::alarm and ualarm: the seconds that were left. */
export function alarmIn(value: number, interval: number): number {
  const before = setTimer(ITIMER_REAL, value, interval);
  return typeof before === 'number' ? before : before.value;
}

/** times(2): user, system, and those of waited-for children, in seconds. */
export function cpuTimes(): number[] {
  const memory = new BigInt64Array(4);
  sys.times(memory);
  const ticks = libc.sysconf(2);
  return [...memory].map((n) => Number(n) / ticks);
}
