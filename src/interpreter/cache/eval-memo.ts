/**
 * Texts that eval STRING has compiled before at the same place. Perl compiles each time anew, and so it must look: a text is
 * taken from here only if compiling it asked the interpreter, changed nothing, and would get the same answers now.
 */
import type { Interp } from '../core/interp.js';
import type { EvalSite } from '../compile/eval-site-table.js';
import { answersAsBefore, type Asked, type Trace } from '../compile/trace.js';
import type { CompiledUnit } from '../compile/unit.js';

interface Known {
  readonly unit: CompiledUnit;
  /** the name it was compiled under, as in `(eval 5)` */
  readonly file: string;
  readonly asked: readonly Asked[];
}

const LONGEST_TEXT = 2000;
const MOST_TEXTS = 100;
const known = new WeakMap<EvalSite, Map<string, Known>>();

/** The unit of an earlier compilation, under another name. */
export function recalledUnit(perl: Interp, site: EvalSite, text: string, file: string): CompiledUnit | null {
  const found = known.get(site)?.get(text);
  if (found === undefined) return null;
  const { unit } = found;
  const isSame =
    found.asked.every((step) => answersAsBefore(perl, step)) &&
    unit.globs.every((glob) => perl.packages.find(glob.fullName) === glob);
  if (!isSame) return null;
  return { ...unit, cops: unit.cops.map((cop) => (cop.file === found.file ? { ...cop, file } : cop)) };
}

/** Keep a unit; `statics`: how many static variables the file had before. One that has its own, or names itself, is not kept. */
export function keepUnit(
  site: EvalSite,
  text: string,
  file: string,
  unit: CompiledUnit,
  trace: Trace,
  statics: number,
): void {
  const asked = trace.onlyAsked;
  if (asked === null || text.length > LONGEST_TEXT || unit.evalSites.length > 0) return;
  if (site.statics.containers.length > statics || unit.source.includes(file)) return;
  let texts = known.get(site);
  if (texts === undefined) known.set(site, (texts = new Map()));
  if (texts.size >= MOST_TEXTS) texts.clear();
  texts.set(text, { unit, file, asked });
}
