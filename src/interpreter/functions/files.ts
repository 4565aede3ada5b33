/** Core functions on files and directories (perlfunc, "Functions for filehandles, files, or directories"). */
import { chdir, closedir, opendir, readdir, rewinddir, seekdir, telldir } from '../files/directories.js';
import {
  chmod,
  chown,
  chroot,
  link,
  mkdir,
  readlink,
  rename,
  rmdir,
  symlink,
  umask,
  unlink,
  utime,
} from '../files/file-operations.js';
import { lstatFunction, statFunction } from '../files/file-status.js';
import { globFunction } from '../files/glob-function.js';
import type { CoreFunctionTable } from './core-function.js';

export const fileFunctions: CoreFunctionTable = {
  stat: { operands: '?f', returns: 'w', fn: statFunction },
  lstat: { operands: '?f', returns: 'w', fn: lstatFunction },
  unlink: { operands: 'L', returns: 's', fn: unlink },
  chmod: { operands: 'l', returns: 's', fn: chmod },
  chown: { operands: 'l', returns: 's', fn: chown },
  utime: { operands: 'l', returns: 's', fn: utime },
  rename: { operands: 'ss', returns: 's', fn: rename },
  link: { operands: 'ss', returns: 's', fn: link },
  symlink: { operands: 'ss', returns: 's', fn: symlink },
  readlink: { operands: 'd', returns: 's', fn: readlink },
  mkdir: { operands: 'd?s', returns: 's', fn: mkdir },
  rmdir: { operands: 'd', returns: 's', fn: rmdir },
  chroot: { operands: 'd', returns: 's', fn: chroot },
  umask: { operands: '?s', returns: 's', fn: umask },
  chdir: { operands: '?f', returns: 's', fn: chdir },
  opendir: { operands: 'Fs', returns: 's', fn: opendir },
  readdir: { operands: 'f', returns: 'w', fn: readdir },
  telldir: { operands: 'f', returns: 's', fn: telldir },
  seekdir: { operands: 'fs', returns: 's', fn: seekdir },
  rewinddir: { operands: 'f', returns: 's', fn: rewinddir },
  closedir: { operands: 'f', returns: 's', fn: closedir },
  glob: { operands: 'd', returns: 'w', fn: globFunction },
};
