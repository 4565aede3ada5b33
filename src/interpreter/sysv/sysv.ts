/** System V IPC of one interpreter: its host, its attachments, and how failed get calls answer. */
import type { Environment } from '../../builtins/environment.js';
import { bindBuiltins, createEnvironment, type SysV, type SysVOptions } from '../../builtins/sysv.js';
import { createModuleEnvironment } from '../../ipc-sysv/module-environment.js';
import { type NativeSub, nativeSubs } from '../../ipc-sysv/subs.js';
import { LinuxKernel } from '../../libc/linux-kernel.js';
import type { Slot } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';
import { PerlHost } from './perl-host.js';
import { type PlainCalls, plainCalls } from './plain-calls.js';
import { setPackMemory } from '../functions/pack-pointer.js';
import { attachedSegments } from './memory.js';

export interface PerlSysV {
  readonly host: PerlHost;
  readonly builtins: SysV<Slot>;
  readonly plain: PlainCalls;
  /** Made when IPC::SysV is loaded. */
  subs(): NativeSub<Slot>[];
}

const ofInterpreter = new WeakMap<Interp, PerlSysV>();
let realKernel: LinuxKernel | undefined;

let last: { readonly perl: Interp; readonly sysv: PerlSysV } | undefined;

/** The interpreter's System V IPC, made at the first use. */
export function sysvOf(perl: Interp): PerlSysV {
  if (last?.perl !== perl) {
    const { failedGet, segments } = perl;
    last = { perl, sysv: ofInterpreter.get(perl) ?? setUpSysV(perl, { failedGet, segments }) };
  }
  return last.sysv;
}

/** Chooses the options (`failedGet`) before the program runs. */
export function setUpSysV(perl: Interp, options: SysVOptions): PerlSysV {
  const kernel = options.kernel ?? (realKernel ??= new LinuxKernel());
  const host = new PerlHost(perl);
  const env: Environment<Slot> = createEnvironment<Slot>(host, kernel, options);
  const subs = (): NativeSub<Slot>[] => {
    const module = createModuleEnvironment(env, host);
    setPackMemory(perl, attachedSegments(module));
    return nativeSubs(module);
  };
  const made = { host, builtins: bindBuiltins(env), plain: plainCalls(env), subs };
  ofInterpreter.set(perl, made);
  last = undefined;
  return made;
}
