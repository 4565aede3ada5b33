/** Calls out of a native sub that must look as if that sub were written in Perl: Carp counts its frame. */
import type { PerlCode } from '../../../runtime/code.js';
import { LIST } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { noHints } from '../../core/hints.js';

const statements = new Map<string, number>();

/** The index of a statement that stands for all code of a native package. */
function statementIn(perl: Interp, pkg: string): number {
  const known = statements.get(pkg);
  if (known !== undefined && perl.cops[known]?.pkg === pkg) return known;
  const file = `${pkg.replace(/::/g, '/')}.pm`;
  const index = perl.cops.push({ file, line: 1, pkg, hints: noHints }) - 1;
  statements.set(pkg, index);
  return index;
}

/** Runs `body` inside a frame of `code`, as if at a statement of package `pkg`. */
export function callAs<Result>(perl: Interp, pkg: string, code: PerlCode, body: () => Result): Result {
  const { cop, frames } = perl;
  const depth = frames.push('sub', cop, code, null, LIST, null);
  perl.cop = statementIn(perl, pkg);
  try {
    return body();
  } finally {
    frames.depth = depth;
    perl.cop = cop;
  }
}
