/** What a handle knows of the page that `write` fills (perlvar, "Variables related to formats"). */
import type { PerlGlob } from '../../runtime/glob.js';

/** A format under the name it was chosen by. */
export interface ChosenFormat {
  readonly name: string;
  readonly glob: PerlGlob;
}

export class Page {
  /** $~; null: the format named like the handle */
  format: ChosenFormat | null = null;
  /** $^; null: not looked for yet */
  top: ChosenFormat | null = null;
  /** $^ as long as there is no such format */
  topName: string | null = null;
  /** $= */
  length = 60;
  /** $- */
  linesLeft = 0;
  /** $% */
  number = 0;
}
