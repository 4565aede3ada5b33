/** Generated source becomes a JavaScript function bound to an interpreter. */
import type { PerlGlob } from '../../runtime/glob.js';
import type { CopInfo, OpInfo } from '../core/cops.js';
import type { Interp } from '../core/interp.js';
import { type EvalSite, evalSites, type SavedSite } from './eval-site-table.js';
import { opAtSites } from './note-sites.js';
import type { CompiledUnit, FileStatics } from './unit.js';

/** Set PERL_SYSV_DUMP=1 to see what is generated. */
const dump = process.env['PERL_SYSV_DUMP'] === '1';

export type LinkedFunction = (...args: never[]) => unknown;

/** What `link` needs of a unit besides its code. */
export interface UnitTables {
  readonly cops: readonly CopInfo[];
  readonly ops: readonly OpInfo[];
  readonly globs: readonly PerlGlob[];
  readonly noteSites: number;
  readonly evalSites: readonly (EvalSite | SavedSite)[];
}

export type Make = (...args: unknown[]) => LinkedFunction;

/** Names of the parameters of a unit's code. */
export const UNIT_PARAMETERS = 'I,L,S,B,O,G,N,E';

/** Bind the code of a unit: its tables are appended to the interpreter's, and the code is told where they begin. */
export function bindUnit(perl: Interp, make: Make, unit: UnitTables, statics: FileStatics): LinkedFunction {
  const cops = perl.cops.length;
  const ops = perl.ops.length;
  const notes = perl.noteSites;
  const evals = evalSites.length;
  for (const cop of unit.cops) perl.cops.push(cop);
  for (const op of unit.ops) perl.ops.push(unit.noteSites === 0 ? op : opAtSites(op, notes));
  perl.noteSites += unit.noteSites;
  for (const site of unit.evalSites) evalSites.push(site);
  return make(perl, perl.library, statics.containers, cops, ops, unit.globs, notes, evals);
}

/** A unit of a file: it sees nothing but its parameters. */
export function link(perl: Interp, unit: CompiledUnit, statics: FileStatics): LinkedFunction {
  if (dump) process.stderr.write(`${unit.source}\n----\n`);
  return bindUnit(perl, new Function(UNIT_PARAMETERS, unit.source) as Make, unit, statics);
}

/** The text of a string eval: evaluated where the JavaScript variables of its surroundings are visible. */
export function linkInPlace(
  perl: Interp,
  unit: CompiledUnit,
  statics: FileStatics,
  run: (js: string) => unknown,
): LinkedFunction {
  if (dump) process.stderr.write(`${unit.source}\n----\n`);
  return bindUnit(perl, run(`(function(${UNIT_PARAMETERS}){${unit.source}})`) as Make, unit, statics);
}
