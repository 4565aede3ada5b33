/** Real perl in WebAssembly with System V IPC (docs/embedding.md, "zeroperl"). */
export { type Guard, type GuardedKernel, guardKernel } from '../guarded-kernel.js';
export type { BridgeOptions } from './bridge.js';
export {
  createZeroPerl,
  type GuestFileSystem,
  type ZeroPerlInstance,
  type ZeroPerlModule,
  type ZeroPerlSysVOptions,
  type ZeroPerlWithSysV,
} from './create-zeroperl.js';
export { type RunOptions, runZeroPerl } from './run-zeroperl.js';
