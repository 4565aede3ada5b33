/** Handles tied with tie *FH (perltie, "Tying FileHandles"): every operation is a method call. */
import { SCALAR, VOID } from '../../runtime/value.js';
import type { Stash } from '../../runtime/stash.js';
import type { PerlValue, Want } from '../../runtime/value.js';
import type { PerlGlob } from '../../runtime/glob.js';
import type { Interp } from '../core/interp.js';
import type { FileHandle } from './file-handle.js';
import { handleIn, makeHandle } from './handles.js';
import { perl } from './perl.js';

/** Call a method of the tie's object. */
export function tiedCall(handle: FileHandle, method: string, args: PerlValue[], want: Want = SCALAR): PerlValue {
  return perl().callMethod(handle.tied, method, args, want) as PerlValue;
}

/** The answer in the context it was asked in. */
export function tiedList(handle: FileHandle, method: string, args: PerlValue[], want: Want): PerlValue | PerlValue[] {
  return (
    (perl().callMethod(handle.tied, method, args, want) as PerlValue | PerlValue[]) ?? (want === 2 ? [] : undefined)
  );
}

/** Let tie and untie reach the handles of globs. */
export function installHandleTies(interp: Interp): void {
  interp.tieHandle = (glob, object) => {
    makeHandle(glob).tied = object;
  };
  interp.untieHandle = untieHandle;
}

function untieHandle(glob: PerlGlob): void {
  const handle = handleIn(glob);
  if (handle === null || handle.tied === undefined) return;
  const object = handle.tied as { blessed?: Stash | null };
  if (object.blessed && perl().findMethod(object.blessed, 'UNTIE') !== null) tiedCall(handle, 'UNTIE', [], VOID);
  handle.tied = undefined;
}
