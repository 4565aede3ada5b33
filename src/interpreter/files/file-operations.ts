/** Functions that change files by name (perlfunc, "Functions for filehandles, files, or directories"). */
import fs from 'node:fs';
import type { Op } from '../../runtime/active.js';
import { int, str, toNumber } from '../../runtime/convert.js';
import { GlobValue, PerlGlob } from '../../runtime/glob.js';
import { Scalar } from '../../runtime/scalar.js';
import type { PerlValue, Slot } from '../../runtime/value.js';
import { flushLexicals } from '../io/file-handle.js';
import { globOf, handleIn } from '../io/handles.js';
import { attempt, pathBytes } from '../io/node-errno.js';
import { fail } from '../io/perl.js';
import { EBADF, ENOENT } from '../../abi/linux-errno.js';
import { sys } from '../../libc/results.js';
import { cString } from '../../libc/c-string.js';

/** Do something to each file of a list: the number of successes; $! keeps the last failure. */
function forEach(op: Op, list: PerlValue[], path: (p: string | Buffer) => void, handle?: (fd: number) => void) {
  flushLexicals();
  let done = 0;
  for (const value of list) {
    const result = handle !== undefined && isHandle(value) ? onHandle(value, handle) : onPath(op, value, path);
    if (result < 0) fail(result);
    else done++;
  }
  return done;
}

function isHandle(value: PerlValue): boolean {
  return value instanceof PerlGlob || value instanceof GlobValue;
}

function onHandle(value: PerlValue, action: (fd: number) => void): number {
  const fd = handleIn(globOf(value))?.fd ?? -1;
  return fd < 0 ? -EBADF : attempt(() => action(fd));
}

function onPath(op: Op, value: PerlValue, action: (p: string | Buffer) => void): number {
  const name = str(value, op);
  return name.includes('\0') ? -ENOENT : attempt(() => action(pathBytes(name)));
}

/** The list comes as aliases, since unlink without operands means $_. */
export function unlink(op: Op, list: Slot[]): PerlValue {
  const names = list.map((slot) => (slot instanceof Scalar ? slot.v : slot));
  return forEach(op, names, (path) => fs.unlinkSync(path));
}

export function chmod(op: Op, list: PerlValue[]): PerlValue {
  const [mode, ...files] = list;
  const bits = Number(int(mode, op)) & 0o7777;
  return forEach(
    op,
    files,
    (p) => fs.chmodSync(p, bits),
    (fd) => fs.fchmodSync(fd, bits),
  );
}

export function chown(op: Op, list: PerlValue[]): PerlValue {
  const [user, group, ...files] = list;
  const [uid, gid] = [Number(int(user, op)) >>> 0, Number(int(group, op)) >>> 0];
  return forEach(
    op,
    files,
    (p) => fs.chownSync(p, uid, gid),
    (fd) => fs.fchownSync(fd, uid, gid),
  );
}

/** utime: undef for both times is now. */
export function utime(op: Op, list: PerlValue[]): PerlValue {
  const [access, modification, ...files] = list;
  const now = access === undefined && modification === undefined ? Date.now() / 1000 : null;
  const [atime, mtime] = [now ?? toNumber(access, op), now ?? toNumber(modification, op)];
  return forEach(
    op,
    files,
    (p) => fs.utimesSync(p, atime, mtime),
    (fd) => fs.futimesSync(fd, atime, mtime),
  );
}

/** A call of one or two names: 1, or 0 with $! set. */
function simple(result: number): PerlValue {
  if (result < 0) fail(result);
  return result === 0 ? 1 : 0;
}

export function rename(op: Op, from: PerlValue, to: PerlValue): PerlValue {
  flushLexicals();
  return simple(attempt(() => fs.renameSync(pathBytes(str(from, op)), pathBytes(str(to, op)))));
}

export function link(op: Op, from: PerlValue, to: PerlValue): PerlValue {
  return simple(attempt(() => fs.linkSync(pathBytes(str(from, op)), pathBytes(str(to, op)))));
}

export function symlink(op: Op, target: PerlValue, name: PerlValue): PerlValue {
  return simple(attempt(() => fs.symlinkSync(pathBytes(str(target, op)), pathBytes(str(name, op)))));
}

export function readlink(op: Op, name: PerlValue): PerlValue {
  let target = '';
  const result = attempt(() => {
    target = fs.readlinkSync(pathBytes(str(name, op)), { encoding: 'buffer' }).toString('latin1');
  });
  return result < 0 ? fail(result) : target;
}

export function mkdir(op: Op, name: PerlValue, ...mode: PerlValue[]): PerlValue {
  const bits = mode.length > 0 ? Number(int(mode[0], op)) : 0o777;
  return simple(attempt(() => fs.mkdirSync(pathBytes(str(name, op)), bits)));
}

export function rmdir(op: Op, name: PerlValue): PerlValue {
  return simple(attempt(() => fs.rmdirSync(pathBytes(str(name, op)))));
}

export function chroot(op: Op, name: PerlValue): PerlValue {
  return simple(sys.chroot(cString(str(name, op))));
}

export function umask(op: Op, ...mask: PerlValue[]): PerlValue {
  if (mask.length === 0 || mask[0] === undefined) return process.umask();
  return process.umask(Number(int(mask[0], op)) & 0o777);
}
