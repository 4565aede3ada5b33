/** Every constant of POSIX that this system has. */
import { currentAbi } from '../../../abi/current-abi.js';
import { errnoNumbers } from '../../../abi/errno-names.js';
import * as files from '../../../abi/linux-files.js';
import * as process from '../../../abi/linux-process.js';
import * as signals from '../../../abi/linux-signals.js';
import * as sockets from '../../../abi/linux-sockets.js';
import type { PerlValue } from '../../../runtime/value.js';
import { cLimits } from './c-limits.js';

export function posixConstants(): Readonly<Record<string, PerlValue>> {
  return { ...files, ...process, ...signals, ...sockets, ...errnoNumbers, ...currentAbi().constants, ...cLimits };
}
