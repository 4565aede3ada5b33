import { SIGPIPE, SIGUSR1, SIGXFSZ } from '../abi/linux-signals.js';
import { sharedStructs } from '../abi/struct-layouts.js';
import { executablePage } from './executable-page.js';
import { notingHandler } from './handler-code.js';
import { signalsChanged } from './idle-timer.js';
import { endKicks, KICK_SIGNAL, refuseKicks, startKicks } from './kicks.js';
import { koffi } from './libc.js';
import { sys } from './results.js';
import { PENDING, signalMarks, signalMemory, signalWords } from './signal-memory.js';

/**
 * Signals as Perl has them: the handler only notes the signal; the program looks at safe points and runs its own code
 * there (perlipc, "Deferred Signals"). A sleeping system call ends with EINTR, since SA_RESTART is not asked for.
 */

/** The poll: `pending[0] !== 0` says that a signal has come since takePending. Costs a nanosecond. */
export const pending = signalWords.subarray(PENDING, PENDING + 1);

/** The numbers of the signals that have come, in ascending order and each once, as Perl delivers them. */
export function takePending(): number[] {
  const taken: number[] = [];
  do {
    // First the summary, then the marks: a signal between the two is found now or again at the next poll, never lost.
    pending[0] = 0;
    for (let signal = 1; signal < signalMarks.length; signal++) {
      if (signalMarks[signal] !== 0) {
        signalMarks[signal] = 0;
        if (!taken.includes(signal)) taken.push(signal);
      }
    }
    // The kicks of a signal that has come meanwhile are over too: it is looked at now.
    endKicks();
  } while (pending[0] !== 0);
  return taken.sort((a, b) => a - b);
}

/** What happens to a signal: Perl's 'DEFAULT' and 'IGNORE', noted by us, or a handler of somebody else (Node, V8). */
export type Disposition = 'DEFAULT' | 'IGNORE' | 'noted' | 'foreign';

const SIG_DFL = 0n;
const SIG_IGN = 1n;

const { size, fields } = sharedStructs.sigaction;
const action = new DataView(new ArrayBuffer(size));
const previous = new DataView(new ArrayBuffer(size));
let handler: bigint | undefined;

/** Has a signal noted from now on: 0 or -errno. */
export function noteSignal(signal: number): number {
  handler ??= executablePage(notingHandler(process.arch, koffi().address(signalMemory)));
  if (handler >= 0n && signal !== KICK_SIGNAL) startKicks();
  return handler < 0n ? Number(handler) : setAction(signal, handler);
}

/** $SIG{NAME} = 'IGNORE': 0 or -errno. */
export function ignoreSignal(signal: number): number {
  return setAction(signal, SIG_IGN);
}

/** $SIG{NAME} = 'DEFAULT': 0 or -errno. */
export function defaultSignal(signal: number): number {
  return setAction(signal, SIG_DFL);
}

/** sigaction(2) with no flags and nothing blocked while the handler runs. */
function setAction(signal: number, to: bigint): number {
  signalsChanged();
  if (signal === KICK_SIGNAL) refuseKicks();
  action.setBigUint64(fields.sa_handler.offset, to, true);
  return sys.sigaction(signal, action, null);
}

/** What is set for a signal now, or -errno (-EINVAL: no such signal). */
export function dispositionOf(signal: number): Disposition | number {
  const result = sys.sigaction(signal, null, previous);
  if (result < 0) return result;
  const current = previous.getBigUint64(fields.sa_handler.offset, true);
  if (current === SIG_DFL) return 'DEFAULT';
  if (current === SIG_IGN) return 'IGNORE';
  return current === handler ? 'noted' : 'foreign';
}

/**
 * Undoes what Node has done to signals at its start, for the sake of the Perl program and of what it executes: SIGPIPE
 * and SIGXFSZ are ignored, and SIGUSR1 would start a debugger.
 */
export function resetNodeSignals(): void {
  for (const signal of [SIGPIPE, SIGXFSZ, SIGUSR1]) {
    const disposition = dispositionOf(signal);
    if (disposition === 'IGNORE' || disposition === 'foreign') defaultSignal(signal);
  }
}
