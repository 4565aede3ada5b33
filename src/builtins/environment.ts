import type { Kernel } from '../libc/kernel.js';
import type { SegmentIo } from '../libc/segment-io.js';
import type { Host } from '../runtime/host.js';
import type { IdResult } from './results.js';
import type { Scratch } from './scratch.js';

/** What every builtin works with: the Perl above it and the kernel below. */
export interface Environment<S> {
  readonly host: Host<S>;
  readonly kernel: Kernel;
  readonly segments: SegmentIo;
  readonly scratch: Scratch;
  /** What a failed get call answers: undef, or FALSE_MINUS_ONE. */
  readonly failedGet: IdResult;
}
