/** Typeglobs (perldata, "Typeglobs and Filehandles"): one entry of a symbol table. */
import { PerlArray } from './array.js';
import type { PerlCode } from './code.js';
import { PerlHash } from './hash.js';
import './long-queue.js';
import { Scalar } from './scalar.js';
import type { Stash } from './stash.js';
import type { Referent } from './value.js';

/** What the IO slot holds: a file or directory handle (the interpreter defines it). */
export interface IoSlot {
  readonly io: true;
}

export class PerlGlob implements Referent {
  stash: Stash;
  name: string;
  /** scalar, array, hash, code and IO slots; `local` and glob assignment replace them */
  s: Scalar;
  a: PerlArray | null = null;
  h: PerlHash | null = null;
  c: PerlCode | null = null;
  io: IoSlot | null = null;
  /** the FORMAT slot */
  format: PerlCode | null = null;
  /** what stands for a handle alone: *FH{IO} */
  bareHandle = false;
  blessed: Stash | null = null;
  declare rc?: number | undefined;
  declare queued?: number;
  declare watched?: boolean;
  /** sigils of the slots that were imported from another package: strict vars accepts them */
  imported = '';
  constructor(stash: Stash, name: string) {
    this.stash = stash;
    this.name = name;
    this.s = new Scalar(undefined);
  }
  /** The array slot, made when first needed. */
  get av(): PerlArray {
    return (this.a ??= new PerlArray());
  }
  get hv(): PerlHash {
    return (this.h ??= new PerlHash());
  }
  /** while `local *name` is in force: the values taken of it, which keep what is in it then */
  taken: GlobValue[] | null = null;
  /** main::x */
  get fullName(): string {
    return `${this.stash.name}::${this.name}`;
  }
}

/** A glob as a value: *STDOUT, as opposed to \*STDOUT (which is the PerlGlob itself). */
export class GlobValue {
  globValue: PerlGlob;
  constructor(glob: PerlGlob) {
    this.globValue = glob;
  }
}
