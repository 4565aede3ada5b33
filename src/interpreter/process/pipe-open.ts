/** open with a pipe: `-|` and `|-`. */
import type { PerlGlob } from '../../runtime/glob.js';
import type { PerlValue } from '../../runtime/value.js';
import type { Layers } from '../io/layers.js';
import type { OpenMode } from '../io/open-mode.js';
import type { Stream } from '../io/stream.js';

export function openCommand(
  _glob: PerlGlob,
  _kept: Stream | null,
  _mode: OpenMode,
  _operands: PerlValue[],
  _layers: Layers,
): PerlValue {
  throw new Error('not yet');
}
