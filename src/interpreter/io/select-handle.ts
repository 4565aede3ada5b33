/** select with one operand or none: the handle print uses (perlfunc select). */
import type { Op } from '../../runtime/active.js';
import type { PerlGlob } from '../../runtime/glob.js';
import type { PerlValue } from '../../runtime/value.js';
import { requiredGlob } from './handles.js';
import { perl } from './perl.js';

export function selectHandle(_op: Op, ...handle: PerlValue[]): PerlValue {
  const before = perl().selected;
  if (handle.length > 0) selectGlob(requiredGlob(handle[0]));
  return before === null ? undefined : asValue(before);
}

function selectGlob(glob: PerlGlob): void {
  const { lifetimes, selected } = perl();
  lifetimes?.hold(glob);
  perl().selected = glob;
  if (selected !== null) lifetimes?.drop(selected);
}

/** A glob of a symbol table goes by its name, any other as a reference. */
function asValue(glob: PerlGlob): PerlValue {
  return glob.stash.globs.get(glob.name) === glob ? glob.fullName : glob;
}
