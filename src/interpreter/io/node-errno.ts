/** Node's file functions throw; the kernel's number is in the exception. */

/** -errno of an exception of node:fs; whatever has no errno is a bug of ours and goes on. */
export function negativeErrno(e: unknown): number {
  const errno = (e as { errno?: unknown } | null)?.errno;
  if (typeof errno === 'number' && errno < 0) return errno;
  throw e;
}

/** Run a node:fs function for its effect: 0 or -errno. */
export function attempt(action: () => unknown): number {
  try {
    action();
    return 0;
  } catch (e) {
    return negativeErrno(e);
  }
}

const notAscii = /[^\x01-\x7f]/;

/** A Perl string as a path for node:fs: its bytes (wide characters go out as UTF-8, as perl passes its own bytes). */
export function pathBytes(name: string): string | Buffer {
  if (!notAscii.test(name)) return name;
  return Buffer.from(name, /[^\x00-\xff]/.test(name) ? 'utf8' : 'latin1');
}
