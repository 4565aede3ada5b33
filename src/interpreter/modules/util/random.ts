/** The generator behind rand and srand, for modules. */
import { rand } from '../../functions/numeric-random.js';

/** A number in [0, 1). */
export function random(): number {
  return rand('rand', 1) as number;
}
