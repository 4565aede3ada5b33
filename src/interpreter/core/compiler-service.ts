/** What the interpreter's core asks of the compiler above it. */
import type { PerlValue, Want } from '../../runtime/value.js';

export interface CompilerService {
  /** eval STRING in an empty lexical scope of the given package, for native modules. */
  evalIn(source: string, pkg: string, want: Want): PerlValue | PerlValue[] | void;
  /** require Foo::Bar */
  requireModule(name: string): PerlValue;
  /** require "Foo/Bar.pm" */
  requireFile(path: string): PerlValue;
  /** do "file" */
  doFile(path: string, want: Want): PerlValue | PerlValue[] | void;
}
