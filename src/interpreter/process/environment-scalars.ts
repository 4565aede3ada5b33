/** Special variables about processes: $? $$ $0 $< $> $( $) (perlvar). */
import { setProcessName } from '../../libc/process-name.js';
import { sys } from '../../libc/results.js';
import { int, str } from '../../runtime/convert.js';
import { MagicScalar } from '../../runtime/scalar.js';
import { Dual } from '../../runtime/value.js';
import type { PerlValue } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';
import { fail } from '../io/perl.js';
import { processId } from './process-id.js';
import { SignalHash } from './signal-hash.js';

/** A variable that is read and written through two functions. */
export class FunctionScalar extends MagicScalar {
  private readonly read: () => PerlValue;
  private readonly write: (v: PerlValue) => void;
  constructor(read: () => PerlValue, write: (v: PerlValue) => void) {
    super();
    this.read = read;
    this.write = write;
  }
  fetch(): PerlValue {
    return this.read();
  }
  store(v: PerlValue): void {
    this.write(v);
  }
}

/** $?: sixteen bits, or -1 */
class ChildStatus extends MagicScalar {
  private status = 0;
  fetch(): PerlValue {
    return this.status;
  }
  store(v: PerlValue): void {
    const n = Number(int(v, 'scalar assignment'));
    this.status = n === -1 ? -1 : n & 0xffff;
  }
}

const C_KEEP = -1;

/** Ids: -1 keeps the one that is not named. */
function change(result: number): void {
  if (result < 0) fail(result);
}

/** undef comes from local, and changes nothing. */
const number = (v: PerlValue): number => (v === undefined ? C_KEEP : Number(int(v, 'scalar assignment')) | 0);

/** $( and $): the id, then the groups of the process (node's list would add the id once more). */
function groupList(gid: number): Dual {
  const memory = new Uint32Array(65536);
  const count = Math.max(0, sys.getgroups(memory.length, memory));
  return new Dual(gid, [gid, ...memory.subarray(0, count)].join(' '));
}

/** `$) = "5 5 6"` sets the effective id and the groups. */
function setGroups(v: PerlValue): void {
  if (v === undefined) return;
  const ids = str(v, 'scalar assignment')
    .split(/\s+/)
    .filter((w) => w !== '')
    .map(Number);
  if (ids.length > 1) change(sys.setgroups(ids.length - 1, Int32Array.from(ids.slice(1))));
  change(sys.setresgid(C_KEEP, ids[0] ?? 0, C_KEEP));
}

/** What ps shows: the arguments of the process, and its name. */
function rename(name: string): void {
  process.title = name;
  setProcessName(name);
}

/** Only their writing needs a system call that node lacks. */
export function installProcessVariables(perl: Interp, scriptName: string): void {
  const define = (name: string, read: () => PerlValue, write: (v: PerlValue) => void): void => {
    perl.glob(`main::${name}`).s = new FunctionScalar(read, write);
  };
  let name: PerlValue = scriptName;
  let ownPid: PerlValue;
  define(
    '$',
    () => ownPid ?? processId(),
    (v) => void (ownPid = v),
  );
  define(
    '0',
    () => name,
    (v) => {
      name = v;
      if (v !== undefined) rename(str(v, 'scalar assignment'));
    },
  );
  define(
    '<',
    () => process.getuid!(),
    (v) => change(sys.setresuid(number(v), C_KEEP, C_KEEP)),
  );
  define(
    '>',
    () => process.geteuid!(),
    (v) => change(sys.setresuid(C_KEEP, number(v), C_KEEP)),
  );
  define(
    '(',
    () => groupList(process.getgid!()),
    (v) => change(sys.setresgid(number(v), C_KEEP, C_KEEP)),
  );
  define(')', () => groupList(process.getegid!()), setGroups);
  perl.glob('main::?').s = new ChildStatus();
  perl.glob('main::SIG').h = new SignalHash();
}
