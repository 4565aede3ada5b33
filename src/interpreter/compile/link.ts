/** Generated source becomes a JavaScript function bound to an interpreter. */
import type { Interp } from '../core/interp.js';
import type { CompiledUnit, FileStatics } from './unit.js';

/** Set PERL_SYSV_DUMP=1 to see what is generated. */
const dump = process.env['PERL_SYSV_DUMP'] === '1';

export type LinkedFunction = (...args: never[]) => unknown;

function tables(perl: Interp, unit: CompiledUnit): [number, number] {
  const cops = perl.cops.length;
  const ops = perl.ops.length;
  for (const cop of unit.cops) perl.cops.push(cop);
  for (const op of unit.ops) perl.ops.push(op);
  return [cops, ops];
}

/** A unit of a file: it sees nothing but its parameters. */
export function link(perl: Interp, unit: CompiledUnit, statics: FileStatics): LinkedFunction {
  if (dump) process.stderr.write(`${unit.source}\n----\n`);
  const [cops, ops] = tables(perl, unit);
  const make = new Function('I', 'L', 'S', 'B', 'O', 'G', unit.source) as (...args: unknown[]) => LinkedFunction;
  return make(perl, perl.library, statics.containers, cops, ops, unit.globs);
}

/** The text of a string eval: evaluated where the JavaScript variables of its surroundings are visible. */
export function linkInPlace(perl: Interp, unit: CompiledUnit, statics: FileStatics, run: (js: string) => unknown): LinkedFunction {
  if (dump) process.stderr.write(`${unit.source}\n----\n`);
  const [cops, ops] = tables(perl, unit);
  const make = run(`(function(I,L,S,B,O,G){${unit.source}})`) as (...args: unknown[]) => LinkedFunction;
  return make(perl, perl.library, statics.containers, cops, ops, unit.globs);
}
