/** The short way through unpack: numbers and byte strings, in list context, out of a string of bytes. */
import type { PerlValue } from '../../runtime/value.js';
import type { TemplateItem } from './pack-template.js';

/** The values, or null if it takes the long way. */
export function unpackPlain(items: readonly TemplateItem[], text: string): PerlValue[] | null {
  const out: PerlValue[] = [];
  let at = 0;
  for (let i = 0; i < items.length; i++) {
    const { code, number, count, length } = items[i] as TemplateItem;
    const size = number === null ? 1 : number.size;
    const there = number === null ? text.length - at : Math.floor((text.length - at) / size);
    if (code === 'x' && length > there) return null;
    const n = count === 'star' || length > there ? there : length;
    const end = at + n * size;
    if (number !== null) for (; at < end; at += size) out.push(number.read(text, at));
    else if (code === 'C') for (; at < end; at++) out.push(text.charCodeAt(at));
    else if (code !== 'x') {
      const nul = code === 'Z' ? text.indexOf('\0', at) : -1;
      if (nul >= 0 && nul < end) {
        out.push(text.slice(at, nul));
        at = count === 'star' ? nul + 1 : end;
        continue;
      }
      out.push(code === 'A' ? withoutTrailingBlanks(text.slice(at, end)) : text.slice(at, end));
    }
    at = end;
  }
  return out;
}

/** NULs and ASCII white space, as the type A strips them. */
export function withoutTrailingBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
}

function isBlank(code: number): boolean {
  return code === 0 || code === 32 || (code >= 9 && code <= 13);
}
