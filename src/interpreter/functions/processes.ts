/** Core functions on processes and process groups (perlfunc, "Functions for processes and process groups"). */
import { libc } from '../../libc/libc.js';
import { sys } from '../../libc/results.js';
import type { Op } from '../../runtime/active.js';
import { int } from '../../runtime/convert.js';
import { LIST } from '../../runtime/value.js';
import type { PerlValue, Want } from '../../runtime/value.js';
import { fail, perl } from '../io/perl.js';
import { waitFor } from '../process/children.js';
import { fork } from '../process/fork.js';
import { kill } from '../process/kill.js';
import { prepareProcess } from '../process/prepare.js';
import { backticks, exec, system } from '../process/run.js';
import { alarm, cpuTimes, pause, sleepFor } from '../process/time.js';
import type { CoreFunctionTable } from './core-function.js';
import { syscall } from './syscall.js';

const integer = (v: PerlValue, op: Op): number => Number(int(v, op));

function sleep(op: Op, ...given: PerlValue[]): PerlValue {
  const start = Math.floor(Date.now() / 1000);
  const seconds = given.length > 0 ? integer(given[0], op) : 0;
  if (given.length === 0) pause();
  else if (seconds < 0) perl().warn('misc', 'sleep() with negative argument');
  else sleepFor(seconds);
  return Math.floor(Date.now() / 1000) - start;
}

function alarmFunction(op: Op, ...given: PerlValue[]): PerlValue {
  const value = given.length > 0 ? given[0] : perl().underscore.s.v;
  const seconds = integer(value, op);
  if (seconds >= 0) return alarm(seconds);
  perl().warn('misc', 'alarm() with negative argument');
  return undefined;
}

function wait(): PerlValue {
  prepareProcess();
  return waitFor(-1, 0);
}

function waitpid(op: Op, pid: PerlValue, options: PerlValue): PerlValue {
  prepareProcess();
  return waitFor(integer(pid, op), integer(options, op));
}

function getpgrp(op: Op, ...pid: PerlValue[]): PerlValue {
  const result = sys.getpgid(pid.length > 0 ? integer(pid[0], op) : 0);
  return result < 0 ? fail(result) : result;
}

function setpgrp(op: Op, ...given: PerlValue[]): PerlValue {
  const [pid, group] = [0, 1].map((i) => (given.length > i ? integer(given[i], op) : 0));
  const result = sys.setpgid(pid!, group!);
  if (result < 0) fail(result);
  return result === 0 ? 1 : 0;
}

function setpriority(op: Op, which: PerlValue, who: PerlValue, priority: PerlValue): PerlValue {
  const result = sys.setpriority(integer(which, op), integer(who, op), integer(priority, op));
  if (result < 0) fail(result);
  return result === 0 ? 1 : 0;
}

function times(_op: Op, want: Want): PerlValue | PerlValue[] {
  const all = cpuTimes();
  return want === LIST ? all : all[0];
}

export const processFunctions: CoreFunctionTable = {
  fork: { operands: '', returns: 's', fn: () => fork() },
  wait: { operands: '', returns: 's', fn: wait },
  waitpid: { operands: 'ss', returns: 's', fn: waitpid },
  /** system and exec: an indirect object (`system { program } @list`) goes as a further operand after the list */
  system: { operands: 'l?s', returns: 's', fn: system },
  exec: { operands: 'l?s', returns: 's', fn: exec },
  /** `command`, qx and readpipe */
  readpipe: { operands: 'd', returns: 'w', fn: backticks },
  kill: { operands: 'l', returns: 's', fn: kill },
  sleep: { operands: '?s', returns: 's', fn: sleep },
  alarm: { operands: '?s', returns: 's', fn: alarmFunction },
  syscall: { operands: 'sL', returns: 's', fn: syscall },
  getppid: { operands: '', returns: 's', fn: () => libc.getppid() },
  getpgrp: { operands: '?s', returns: 's', fn: getpgrp },
  setpgrp: { operands: '?ss', returns: 's', fn: setpgrp },
  getpriority: {
    operands: 'ss',
    returns: 's',
    fn: (op: Op, which: PerlValue, who: PerlValue) => libc.getpriority(integer(which, op), integer(who, op)),
  },
  setpriority: { operands: 'sss', returns: 's', fn: setpriority },
  times: { operands: '', returns: 'w', fn: times },
  time: { operands: '', returns: 's', fn: () => Math.floor(Date.now() / 1000) },
};
