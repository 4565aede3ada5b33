import { EINVAL } from '../abi/linux-errno.js';
import { IPC_STAT, SHM_RDONLY, SHM_REMAP } from '../abi/linux-ipc.js';
import { sharedStructs } from '../abi/struct-layouts.js';
import { toCInt } from '../runtime/c-integer.js';
import { diagnostics } from '../runtime/diagnostics.js';
import { addressOf, packAddress } from './address.js';
import type { ModuleEnvironment } from './module-environment.js';
import { SUBROUTINE } from './module-host.js';

/** `shmat(ID, ADDR, FLAG)` (IPC::SysV, shmop(2)): the packed address, or undef. ADDR undef: the kernel chooses. */
export function shmat<S>(env: ModuleEnvironment<S>, id: S, wanted: S, flag: S): string | undefined {
  const { host, kernel } = env;
  const shmid = toCInt(host.toInteger(id, SUBROUTINE));
  const flags = toCInt(host.toInteger(flag, SUBROUTINE));
  if (shmid < 0) return refuse(env, EINVAL);
  const base = host.isDefined(wanted) ? addressOf(host, wanted) : 0n;
  const hint = base === 0n ? 0n : realAddress(env, base);
  if ((flags & SHM_REMAP) !== 0 && hint !== 0n && env.attachments.around(base, mappedSize(env, shmid)) === undefined) {
    // Perl would let it replace the program's own memory.
    host.croak(diagnostics.foreignRemap);
  }
  const address = kernel.shmat(shmid, hint, flags);
  if (address < 0n) return refuse(env, Number(-address));
  const attachment = {
    base: host.opaqueAddresses ? nextToken() : address,
    address,
    size: mappedSize(env, shmid),
    readOnly: (flags & SHM_RDONLY) !== 0,
  };
  env.attachments.add(attachment);
  return packAddress(attachment.base);
}

function refuse<S>(env: ModuleEnvironment<S>, errno: number): undefined {
  env.host.setErrno(errno);
  return undefined;
}

/** Tokens leave room for an offset in their low half, so that address arithmetic works. */
let tokens = 0n;
function nextToken(): bigint {
  tokens += 1n;
  return tokens << 32n;
}

/** An address as the program knows it, as the kernel knows it. Address 1 is never free: the kernel answers EINVAL. */
function realAddress<S>(env: ModuleEnvironment<S>, base: bigint): bigint {
  if (!env.host.opaqueAddresses) return base;
  const attachment = env.attachments.around(base, 0n);
  return attachment === undefined ? 1n : attachment.address + base - attachment.base;
}

/** The size of the segment, rounded up to pages. */
function mappedSize<S>(env: ModuleEnvironment<S>, shmid: number): bigint {
  const { shmid_ds } = sharedStructs;
  const status = new BigUint64Array(shmid_ds.size / 8);
  if (env.kernel.shmctl(shmid, IPC_STAT, new Uint8Array(status.buffer)) < 0) return 0n;
  const size = status[shmid_ds.fields.shm_segsz.offset / 8] ?? 0n;
  const page = BigInt(env.kernel.pageSize);
  return ((size + page - 1n) / page) * page;
}
