/** Reading and writing through Perl's own functions, whatever kind of handle it is (files, memory, ties). */
import { PerlArray } from '../../../runtime/array.js';
import type { PerlCode } from '../../../runtime/code.js';
import { str } from '../../../runtime/convert.js';
import { SCALAR, type PerlValue } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';

const compiled = new WeakMap<Interp, Map<string, PerlCode>>();

/** Calls a small piece of Perl, compiled once an interpreter. */
export function callPerl(perl: Interp, source: string, args: PerlValue[]): PerlValue {
  let pieces = compiled.get(perl);
  if (pieces === undefined) {
    pieces = new Map();
    compiled.set(perl, pieces);
  }
  let code = pieces.get(source);
  if (code === undefined) {
    code = perl.compiler.evalIn(`no warnings; sub { ${source} }`, 'main', SCALAR) as PerlCode;
    pieces.set(source, code);
  }
  const { cop } = perl;
  const result = code.fn?.(new PerlArray(args), SCALAR) as PerlValue;
  perl.cop = cop;
  return result;
}

/** The rest of a handle (or of a file given by name) as bytes. */
export function readAll(perl: Interp, handle: PerlValue): string {
  return str(callPerl(perl, 'my $h = $_[0]; local $/; my $t = <$h>; defined $t ? $t : ""', [handle]), 'read');
}

/** Everything in a file, or undef and $!. */
export function readFile(perl: Interp, name: PerlValue): PerlValue {
  const source = 'open(my $h, "<:raw", $_[0]) or return; local $/; my $t = <$h>; close $h; defined $t ? $t : ""';
  return callPerl(perl, source, [name]);
}

/** Replaces a file's contents; false and $! if that fails. */
export function writeFile(perl: Interp, name: PerlValue, bytes: string): PerlValue {
  return callPerl(perl, 'open(my $h, ">:raw", $_[0]) or return; print $h $_[1] or return; close $h', [name, bytes]);
}
