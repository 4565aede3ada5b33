/** The native half of IPC::SysV: what XSLoader::load does for it. The Perl half lies in src/ipc-sysv/perl. */
import { FIRST_ARGUMENT, type NativeValue } from '../../ipc-sysv/subs.js';
import type { PerlArray } from '../../runtime/array.js';
import type { PerlValue } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';
import { sysvOf } from './sysv.js';

export function loadIpcSysV(perl: Interp): void {
  const sysv = sysvOf(perl);
  for (const { name, prototype, call } of sysv.subs()) {
    const native = (args: PerlArray): PerlValue[] => {
      const outer = sysv.host.enterSub();
      try {
        return answers(call(args.aliases()), args);
      } finally {
        sysv.host.leave(outer);
      }
    };
    perl.define(name, native, prototype);
  }
}

/** As a list, so that a single undef stays one element. */
function answers(given: NativeValue | readonly NativeValue[], args: PerlArray): PerlValue[] {
  if (typeof given === 'number') return [given];
  const values = Array.isArray(given) ? (given as readonly NativeValue[]) : [given as NativeValue];
  return values.map((value) => {
    if (value === FIRST_ARGUMENT) return args.get(0);
    return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;
  });
}
