/** Warnings about handles (perldiag, categories closed, unopened and io). */
import type { PerlGlob } from '../../runtime/glob.js';
import { EBADF } from '../../abi/linux-errno.js';
import { handleIn } from './handles.js';
import { perl } from './perl.js';

function named(glob: PerlGlob | null): string {
  return glob === null || glob.name === '__ANONIO__' ? '' : ` ${glob.name}`;
}

/** Functions whose handle is called a socket. */
const sockets = new Set(
  'bind connect listen accept shutdown send recv setsockopt getsockopt getsockname getpeername'.split(' '),
);

/** `readline() on closed filehandle FH`; sets $! to EBADF. */
export function reportClosed(glob: PerlGlob | null, op: string): undefined {
  const known = handleIn(glob)?.known === true;
  const state = known ? 'closed' : 'unopened';
  const thing = sockets.has(op) || handleIn(glob)?.socket === true ? 'socket' : 'filehandle';
  const call = op.startsWith('-') ? op : `${op}()`;
  perl().errno = EBADF;
  perl().warn(state, `${call} on ${state} ${thing}${named(glob)}`);
  return undefined;
}

/** `Filehandle STDIN opened only for input`; sets $! to EBADF. */
export function reportOneWay(glob: PerlGlob | null, direction: 'input' | 'output'): undefined {
  perl().errno = EBADF;
  perl().warn('io', `Filehandle${named(glob)} opened only for ${direction}`);
  return undefined;
}
