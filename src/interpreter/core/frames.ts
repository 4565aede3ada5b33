/** Call frames for caller() (perlfunc). Parallel arrays: pushing a frame allocates nothing. */
import type { PerlArray } from '../../runtime/array.js';
import type { PerlCode } from '../../runtime/code.js';
import type { Want } from '../../runtime/value.js';

export type FrameKind = 'sub' | 'eval' | 'evalstr' | 'require';

export class Frames {
  depth = 0;
  /** `try` blocks that run: caller() doesn't show them */
  tries = 0;
  /** the caller's statement */
  readonly cops: number[] = [];
  readonly codes: (PerlCode | null)[] = [];
  readonly args: (PerlArray | null)[] = [];
  readonly wants: Want[] = [];
  readonly kinds: FrameKind[] = [];
  /** eval text or required file */
  readonly texts: (string | null)[] = [];

  push(
    kind: FrameKind,
    cop: number,
    code: PerlCode | null,
    args: PerlArray | null,
    want: Want,
    text: string | null,
  ): number {
    const d = this.depth;
    this.cops[d] = cop;
    this.codes[d] = code;
    this.args[d] = args;
    this.wants[d] = want;
    this.kinds[d] = kind;
    this.texts[d] = text;
    this.depth = d + 1;
    return d;
  }
}
