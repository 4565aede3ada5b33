/** Descriptors, paths and terminals of POSIX (perldoc POSIX): system calls with Perl's `0 but true`. */
import { EBADF } from '../../../abi/linux-errno.js';
import { O_RDONLY } from '../../../abi/linux-files.js';
import { cString, readCString } from '../../../libc/c-string.js';
import { errnoCell } from '../../../libc/errno.js';
import { libc } from '../../../libc/libc.js';
import { sys } from '../../../libc/results.js';
import type { PerlValue } from '../../../runtime/value.js';
import { belongsToNode } from '../../io/node-descriptors.js';
import { type Operands, systemResult, type TableFunction } from '../call-table.js';

const call = (operands: string, run: (c: Operands) => number): TableFunction => ({
  operands,
  fn: (c) => systemResult(c.perl, run(c)),
});

function read(c: Operands): PerlValue {
  const wanted = c.integer(2);
  const memory = Buffer.allocUnsafe(Math.max(wanted, 1));
  const got = Number(sys.read(c.integer(0), memory, wanted));
  if (got >= 0) c.args.at(1).v = memory.toString('latin1', 0, got);
  return systemResult(c.perl, got);
}

function write(c: Operands): PerlValue {
  const bytes = Buffer.from(c.text(1), 'latin1');
  const length = c.count > 2 ? Math.min(c.integer(2), bytes.length) : bytes.length;
  return systemResult(c.perl, Number(sys.write(c.integer(0), bytes, length)));
}

function pipe(c: Operands): PerlValue[] {
  const ends = new Int32Array(2);
  const result = sys.pipe2(ends, 0);
  if (result >= 0) return [...ends];
  c.perl.errno = -result;
  return [];
}

/** Daemons close whatever there may be: what only Node has open is not open to the program. */
function close(fd: number): number {
  return belongsToNode(fd) ? -EBADF : sys.close(fd);
}

function lseek(c: Operands): PerlValue {
  const at = Number(sys.lseek(c.integer(0), c.integer(1), c.integer(2)));
  if (at >= 0) return at;
  c.perl.errno = -at;
  return undefined;
}

function ttyname(c: Operands): PerlValue {
  const errno = errnoCell();
  const address = libc.ttyname(c.integer(0));
  if (address !== null) return readCString(address);
  c.perl.errno = errno[0] as number;
  return undefined;
}

function sysconf(c: Operands): PerlValue {
  const value = libc.sysconf(c.integer(0));
  return value < 0 ? undefined : value === 0 ? '0 but true' : value;
}

/** pathconf(3) on Linux: the limits that do not depend on the file. */
const pathLimits: readonly (number | undefined)[] = [127, 255, 255, 255, 4096, 4096, 1, 1, 0];

export const fileFunctions: Readonly<Record<string, TableFunction>> = {
  access: call('filename, mode', (c) => sys.access(cString(c.text(0)), c.integer(1))),
  close: call('fd', (c) => close(c.integer(0))),
  dup: call('fd', (c) => sys.dup(c.integer(0))),
  dup2: call('fd1, fd2', (c) => sys.dup2(c.integer(0), c.integer(1))),
  lchown: call('uid, gid, path', (c) => sys.lchown(cString(c.text(2)), c.integer(0), c.integer(1))),
  mkfifo: call('filename, mode', (c) => sys.mkfifo(cString(c.text(0)), c.integer(1))),
  open: call('filename, flags = O_RDONLY, mode = 0666', (c) =>
    sys.open(cString(c.text(0)), c.integer(1, O_RDONLY), c.integer(2, 0o666)),
  ),
  read: { operands: 'fd, buffer, nbytes', fn: read },
  write: { operands: 'fd, buffer, nbytes = length', fn: write },
  pipe: { operands: '', fn: pipe },
  lseek: { operands: 'fd, offset, whence', fn: lseek },
  ttyname: { operands: 'fd', fn: ttyname },
  ctermid: { operands: 's = 0', fn: () => '/dev/tty' },
  cuserid: { operands: 's = 0', fn: () => '' },
  getcwd: { operands: '', fn: () => Buffer.from(process.cwd()).toString('latin1') },
  sysconf: { operands: 'name', fn: sysconf },
  pathconf: { operands: 'filename, name', fn: (c) => pathLimits[c.integer(1)] },
  fpathconf: { operands: 'fd, name', fn: (c) => pathLimits[c.integer(1)] },
};
