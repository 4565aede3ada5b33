import { refType } from '../../../runtime/stringify-ref.js';
import { type PerlValue, referentOf } from '../../../runtime/value.js';

/** What ref() says of a value: the class, the kind of thing, or '' for no reference. */
export function refName(value: PerlValue): string {
  const referent = referentOf(value);
  if (referent === null) return '';
  return referent.blessed ? referent.blessed.name : refType(value) === 'REGEXP' ? 'Regexp' : refType(value);
}
