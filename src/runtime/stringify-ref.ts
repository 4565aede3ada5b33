/** What a reference prints as: HASH(0x...), Foo=ARRAY(0x...) (perlref). */
import { PerlArray } from './array.js';
import { PerlCode } from './code.js';
import { GlobValue, PerlGlob } from './glob.js';
import { PerlHash } from './hash.js';
import type { Scalar } from './scalar.js';
import { ScalarRef, addressOf, type PerlValue, type Referent, referentOf } from './value.js';

/** The text of a qr// object, or undefined for anything else; the regexp engine registers it. */
type RegExpText = (referent: object) => string | undefined;
let regExpText: RegExpText = () => undefined;

export function setRegExpText(fn: RegExpText): void {
  regExpText = fn;
}

/** A reference as text, without overloading. */
export function stringifyRef(v: PerlValue): string {
  const referent = referentOf(v);
  if (referent === null) return '';
  return regExpText(referent) ?? identityText(v, referent);
}

/** The same for patterns too (perldoc overload, "StrVal"): of what class and kind it is, and where. */
export function identityText(v: PerlValue, referent: Referent & object): string {
  const plain = `${refType(v)}(0x${addressOf(referent).toString(16)})`;
  const cls = referent.blessed?.name ?? (regExpText(referent) === undefined ? null : 'Regexp');
  return cls === null ? plain : `${cls}=${plain}`;
}

/** Scalar::Util reftype: what kind of thing the reference points to. */
export function refType(v: PerlValue): string {
  if (v instanceof ScalarRef) return regExpText(v.target) === undefined ? scalarType(v.target) : 'REGEXP';
  if (v instanceof PerlArray) return 'ARRAY';
  if (v instanceof PerlHash) return 'HASH';
  if (v instanceof PerlCode) return v.isFormat ? 'FORMAT' : 'CODE';
  if (v instanceof PerlGlob) return v.bareHandle ? 'IO' : 'GLOB';
  return 'REGEXP';
}

/** Containers that are not plain scalars (substr, vec and pos lvalues) say so themselves. */
function scalarType(target: Scalar): string {
  if (regExpText(target) !== undefined) return 'REGEXP';
  if ((target as { lvalueKind?: string }).lvalueKind !== undefined) return 'LVALUE';
  const content = target.magical ? undefined : target.v;
  if (content instanceof GlobValue) return 'GLOB';
  return referentOf(content) === null ? 'SCALAR' : 'REF';
}
