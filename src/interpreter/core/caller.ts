/** caller() (perlfunc): frames as the program sees them. */
import type { PerlArray } from '../../runtime/array.js';
import type { PerlCode } from '../../runtime/code.js';
import type { Want } from '../../runtime/value.js';
import type { CopInfo } from './cops.js';
import type { FrameKind } from './frames.js';
import type { Interp } from './interp.js';

export interface FrameInfo {
  readonly pkg: string;
  readonly file: string;
  readonly line: number;
  /** "main::foo", "(eval)", "main::__ANON__" */
  readonly sub: string;
  readonly kind: FrameKind;
  readonly code: PerlCode | null;
  readonly args: PerlArray | null;
  readonly want: Want;
  readonly evalText: string | null;
  readonly cop: CopInfo;
}

export function callerInfo(perl: Interp, level: number): FrameInfo | null {
  const frames = perl.frames;
  const i = frames.depth - 1 - level;
  if (level < 0 || i < 0) return null;
  const cop = perl.cops[frames.cops[i] as number] as CopInfo;
  const code = frames.codes[i] ?? null;
  const kind = frames.kinds[i] as FrameKind;
  const sub = kind !== 'sub' || code === null ? '(eval)' : `${code.stash.name}::${code.name}`;
  return {
    pkg: cop.pkg,
    file: cop.file,
    line: cop.line,
    sub,
    kind,
    code,
    args: frames.args[i] ?? null,
    want: ((frames.wants[i] as number) & 3) as Want,
    evalText: frames.texts[i] ?? null,
    cop,
  };
}
