/** System V IPC without a kernel (docs/embedding.md). */
export { type Limits, linuxLimits } from './limits.js';
export { MemoryKernel, type MemoryKernelOptions, type SleepingCall } from './memory-kernel.js';
export type { ProcessOptions } from './process.js';
export { MemorySystem, type SystemOptions } from './system.js';
