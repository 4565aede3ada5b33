/** File tests: -e -f -d and the others (perlfunc -X). The compiler calls fileTest, and stackedTest for `-f -w $x`. */
import tty from 'node:tty';
import { ENOTTY } from '../../abi/linux-errno.js';
import type { Op } from '../../runtime/active.js';
import { NOT_OVERLOADED, str, truthy } from '../../runtime/convert.js';
import { normalInteger } from '../../runtime/numeric.js';
import { bool, NO } from '../../runtime/value.js';
import type { PerlValue } from '../../runtime/value.js';
import { overloadedFileTest } from '../operators/overload.js';
import { globOf, handleIn } from '../io/handles.js';
import { perl } from '../io/perl.js';
import { reportClosed } from '../io/report.js';
import { lastStatus, statusOf } from './file-status.js';
import type { Status } from './file-status.js';
import { looksLikeText } from './text-test.js';

const S_IFMT = 0o170000;

const typeOf =
  (kind: number) =>
  (s: Status): boolean =>
    (Number(s.mode) & S_IFMT) === kind;
const hasBit =
  (bit: number) =>
  (s: Status): boolean =>
    (Number(s.mode) & bit) !== 0;

/** May a process with these ids do what `bit` (4 read, 2 write, 1 execute) stands for (perl's cando)? */
function may(s: Status, bit: number, uid: number, gid: number): boolean {
  const mode = Number(s.mode);
  if (uid === 0) return bit !== 1 || (mode & 0o111) !== 0 || (mode & S_IFMT) === 0o040000;
  if (Number(s.uid) === uid) return (mode & (bit << 6)) !== 0;
  const member = Number(s.gid) === gid || process.getgroups!().includes(Number(s.gid));
  return (mode & (member ? bit << 3 : bit)) !== 0;
}

const effective =
  (bit: number) =>
  (s: Status): boolean =>
    may(s, bit, process.geteuid!(), process.getegid!());
const real =
  (bit: number) =>
  (s: Status): boolean =>
    may(s, bit, process.getuid!(), process.getgid!());

const tests: Readonly<Record<string, (s: Status) => boolean>> = {
  e: () => true,
  f: typeOf(0o100000),
  d: typeOf(0o040000),
  l: typeOf(0o120000),
  p: typeOf(0o010000),
  S: typeOf(0o140000),
  b: typeOf(0o060000),
  c: typeOf(0o020000),
  z: (s) => s.size === 0n,
  u: hasBit(0o4000),
  g: hasBit(0o2000),
  k: hasBit(0o1000),
  r: effective(4),
  w: effective(2),
  x: effective(1),
  R: real(4),
  W: real(2),
  X: real(1),
  o: (s) => Number(s.uid) === process.geteuid!(),
  O: (s) => Number(s.uid) === process.getuid!(),
};

/** Days between a time of the file and the start of the program. */
function age(ns: bigint): number {
  const start = perl().startTime;
  return (start - Math.floor(Number(ns / 1_000_000_000n))) / 86400;
}

function answer(letter: string, s: Status): PerlValue {
  if (letter === 's') return s.size > 0n ? normalInteger(s.size) : NO;
  if (letter === 'M') return age(s.mtimeNs);
  if (letter === 'A') return age(s.atimeNs);
  if (letter === 'C') return age(s.ctimeNs);
  return bool(tests[letter]!(s));
}

/** The object whose class has answered the last test: it answers the outer ones of a stack as well (overload, `-X`). */
let answering: PerlValue;

export function fileTest(letter: string, value: PerlValue, op: Op): PerlValue {
  const own = typeof value === 'object' ? overloadedFileTest(letter, value) : NOT_OVERLOADED;
  answering = own === NOT_OVERLOADED ? undefined : value;
  if (own !== NOT_OVERLOADED) return own;
  if (letter === 't') return terminalTest(value, op);
  const status = statusOf(op, value, `-${letter}`, letter === 'l');
  if (status === null) return undefined;
  if (letter === 'T' || letter === 'B') return looksLikeText(letter, value, status, op);
  return answer(letter, status);
}

/** `-f -w $file`: the outer test of a stack, after the inner one has answered. */
export function stackedTest(letter: string, inner: PerlValue, op: Op): PerlValue {
  if (!truthy(inner)) return inner;
  if (answering !== undefined) return fileTest(letter, answering, op);
  return letter === 't' ? terminalTest(perl().glob('main::STDIN'), op) : lastFileTest(letter);
}

/** `-f _` */
export function lastFileTest(letter: string): PerlValue {
  const status = lastStatus(`-${letter}`);
  return status === null ? undefined : answer(letter, status);
}

/** -t: a handle, or a descriptor's number in a string. */
function terminalTest(value: PerlValue, op: Op): PerlValue {
  const text = typeof value === 'string' || typeof value === 'number' ? str(value, op) : '';
  if (/^\d+$/.test(text)) return terminal(Number(text));
  const glob = globOf(value);
  const handle = handleIn(glob);
  if (!handle?.stream) return reportClosed(glob, '-t');
  return handle.fd >= 0 ? terminal(handle.fd) : NO;
}

function terminal(fd: number): PerlValue {
  if (tty.isatty(fd)) return 1;
  perl().errno = ENOTTY;
  return NO;
}
