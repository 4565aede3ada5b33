/** join and reverse (perlfunc, "Functions for list data"); sort, map and grep are the compiler's. */
import type { Op } from '../../runtime/active.js';
import { characters, isAstral, isWide } from '../../runtime/astral.js';
import { writtenBytes } from '../../runtime/byte-work.js';
import { str } from '../../runtime/convert.js';
import { LIST, type PerlValue, type Want } from '../../runtime/value.js';
import { interp } from '../core/interp.js';
import type { CoreFunctionTable } from './core-function.js';

export function join(op: Op, separator: PerlValue, list: PerlValue[]): string {
  if (list.length === 0) {
    if (separator === undefined) str(separator, op, 0);
    return '';
  }
  const between = list.length > 1 || separator !== undefined ? str(separator, op, 0) : '';
  let text = str(list[0], op, 1);
  for (let i = 1; i < list.length; i++) text += between + str(list[i], op, i + 1);
  return text;
}

/** In scalar context: the operands ($_ if there are none) as one string, its characters reversed. */
export function reverse(op: Op, want: Want, list: PerlValue[]): PerlValue | PerlValue[] {
  if (want === LIST) return list.reverse();
  const text = list.length === 0 ? str(interp().scalar('main::_').v, op) : list.map((v, i) => str(v, op, i)).join('');
  return isAstral(text) ? characters(text).reverse().join('') : reversed(text);
}

function reversed(text: string): string {
  if (text.length > SHORT && !isWide(text)) return reversedBytes(text);
  let out = '';
  for (let i = text.length - 1; i >= 0; i--) out += text[i];
  return out;
}

/** Shorter strings are put together from their characters. */
const SHORT = 8;

function reversedBytes(text: string): string {
  const bytes = writtenBytes(text);
  for (let i = 0, j = text.length - 1; i < j; i++, j--) {
    const byte = bytes[i] as number;
    bytes[i] = bytes[j] as number;
    bytes[j] = byte;
  }
  return bytes.latin1Slice(0, text.length);
}

export const listFunctions: CoreFunctionTable = {
  join: { operands: 'sl', returns: 's', fn: join },
  reverse: { operands: 'l', returns: 'w', fn: reverse },
};
