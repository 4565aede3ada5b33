import { diagnostics } from '../runtime/diagnostics.js';
import { toArray } from './bytes.js';
import type { ModuleEnvironment } from './module-environment.js';
import { type ModuleHost, SUBROUTINE } from './module-host.js';

/**
 * `ftok(PATH [, ID])` (IPC::SysV, ftok(3)): a key made of the low bits of the id, the device and the inode. `$!` is set
 * only on failure.
 */
export function ftok<S>(env: ModuleEnvironment<S>, path: S, id?: S): number | undefined {
  const { host, kernel } = env;
  const bytes = cString(toArray(host.toInternalBytes(path, SUBROUTINE)));
  const project = id === undefined ? DEFAULT_PROJECT : projectId(host, id);
  const file = kernel.stat(bytes);
  if (typeof file === 'number') {
    host.setErrno(-file);
    return undefined;
  }
  const key = ((project & 0xff) << 24) | (Number(file.dev & 0xffn) << 16) | Number(file.ino & 0xffffn);
  return key === -1 ? undefined : key;
}

const DEFAULT_PROJECT = 1;

/** An integer counts by its low byte, a string of one byte by that byte, anything else defined is refused. */
function projectId<S>(host: ModuleHost<S>, id: S): number {
  if (!host.isDefined(id)) return DEFAULT_PROJECT;
  const integer = host.integerIn(id);
  if (integer !== undefined) return Number(BigInt.asUintN(8, BigInt(integer)));
  const string = host.stringIn(id);
  if (string?.length !== 1) host.croak(diagnostics.invalidProjectId);
  return typeof string === 'string' ? string.charCodeAt(0) : (string[0] ?? 0);
}

function cString(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end === -1 ? bytes : bytes.subarray(0, end);
}
