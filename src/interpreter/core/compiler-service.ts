/** What the interpreter's core asks of the compiler above it. */
import type { PerlArray } from '../../runtime/array.js';
import type { PerlValue, Want } from '../../runtime/value.js';

export interface CompilerService {
  /** eval STRING in the scope described by the compiled eval site. */
  evalString(
    source: string,
    site: number,
    args: PerlArray,
    want: Want,
    run: (js: string) => unknown,
  ): PerlValue | PerlValue[] | void;
  /** eval STRING in an empty lexical scope of the given package, for native modules. */
  evalIn(source: string, pkg: string, want: Want): PerlValue | PerlValue[] | void;
  /** require Foo::Bar */
  requireModule(name: string): PerlValue;
  /** require "Foo/Bar.pm" */
  requireFile(path: string): PerlValue;
  /** do "file" */
  doFile(path: string, want: Want): PerlValue | PerlValue[] | void;
}
