/**
 * A timer whose signal lets go of kept attachments that the program has not used for a while, whatever else it is doing
 * (timer_create(2)). The handler is machine code and runs in the main thread, so it needs nothing of the program.
 */
import { isMainThread } from 'node:worker_threads';
import { currentAbi } from '../abi/current-abi.js';
import { CLOCK_MONOTONIC } from '../abi/linux-process.js';
import { SA_RESTART, SIGEV_THREAD_ID } from '../abi/linux-signals.js';
import { SIGRTMAX } from '../abi/signal-names.js';
import { sharedStructs } from '../abi/struct-layouts.js';
import { executablePage } from './executable-page.js';
import { forks } from './fork.js';
import { hasHandlers, lettingGoHandler } from './handler-code.js';
import { keeping, keepingMemory, letGo, RUNNING, TIMER } from './keeping.js';
import { koffi, libc } from './libc.js';
import { sys } from './results.js';

/** Attachments are let go after being idle for one to two of these, in nanoseconds. */
const PERIOD = 4_000_000n;
const SIGNAL = SIGRTMAX - 2;

const { size, fields } = sharedStructs.sigaction;
/** struct sigevent: the signal, how it is sent, and to which thread. */
const sigevent = new Int32Array(16);
const timerNumber = new Int32Array(new ArrayBuffer(128), 0, 1);
/** Two struct itimerspec: run, and stop. */
const running = new BigInt64Array([0n, PERIOD, 0n, PERIOD]);
const stopped = new BigInt64Array(4);

let handler = 0n;
/** The value of `forks` when the timer was made: a child does not inherit it. */
let madeIn = -1;
/** Whether the program may have changed the signal's handler or the mask since we looked. */
let doubtful = true;

/** The program has changed handlers, or blocks other signals now. */
export function signalsChanged(): void {
  letGo();
  doubtful = true;
}

/** Can there be such a timer at all? */
export function canTime(): boolean {
  return isMainThread && hasHandlers(process.arch);
}

/** Whether the timer runs now. */
export function startTimer(): boolean {
  if (madeIn !== forks() && !makeTimer()) return false;
  const number = keeping[TIMER] as number;
  if (doubtful && !isOurs()) return false;
  doubtful = false;
  if (sys.syscall_timer_settime(currentAbi().constants.SYS_timer_settime, number, 0, running, null) < 0) return false;
  keeping[RUNNING] = 1;
  return true;
}

export function stopTimer(): void {
  if (keeping[RUNNING] === 0) return;
  keeping[RUNNING] = 0;
  if (madeIn !== forks()) return;
  sys.syscall_timer_settime(currentAbi().constants.SYS_timer_settime, keeping[TIMER] as number, 0, stopped, null);
}

function makeTimer(): boolean {
  if (handler === 0n) handler = executablePage(lettingGoHandler(process.arch, koffi().address(keepingMemory)));
  if (handler < 0n || !install()) return false;
  sigevent[2] = SIGNAL;
  sigevent[3] = SIGEV_THREAD_ID;
  // The main thread has the number of its process.
  sigevent[4] = libc.getpid();
  const number = currentAbi().constants.SYS_timer_create;
  if (sys.syscall_timer_create(number, CLOCK_MONOTONIC, sigevent, timerNumber) < 0) return false;
  keeping[TIMER] = timerNumber[0] as number;
  madeIn = forks();
  return true;
}

/** Only a signal that nobody else has set. What the timer interrupts is restarted: it never runs during a sleep. */
function install(): boolean {
  const action = new DataView(new ArrayBuffer(size));
  if (currentHandler() !== 0n && !isOurs()) return false;
  action.setBigUint64(fields.sa_handler.offset, handler, true);
  action.setInt32(fields.sa_flags.offset, SA_RESTART, true);
  return sys.sigaction(SIGNAL, action, null) === 0;
}

const current = new BigUint64Array(new ArrayBuffer(size));

function currentHandler(): bigint {
  sys.sigaction(SIGNAL, null, current);
  return current[fields.sa_handler.offset / 8] as bigint;
}

/** The program may have given the signal a handler of its own since. */
function isOurs(): boolean {
  return currentHandler() === handler && !isBlocked();
}

const blocked = new BigUint64Array(16);

function isBlocked(): boolean {
  sys.sigprocmask(0, null, blocked);
  return (((blocked[0] as bigint) >> BigInt(SIGNAL - 1)) & 1n) === 1n;
}
