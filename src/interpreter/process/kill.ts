/** kill (perlfunc): a signal by name or number to processes or, if negative, to process groups. */
import { ESRCH } from '../../abi/linux-errno.js';
import { signalNumbers } from '../../abi/signal-names.js';
import { sys } from '../../libc/results.js';
import type { Op } from '../../runtime/active.js';
import { int, looksLikeNumber } from '../../runtime/convert.js';
import type { PerlValue } from '../../runtime/value.js';
import { fail, perl } from '../io/perl.js';
import { prepareProcess } from './prepare.js';
import { dispatchSignals } from './signal-delivery.js';

interface Wanted {
  readonly signal: number;
  readonly groups: boolean;
}

function wantedSignal(op: Op, value: PerlValue): Wanted {
  const text = typeof value === 'string' ? value : '';
  if (!/^-?[A-Za-z]/.test(text)) {
    const n = Number(int(value, op));
    return { signal: Math.abs(n), groups: n < 0 };
  }
  const groups = text.startsWith('-');
  const name = (groups ? text.slice(1) : text).replace(/^SIG/, '');
  const signal = signalNumbers.get(name);
  if (signal === undefined) return perl().die(`Unrecognized signal name "${name}"`);
  return { signal, groups };
}

export function kill(op: Op, list: PerlValue[]): PerlValue {
  prepareProcess();
  if (list.length === 0) return 0;
  const { signal, groups } = wantedSignal(op, list[0]);
  let sent = 0;
  for (const value of list.slice(1)) {
    if (!looksLikeNumber(value)) {
      perl().die("Can't kill a non-numeric process ID");
    }
    const pid = Number(int(value, op));
    const result = groups && pid === 0 ? -ESRCH : sys.kill(groups ? -pid : pid, signal);
    if (result < 0) fail(result);
    else sent++;
  }
  dispatchSignals();
  return sent;
}
