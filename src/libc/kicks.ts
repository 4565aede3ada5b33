/**
 * A signal may come between the program's last look at `pending` and a system call that then sleeps: it would be noticed
 * when the sleep ends, perhaps never. Therefore the handler that notes a signal starts a timer, whose signal does nothing
 * but end sleeping calls with EINTR, until the program has looked (timer_create(2); handler-code.ts, signals.ts).
 */
import { isMainThread } from 'node:worker_threads';
import { currentAbi } from '../abi/current-abi.js';
import { CLOCK_MONOTONIC } from '../abi/linux-process.js';
import { SIGEV_THREAD_ID } from '../abi/linux-signals.js';
import { SIGRTMAX } from '../abi/signal-names.js';
import { sharedStructs } from '../abi/struct-layouts.js';
import { forks } from './fork.js';
import { libc, symbolAddress } from './libc.js';
import { sys } from './results.js';
import { KICKING, KICKS, kickTimes, PENDING, signalWords, TIMER } from './signal-memory.js';

/** The signal of the kicks. A program that sets it itself has no kicks any more. */
export const KICK_SIGNAL = SIGRTMAX - 3;

/** In nanoseconds: what the signal has interrupted itself is over by the first kick. */
const FIRST = 1_000_000n;
const PERIOD = 2_000_000n;

const { size, fields } = sharedStructs.sigaction;
const stopped = new BigInt64Array(4);
/** The value of `forks` when the timer was made: a child does not inherit it. */
let madeIn = -1;
let refused = false;

/** From now on signals that are noted kick. */
export function startKicks(): void {
  if (refused || madeIn === forks()) return;
  signalWords[KICKS] = 0;
  if (!isMainThread || !install() || !makeTimer()) {
    refused = true;
    return;
  }
  kickTimes.set([0n, PERIOD, 0n, FIRST]);
  signalWords[KICKS] = 1;
  if (signalWords[PENDING] !== 0) setTimer(kickTimes, 1);
}

/** In a forked child: the timer again, if there was one. */
export function renewKicks(): void {
  if (madeIn >= 0) startKicks();
}

/** The signals that have come have been looked at. */
export function endKicks(): void {
  if (signalWords[KICKING] !== 0) setTimer(stopped, 0);
}

/** While a handler runs, nothing that waits for its end may interrupt it. Answers what to give back afterwards. */
export function allowKicks(allowed: number): number {
  const before = signalWords[KICKS] as number;
  signalWords[KICKS] = allowed;
  return before;
}

/** The program wants the signal for itself. */
export function refuseKicks(): void {
  refused = true;
  signalWords[KICKS] = 0;
  endKicks();
}

function setTimer(times: BigInt64Array, kicking: number): void {
  signalWords[KICKING] = kicking;
  if (madeIn !== forks()) return;
  sys.syscall_timer_settime(currentAbi().constants.SYS_timer_settime, signalWords[TIMER] as number, 0, times, null);
}

/** A handler without SA_RESTART that does nothing: abs(3) leaves everything as it is. Not if somebody else has one. */
function install(): boolean {
  const action = new DataView(new ArrayBuffer(size));
  sys.sigaction(KICK_SIGNAL, null, action);
  const nothing = symbolAddress('abs');
  const current = action.getBigUint64(fields.sa_handler.offset, true);
  if (current === nothing) return true;
  if (current !== 0n) return false;
  action.setBigUint64(fields.sa_handler.offset, nothing, true);
  return sys.sigaction(KICK_SIGNAL, action, null) === 0;
}

function makeTimer(): boolean {
  /** struct sigevent: the signal, how it is sent, and to which thread: the main thread has the number of its process. */
  const sigevent = new Int32Array(16);
  sigevent.set([KICK_SIGNAL, SIGEV_THREAD_ID, libc.getpid()], 2);
  const number = new Int32Array(1);
  if (sys.syscall_timer_create(currentAbi().constants.SYS_timer_create, CLOCK_MONOTONIC, sigevent, number) < 0) {
    return false;
  }
  signalWords[TIMER] = number[0] as number;
  madeIn = forks();
  return true;
}
