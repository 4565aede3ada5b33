/** formline (perlfunc): a picture filled from a list, appended to $^A. */
import type { Op } from '../../runtime/active.js';
import { str } from '../../runtime/convert.js';
import type { PerlValue, Slot } from '../../runtime/value.js';
import { interp } from '../core/interp.js';
import type { Accumulator } from './accumulator.js';
import { fillPicture } from './fill.js';

/** `values` is asked again for each repetition of a line with `~~`. */
export function formline(op: Op, picture: PerlValue, values: () => readonly Slot[]): PerlValue {
  const accumulator = interp().scalar('main::^A') as Accumulator;
  fillPicture(str(picture, op), values, op, (text) => accumulator.append(text));
  return 1;
}
