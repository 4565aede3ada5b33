import { _SC_CLK_TCK } from '../abi/linux-process.js';
import { libc } from './libc.js';
import { sys } from './results.js';
import { makeScratch, type Scratch } from './scratch.js';

const NANOSECONDS = 1_000_000_000;
const MICROSECONDS = 1_000_000;

/** In seconds: what Infinity stands for. */
const FOREVER = 2 ** 40;

let scratch: Scratch | undefined;
let ticksPerSecond = 0;

/** Whole seconds and the rest in units of 1/`scale`, as struct timespec and struct timeval want it. */
function putTime(words: BigInt64Array, index: number, seconds: number, scale: number): void {
  const whole = Math.min(Math.floor(seconds), FOREVER);
  words[index] = BigInt(whole);
  words[index + 1] = BigInt(whole === FOREVER ? 0 : Math.min(scale - 1, Math.round((seconds - whole) * scale)));
}

const takeTime = (words: BigInt64Array, index: number, scale: number): number =>
  Number(words[index]) + Number(words[index + 1]) / scale;

/** nanosleep(2): the seconds that were left when a signal ended the sleep (0: none did), or -errno. */
export function sleep(seconds: number): number {
  scratch ??= makeScratch(128);
  const { int64, address } = scratch;
  putTime(int64, 0, seconds, NANOSECONDS);
  int64[2] = 0n;
  int64[3] = 0n;
  const result = sys.nanosleep(address, address + 16n);
  if (result === 0) return 0;
  const left = takeTime(int64, 2, NANOSECONDS);
  return left > 0 ? left : result;
}

/** setitimer(2) in seconds: the previous value and interval, or -errno. Value 0 stops the timer. */
export function setTimer(which: number, value: number, interval: number): { value: number; interval: number } | number {
  scratch ??= makeScratch(128);
  const { int64, address } = scratch;
  putTime(int64, 0, interval, MICROSECONDS);
  putTime(int64, 2, value, MICROSECONDS);
  const result = sys.setitimer(which, address, address + 32n);
  return result < 0 ? result : timerAt(int64, 4);
}

/** getitimer(2) in seconds, or -errno. */
export function getTimer(which: number): { value: number; interval: number } | number {
  scratch ??= makeScratch(128);
  const result = sys.getitimer(which, scratch.address);
  return result < 0 ? result : timerAt(scratch.int64, 0);
}

/** struct itimerval: the interval first. */
function timerAt(words: BigInt64Array, index: number): { value: number; interval: number } {
  return { interval: takeTime(words, index, MICROSECONDS), value: takeTime(words, index + 2, MICROSECONDS) };
}

/** times(2) in seconds: user and system time of this process, then of the children that were waited for. */
export function times(): [user: number, system: number, childUser: number, childSystem: number] {
  scratch ??= makeScratch(128);
  ticksPerSecond ||= libc.sysconf(_SC_CLK_TCK);
  libc.times(scratch.address);
  const [user, system, childUser, childSystem] = scratch.int64;
  const seconds = (ticks: bigint | undefined): number => Number(ticks) / ticksPerSecond;
  return [seconds(user), seconds(system), seconds(childUser), seconds(childSystem)];
}
