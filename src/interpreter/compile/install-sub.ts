/** Subs by name come into being (perlsub): declared, then defined. */
import { PerlCode, type SubFunction } from '../../runtime/code.js';
import type { PerlGlob } from '../../runtime/glob.js';
import type { CopInfo } from '../core/cops.js';
import type { Interp } from '../core/interp.js';
import { warnAboutPrototype, warnAboutRedefinition } from '../core/redefinition.js';

/** What a definition says of a sub besides its code. */
export interface SubTraits {
  readonly prototype: string | null;
  readonly lvalue: boolean;
  /** the value of `sub NAME () { VALUE }` (perlsub, "Constant Functions") */
  readonly constant: string | number | null;
  /** where the body begins and ends */
  readonly line: number;
  readonly endLine: number;
  /** it is a format (perlform) */
  readonly format: boolean;
}

export function declarePackage(perl: Interp, name: string): void {
  perl.stash(name);
  perl.packages.declared.add(name);
}

/** `sub NAME;` and the beginning of every definition. */
export function declareSub(perl: Interp, fullName: string, prototype: string | null, lvalue = false): void {
  const glob = perl.glob(fullName);
  if (glob.c === null) {
    glob.c = new PerlCode(perl.stash(glob.stash.name), glob.name, null);
    perl.packages.generation++;
  }
  glob.c.declared = true;
  if (glob.c.fn !== null) return;
  glob.c.prototype = prototype;
  if (lvalue) glob.c.lvalue = true;
  perl.lvalueSubs ||= lvalue;
}

/** Define a named sub, warning if there was one (perldiag "Subroutine %s redefined"). */
export function installSub(perl: Interp, fullName: string, fn: SubFunction, sub: SubTraits, cop: CopInfo): void {
  if (sub.format) return installFormat(perl, fullName, fn, sub, cop);
  const glob = perl.glob(fullName);
  const old = glob.c;
  if (old !== null && (old.fn !== null || old.prototype !== null)) warnRedefined(perl, old, glob, sub, cop);
  const code = old !== null && old.fn === null ? old : new PerlCode(glob.stash, glob.name, fn);
  code.fn = fn;
  code.declared = true;
  code.native = false;
  if (sub.prototype !== null || code !== old) code.prototype = sub.prototype;
  code.lvalue = sub.lvalue;
  if (sub.lvalue) perl.lvalueSubs = true;
  code.constant = sub.constant === null ? null : { value: sub.constant };
  code.file = cop.file;
  code.line = cop.line;
  glob.c = code;
  perl.packages.generation++;
}
function installFormat(perl: Interp, fullName: string, fn: SubFunction, sub: SubTraits, cop: CopInfo): void {
  const glob = perl.glob(fullName);
  if (glob.format !== null)
    atLine(perl, cop, sub.endLine, () => perl.warn('redefine', `Format ${glob.name} redefined`));
  glob.format = new PerlCode(glob.stash, glob.name, fn);
  glob.format.isFormat = true;
}

function warnRedefined(perl: Interp, old: PerlCode, glob: PerlGlob, sub: SubTraits, cop: CopInfo): void {
  const full = `${glob.stash.name}::${glob.name}`;
  atLine(perl, cop, sub.endLine, () => warnAboutPrototype(perl, old, sub, full));
  if (old.fn !== null) atLine(perl, cop, sub.line, () => warnAboutRedefinition(perl, old, sub, glob.name));
}
function atLine(perl: Interp, cop: CopInfo, line: number, warn: () => void): void {
  const saved = perl.cop;
  perl.cop = perl.cops.push({ ...cop, line }) - 1;
  try {
    warn();
  } finally {
    perl.cop = saved;
  }
}
