import { readdirSync, readFileSync } from 'node:fs';
import { currentAbi } from '../abi/current-abi.js';
import { SA_RESTART, SA_SIGINFO } from '../abi/linux-signals.js';
import { SIGRTMAX } from '../abi/signal-names.js';
import { sharedStructs } from '../abi/struct-layouts.js';
import { sleep } from './clock.js';
import { executablePage } from './executable-page.js';
import { blockingHandler } from './handler-code.js';
import { koffi, libc } from './libc.js';
import { sys } from './results.js';

/**
 * A signal sent to a process goes to any of its threads that doesn't block it. Node has threads of its own, so a signal
 * that the main thread blocks would reach one of them, and be delivered after all. Those threads must block signals
 * too; only a thread itself can change its mask, so each is sent a signal once, whose handler does that.
 */

/** Everything but: faults of the thread itself (4, 5, 7, 8, 11), and what C libraries use between threads (32-34). */
const MASK =
  0xffff_ffff_ffff_ffffn & ~[4, 5, 7, 8, 11, 32, 33, 34].reduce((bits, n) => bits | (1n << BigInt(n - 1)), 0n);

const MESSENGER = SIGRTMAX - 1;
const PATIENCE = 0.0001;
const ROUNDS = 1000;

const answer = new Int32Array(new ArrayBuffer(128), 0, 1);
const { size, fields } = sharedStructs.sigaction;

/** Has every other thread of this process block signals from now on. Costs some 100 us a thread, once. */
export function quietOtherThreads(): void {
  const pid = libc.getpid();
  const threads = readdirSync('/proc/self/task').map(Number);
  const others = threads.filter((tid) => tid !== pid && !isQuiet(tid));
  if (others.length === 0) return;
  const page = executablePage(blockingHandler(process.arch, koffi().address(answer.buffer), MASK));
  if (page < 0n) return;
  const previous = new DataView(new ArrayBuffer(size));
  sys.sigaction(MESSENGER, makeAction(page), previous);
  for (const tid of others) visit(pid, tid);
  sys.sigaction(MESSENGER, previous, null);
  libc.munmap(page, 1);
}

/** Whether a thread blocks the messenger, and so everything else: proc_pid_status(5). Threads of Node's own may. */
function isQuiet(tid: number): boolean {
  try {
    const blocked = /^SigBlk:\s*([0-9a-f]+)$/m.exec(readFileSync(`/proc/self/task/${tid}/status`, 'latin1'));
    return ((BigInt(`0x${blocked?.[1] ?? '0'}`) >> BigInt(MESSENGER - 1)) & 1n) === 1n;
  } catch {
    return true;
  }
}

function makeAction(handler: bigint): DataView {
  const action = new DataView(new ArrayBuffer(size));
  action.setBigUint64(fields.sa_handler.offset, handler, true);
  action.setInt32(fields.sa_flags.offset, SA_SIGINFO | SA_RESTART, true);
  return action;
}

/** One thread after the other, each time until it has answered (at most a tenth of a second). */
function visit(pid: number, tid: number): void {
  answer[0] = 0;
  if (sys.syscall_tgkill(currentAbi().constants.SYS_tgkill, pid, tid, MESSENGER) < 0) return;
  for (let round = 0; round < ROUNDS && answer[0] === 0; round++) sleep(PATIENCE);
}
