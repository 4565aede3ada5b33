/** Handles tied with tie *FH (perltie, "Tying FileHandles"): every operation is a method call. */
import { NO, SCALAR } from '../../runtime/value.js';
import type { PerlValue, Want } from '../../runtime/value.js';
import type { FileHandle } from './file-handle.js';
import { perl } from './perl.js';

/** Call a method of the tie's object. */
export function tiedCall(handle: FileHandle, method: string, args: PerlValue[], want: Want = SCALAR): PerlValue {
  return perl().callMethod(handle.tied, method, args, want) as PerlValue;
}

/** The answer in the context it was asked in. */
export function tiedList(handle: FileHandle, method: string, args: PerlValue[], want: Want): PerlValue | PerlValue[] {
  return (perl().callMethod(handle.tied, method, args, want) as PerlValue | PerlValue[]) ?? (want === 2 ? [] : undefined);
}

export const FAILED = NO;
