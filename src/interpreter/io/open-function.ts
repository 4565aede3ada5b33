/** open and sysopen as the program calls them: finding or making the handle (perlfunc open, sysopen). */
import { O_APPEND, O_RDONLY, O_RDWR, O_WRONLY } from '../../abi/linux-files.js';
import { ENOENT } from '../../abi/linux-errno.js';
import type { Op } from '../../runtime/active.js';
import { int, str } from '../../runtime/convert.js';
import { PerlGlob } from '../../runtime/glob.js';
import { Scalar } from '../../runtime/scalar.js';
import type { PerlValue } from '../../runtime/value.js';
import { adopt, closeImplicitly } from './adopt.js';
import { handleIn, makeHandle, symbolGlob } from './handles.js';
import { plainLayers } from './layers.js';
import { openFile, openPath, openWithMode } from './open.js';
import { fail, operandName, perl } from './perl.js';
import { tiedCall } from './tied-handle.js';

/** The glob of an operand that may be made: an undefined variable gets a reference to a new glob. */
export function vivifiedGlob(op: Op, operand: Scalar | PerlValue, which: number): PerlGlob {
  if (!(operand instanceof Scalar)) return symbolGlob(operand);
  const value = operand.v;
  if (value !== undefined) return symbolGlob(value);
  const glob = new PerlGlob(perl().stash(perl().currentPackage()), operandName(op, which));
  operand.v = glob;
  return glob;
}

export function openFunction(op: Op, target: Scalar | PerlValue, ...operands: (PerlValue | PerlValue[])[]): PerlValue {
  const given: PerlValue[] = operands.flat();
  const glob = vivifiedGlob(op, target, 0);
  const handle = handleIn(glob);
  if (handle !== null && handle.tied !== undefined) return tiedCall(handle, 'OPEN', given);
  if (given.length === 0) return openTwo(glob, str(glob.s.v, op));
  if (given.length === 1) return openTwo(glob, str(given[0], op));
  const [mode, ...rest] = given;
  return openWithMode(glob, str(mode, op), rest);
}

function openTwo(glob: PerlGlob, specification: string): PerlValue {
  return nulFree(specification) ? openFile(glob, specification) : undefined;
}

function nulFree(name: string): boolean {
  const nul = name.replace(/\0+$/, '').indexOf('\0');
  if (nul < 0) return true;
  perl().warn('syscalls', `Invalid \\0 character in pathname for open: ${name.slice(0, nul)}\\0${name.slice(nul + 1)}`);
  fail(-ENOENT);
  return false;
}

/** sysopen: open(2) with its own flags. */
export function openSystem(
  op: Op,
  target: Scalar | PerlValue,
  name: PerlValue,
  flags: PerlValue,
  ...mode: PerlValue[]
) {
  const glob = vivifiedGlob(op, target, 0);
  const how = Number(int(flags, op));
  const permissions = mode.length > 0 ? Number(int(mode[0], op)) : 0o666;
  const kept = closeImplicitly(makeHandle(glob));
  const stream = openPath(str(name, op), how, permissions);
  if (typeof stream === 'number') return fail(stream);
  const access = how & (O_WRONLY | O_RDWR);
  const direction = { reads: access !== O_WRONLY, writes: access !== O_RDONLY, append: (how & O_APPEND) !== 0 };
  adopt(glob, kept, stream, direction, plainLayers);
  return 1;
}
