/** chomp and chop (perlfunc). */
import { active, type Op } from '../../runtime/active.js';
import { astral } from '../../runtime/astral.js';
import { str } from '../../runtime/convert.js';
import { Scalar } from '../../runtime/scalar.js';
import { referentOf, type PerlValue, type Slot } from '../../runtime/value.js';
import { interp } from '../core/interp.js';

function writable(target: Scalar): void {
  if (target.readonly) active().die('Modification of a read-only value attempted');
}

/** How many characters at the end of the text are the record separator $/. */
function endingLength(text: string, separator: PerlValue): number {
  if (separator === undefined || referentOf(separator) !== null) return 0;
  const ending = str(separator, 'chomp');
  if (ending !== '') return text.endsWith(ending) ? ending.length : 0;
  let n = 0;
  while (text.charCodeAt(text.length - 1 - n) === 10) n++;
  return n;
}

/** chomp LIST: the number of characters removed. */
export function chomp(op: Op, targets: Slot[]): number {
  const separator = interp().scalar('main::/').v;
  let removed = 0;
  for (const target of targets) {
    if (!(target instanceof Scalar)) continue;
    writable(target);
    const text = str(target.v, op);
    const n = endingLength(text, separator);
    if (n === 0) continue;
    target.v = text.slice(0, text.length - n);
    removed += n;
  }
  return removed;
}

/** chop LIST: the last character removed. */
export function chop(op: Op, targets: Slot[]): string {
  let last = '';
  for (const target of targets) {
    if (!(target instanceof Scalar)) continue;
    writable(target);
    const value = target.v;
    const text = str(value, op);
    const pair = astral.seen && text.length > 1 && text.codePointAt(text.length - 2)! > 0xffff;
    const size = pair ? 2 : 1;
    last = text.slice(-size);
    if (value !== undefined) target.v = text.slice(0, -size);
  }
  return last;
}
