/** A package's symbol table, and method resolution over @ISA (perlobj). */
import type { PerlCode } from './code.js';
import { PerlGlob } from './glob.js';
import type { PerlValue } from './value.js';

export class Stash {
  readonly name: string;
  readonly globs = new Map<string, PerlGlob>();
  /** method cache, valid for one generation of the world */
  readonly methods = new Map<string, PerlCode | null>();
  /** the same for methods of the parents (SUPER::) */
  readonly inherited = new Map<string, PerlCode | null>();
  generation = -1;
  /** overload table: null unknown, false none; see interpreter/operators/overload */
  overloads: Map<string, PerlCode> | false | null = null;
  overloadGeneration = -1;
  overloadFallback: PerlValue = undefined;
  /** has (or inherits) a DESTROY method; see interpreter/lifetime */
  destroy: PerlCode | null | undefined = undefined;
  destroyGeneration = -1;
  constructor(name: string) {
    this.name = name;
  }
  /** The glob, made when first needed. */
  glob(name: string): PerlGlob {
    let g = this.globs.get(name);
    if (g === undefined) {
      g = new PerlGlob(this, name);
      this.globs.set(name, g);
    }
    return g;
  }
}
