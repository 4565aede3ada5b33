/** Globs under `local *name`: what they held before. */
import type { PerlGlob } from '../../runtime/glob.js';
import { makeHandle } from '../io/handles.js';

/** What the globs held that are localised now. */
export const savedSlots = new WeakMap<PerlGlob, Pick<PerlGlob, 's' | 'a' | 'h' | 'c' | 'io' | 'format' | 'imported'>>();

/** `local *F = *F`: the glob as it was, handle included (which is made now if there was none). */
export function unlocalised(glob: PerlGlob): void {
  const slots = savedSlots.get(glob);
  if (slots === undefined) return;
  slots.io ??= makeHandle(glob);
  Object.assign(glob, slots);
}
