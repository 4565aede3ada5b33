import { errnoNumbers } from '../abi/errno-names.js';
import { errnoNumber } from './errno.js';

/**
 * The part of `%!` that is the same in every host (perldoc Errno): a read-only hash of all E-names, in which those of
 * the current error are true.
 */

/** `$!{NAME}`: the number if it is the current one, 0 if it is another, and the empty string for an unknown name. */
export function errnoHashFetch(name: string, errno: number): number | '' {
  const number = errnoNumber(name);
  if (number === undefined) return '';
  return number === errno ? number : 0;
}

/** `exists $!{NAME}`. */
export function errnoHashExists(name: string): boolean {
  return errnoNumber(name) !== undefined;
}

/** `keys %!`, and what the module Errno can export. */
export const errnoHashKeys: readonly string[] = Object.keys(errnoNumbers);

/** The export tag `:POSIX` of the module Errno. */
export const errnoPosixNames: readonly string[] = `
  E2BIG EACCES EADDRINUSE EADDRNOTAVAIL EAFNOSUPPORT EAGAIN EALREADY EBADF EBUSY ECHILD ECONNABORTED ECONNREFUSED
  ECONNRESET EDEADLK EDESTADDRREQ EDOM EDQUOT EEXIST EFAULT EFBIG EHOSTDOWN EHOSTUNREACH EINPROGRESS EINTR EINVAL EIO
  EISCONN EISDIR ELOOP EMFILE EMLINK EMSGSIZE ENAMETOOLONG ENETDOWN ENETRESET ENETUNREACH ENFILE ENOBUFS ENODEV ENOENT
  ENOEXEC ENOLCK ENOMEM ENOPROTOOPT ENOSPC ENOSYS ENOTBLK ENOTCONN ENOTDIR ENOTEMPTY ENOTSOCK ENOTTY ENXIO EOPNOTSUPP
  EPERM EPFNOSUPPORT EPIPE EPROTONOSUPPORT EPROTOTYPE ERANGE EREMOTE ERESTART EROFS ESHUTDOWN ESOCKTNOSUPPORT ESPIPE
  ESRCH ESTALE ETIMEDOUT ETOOMANYREFS ETXTBSY EUSERS EWOULDBLOCK EXDEV`
  .trim()
  .split(/\s+/);
