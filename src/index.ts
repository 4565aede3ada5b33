import { eventLoopPatience, type Patience } from './builtins/patience.js';
import { bindPatient, type PatientSysV } from './builtins/patient.js';
import { createEnvironment, bindBuiltins, type SysV, type SysVOptions } from './builtins/sysv.js';
import { LinuxKernel } from './libc/linux-kernel.js';
import type { Host } from './runtime/host.js';

export { eventLoopPatience, type Patience } from './builtins/patience.js';
export type { PatientSysV } from './builtins/patient.js';
export { FALSE_MINUS_ONE, type Result, ZERO_BUT_TRUE } from './builtins/results.js';
export type { SysV, SysVOptions } from './builtins/sysv.js';
export { type BuiltinName, type BuiltinRow, builtinTable } from './builtins/table.js';
export type {
  CtlArgument,
  FileIdentity,
  Kernel,
  MemoryAccess,
  MessageCalls,
  SegmentCopy,
  SemaphoreCalls,
  SharedMemoryCalls,
} from './libc/kernel.js';
export { letGo } from './libc/keeping.js';
export type { SegmentIo, SegmentMode } from './libc/segment-io.js';
export { errnoFromInteger, errnoNumber, errnoText } from './runtime/errno.js';
export { errnoHashExists, errnoHashFetch, errnoHashKeys } from './runtime/errno-hash.js';
export type { Bytes, Host, HostMemory, Integer, Preparation } from './runtime/host.js';

/**
 * Perl's eleven System V IPC builtins over the scalars of any Perl runtime (docs/embedding.md). The real kernel is asked
 * unless the options name another.
 */
export function createSysV<S>(host: Host<S>, options: SysVOptions = {}): SysV<S> {
  return bindBuiltins(createEnvironment(host, options.kernel ?? new LinuxKernel(), options));
}

/** The builtins for a host that must not stop its event loop: the three that can sleep answer with a promise. */
export function createPatientSysV<S>(
  host: Host<S>,
  patience: Patience = eventLoopPatience(),
  options: SysVOptions = {},
): Omit<SysV<S>, keyof PatientSysV<S>> & PatientSysV<S> {
  const env = createEnvironment(host, options.kernel ?? new LinuxKernel(), options);
  return { ...bindBuiltins(env), ...bindPatient(env, patience) };
}
