/** stat, lstat and the status that `_` remembers (perlfunc stat, -X). */
import fs from 'node:fs';
import { EBADF, ENOENT } from '../../abi/linux-errno.js';
import type { Op } from '../../runtime/active.js';
import { str } from '../../runtime/convert.js';
import { GlobValue, PerlGlob } from '../../runtime/glob.js';
import { normalInteger } from '../../runtime/numeric.js';
import { LIST, NO } from '../../runtime/value.js';
import type { PerlValue, Want } from '../../runtime/value.js';
import { FileHandle, flushLexicals } from '../io/file-handle.js';
import { globOf, handleIn } from '../io/handles.js';
import { negativeErrno, pathBytes } from '../io/node-errno.js';
import { perl } from '../io/perl.js';
import { reportClosed } from '../io/report.js';

export type Status = fs.BigIntStats;

/** What the last stat, lstat or file test found: `_`. */
const last: { status: Status | null; byLstat: boolean; name: string } = { status: null, byLstat: false, name: '' };

/** Is this the handle `_`? */
function isLast(value: PerlValue): boolean {
  return value instanceof PerlGlob && value.name === '_' && value.stash.name === 'main';
}

function isHandle(value: PerlValue): boolean {
  return value instanceof PerlGlob || value instanceof GlobValue || (value as unknown) instanceof FileHandle;
}

/** The status of a file or handle, remembered as `_`; null with $! set if there is none. `what` is for warnings. */
export function statusOf(op: Op, value: PerlValue, what: string, link = false): Status | null {
  if (isLast(value)) return lastStatus(what);
  last.byLstat = link;
  last.status = isHandle(value) ? handleStatus(value, what) : pathStatus(str(value, op), link);
  return last.status;
}

/** The status `_` stands for. */
export function lastStatus(what: string): Status | null {
  if ((what === '-l' || what === 'lstat') && !last.byLstat) perl().die(wrongLast(what));
  if (last.status === null) perl().errno ||= ENOENT;
  return last.status;
}

function wrongLast(what: string): string {
  return what === '-l' ? "The stat preceding -l _ wasn't an lstat" : "The stat preceding lstat() wasn't an lstat";
}

function pathStatus(name: string, link: boolean): Status | null {
  last.name = name;
  flushLexicals();
  if (name.includes('\0')) return missing(ENOENT);
  try {
    const path = pathBytes(name);
    return link ? fs.lstatSync(path, { bigint: true }) : fs.statSync(path, { bigint: true });
  } catch (e) {
    missing(-negativeErrno(e));
  }
  if (name.endsWith('\n')) {
    perl().warn('newline', `Unsuccessful ${link ? 'lstat' : 'stat'} on filename containing newline`);
  }
  return null;
}

function missing(errno: number): null {
  perl().errno = errno;
  return null;
}

function handleStatus(value: PerlValue, what: string): Status | null {
  const glob = globOf(value);
  const handle = handleIn(glob);
  if (handle?.directory && !handle.stream) return pathStatus(handle.directory.path.toString('latin1'), false);
  if (!handle?.stream || handle.fd < 0) {
    if (!handle?.stream) reportClosed(glob, what);
    return missing(EBADF);
  }
  handle.flush();
  try {
    return fs.fstatSync(handle.fd, { bigint: true });
  } catch (e) {
    return missing(-negativeErrno(e));
  }
}

const nanoseconds = 1_000_000_000n;

function wholeSeconds(ns: bigint): number {
  return Number(ns >= 0n ? ns / nanoseconds : (ns - nanoseconds + 1n) / nanoseconds);
}

/** The thirteen values of stat, the times in the unit `time` makes of nanoseconds. */
function statusList(s: Status, time: (ns: bigint) => PerlValue = wholeSeconds): PerlValue[] {
  const whole = [s.dev, s.ino, s.mode, s.nlink, s.uid, s.gid, s.rdev, s.size].map(normalInteger);
  return [...whole, time(s.atimeNs), time(s.mtimeNs), time(s.ctimeNs), Number(s.blksize), normalInteger(s.blocks)];
}

function stat(op: Op, want: Want, given: PerlValue[], link: boolean): PerlValue | PerlValue[] {
  const value = given.length > 0 ? given[0] : perl().underscore.s.v;
  if (link && isHandle(value) && !isLast(value)) {
    perl().warn('io', `lstat() on filehandle ${globOf(value)?.name ?? ''}`);
  }
  const status = statusOf(op, value, link ? 'lstat' : 'stat', link);
  if (want !== LIST) return status === null ? NO : 1;
  return status === null ? [] : statusList(status);
}

export const statFunction = (op: Op, want: Want, ...given: PerlValue[]): PerlValue | PerlValue[] =>
  stat(op, want, given, false);

export const lstatFunction = (op: Op, want: Want, ...given: PerlValue[]): PerlValue | PerlValue[] =>
  stat(op, want, given, true);
