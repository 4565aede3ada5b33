/** A Perl subroutine. */
import type { PerlArray } from './array.js';
import type { PerlGlob } from './glob.js';
import type { PerlHash } from './hash.js';
import type { Scalar } from './scalar.js';
import type { Stash } from './stash.js';
import type { PerlValue, Referent, Want } from './value.js';

/**
 * The body of a sub. `args` is @_ (elements that are Scalars alias the caller's variables). The result is a PerlValue
 * in scalar context, a fresh array of PerlValues in list context, anything in void context.
 */
export type SubFunction = (args: PerlArray, want: Want) => PerlValue | PerlValue[] | void;

export class PerlCode implements Referent {
  /** null: declared, not defined */
  fn: SubFunction | null;
  /** name without package ('__ANON__' for anonymous subs) and the package it was compiled in */
  name: string;
  stash: Stash;
  prototype: string | null = null;
  blessed: Stash | null = null;
  declare rc?: number | undefined;
  declare queued?: number;
  declare watched?: boolean;
  /** the value of a constant sub (inlined by the compiler) */
  constant: { value: PerlValue } | { list: PerlValue[] } | null = null;
  /** the lexical whose value is all that the sub answers, `sub { $value }`, as long as this is its body */
  declare answer?: { readonly of: SubFunction | null; readonly value: Scalar };
  lvalue = false;
  /** the attribute of that name */
  declare method?: boolean;
  /** what the FORMAT slot of a glob holds */
  isFormat = false;
  /** written in JavaScript: has no Perl-visible frame of its own in caller() */
  native = false;
  /** `sub foo;` or an import promised it: method search finds it, a call autoloads */
  declared = false;
  /** the containers a closure has captured, if references are counted */
  declare captured?: readonly (Scalar | PerlArray | PerlHash | PerlCode | PerlGlob)[];
  /** where it was defined */
  file = '';
  line = 0;
  constructor(stash: Stash, name: string, fn: SubFunction | null) {
    this.stash = stash;
    this.name = name;
    this.fn = fn;
  }
}

/** For an imported stub: what its own package has defined by that name meanwhile (AUTOLOAD does so). */
export function definedAtHome(stub: PerlCode): PerlCode | undefined {
  const home = stub.stash.globs.get(stub.name)?.c;
  return home && home !== stub && home.fn !== null ? home : undefined;
}
