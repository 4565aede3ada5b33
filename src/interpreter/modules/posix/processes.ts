/** Processes, identities and wait statuses of POSIX. */
import { hostname, machine, release, type as systemName, version } from 'node:os';
import { sys } from '../../../libc/results.js';
import { errnoCell } from '../../../libc/errno.js';
import { libc } from '../../../libc/libc.js';
import type { PerlValue } from '../../../runtime/value.js';
import { leaveAtOnce } from '../../process/finish.js';
import { type Operands, systemResult, type TableFunction } from '../call-table.js';

const call = (operands: string, run: (c: Operands) => number): TableFunction => ({
  operands,
  fn: (c) => systemResult(c.perl, run(c)),
});

/** A macro of <sys/wait.h>. */
const macro = (test: (status: number) => PerlValue): TableFunction => ({
  operands: 'status',
  fn: (c) => test(c.integer(0)),
});

function nice(c: Operands): PerlValue {
  const errno = errnoCell();
  errno[0] = 0;
  const priority = libc.nice(c.integer(0));
  const code = errno[0];
  return systemResult(c.perl, priority === -1 && code !== 0 ? -code : priority);
}

export const processFunctions: Readonly<Record<string, TableFunction>> = {
  _exit: { operands: 'status', fn: (c) => leaveAtOnce(c.integer(0)) },
  abort: { operands: '', fn: () => libc.abort() },
  nice: { operands: 'incr', fn: nice },
  setsid: {
    operands: '',
    fn(c) {
      const id = sys.setsid();
      if (id >= 0) return id;
      c.perl.errno = -id;
      return undefined;
    },
  },
  setpgid: call('pid, pgid', (c) => sys.setpgid(c.integer(0), c.integer(1))),
  setuid: call('uid', (c) => sys.setuid(c.integer(0))),
  setgid: call('gid', (c) => sys.setgid(c.integer(0))),
  uname: { operands: '', fn: () => [systemName(), hostname(), release(), version(), machine()] },
  WIFEXITED: macro((s) => Number((s & 127) === 0)),
  WEXITSTATUS: macro((s) => (s >> 8) & 255),
  WIFSIGNALED: macro((s) => Number((s & 127) !== 0 && (s & 127) !== 127)),
  WTERMSIG: macro((s) => s & 127),
  WIFSTOPPED: macro((s) => Number((s & 255) === 127)),
  WSTOPSIG: macro((s) => (s >> 8) & 255),
};
