import { MAP_ANONYMOUS, MAP_PRIVATE, PROT_EXEC, PROT_READ, PROT_WRITE } from '../abi/linux-process.js';
import { errnoCell } from './errno.js';
import { libc } from './libc.js';
import { addressOrErrno, sys } from './results.js';

/**
 * A page of its own for machine code, readable and executable, never writable and executable at once: its address, or
 * -errno as a negative bigint where the system forbids it. fork copies it like any memory.
 */
export function executablePage(code: Uint8Array): bigint {
  const errno = errnoCell();
  const mapped = libc.mmap(null, code.length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  const page = addressOrErrno(mapped, errno);
  if (page < 0n) return page;
  libc.memcpy(page, code, code.length);
  const result = sys.mprotect(page, code.length, PROT_READ | PROT_EXEC);
  return result < 0 ? BigInt(result) : page;
}
