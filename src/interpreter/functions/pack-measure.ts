/** The length of what a template packs: `x[template]`, and the sizes of the types. */
import { active } from '../../runtime/active.js';
import type { Caller, TemplateItem } from './pack-template.js';

/** Bytes of one item on a 64-bit Linux; types of varying length count their least. */
const SIZES: Readonly<Record<string, number>> = {
  c: 1,
  C: 1,
  W: 1,
  U: 1,
  w: 1,
  s: 2,
  S: 2,
  i: 4,
  I: 4,
  l: 4,
  L: 4,
  q: 8,
  Q: 8,
  j: 8,
  J: 8,
  f: 4,
  d: 8,
  F: 8,
  D: 16,
  p: 8,
  P: 8,
  n: 2,
  v: 2,
  N: 4,
  V: 4,
};

/** Native long is 8 bytes, short and int are what they are without the !. */
export function sizeOf(code: string, shriek: boolean): number | undefined {
  return shriek && (code === 'l' || code === 'L') ? 8 : SIZES[code];
}

export function measure(items: readonly TemplateItem[], caller: Caller): number {
  let total = 0;
  for (const item of items) {
    if (item.count === 'star') notMeasurable('*', caller);
    total += measureItem(item, total, caller);
  }
  return total;
}

function measureItem(item: TemplateItem, total: number, caller: Caller): number {
  const { code, length } = item;
  if (item.error !== undefined) active().die(item.error);
  if (item.group !== null) return measure(item.group, caller) * length;
  switch (code) {
    case 'X':
      return -back(item, total, caller);
    case 'x':
      if (item.shriek) return length === 0 || total % length === 0 ? 0 : length - (total % length);
      return length;
    case 'a':
    case 'A':
    case 'Z':
      return length;
    case 'b':
    case 'B':
      return Math.floor((length + 7) / 8);
    case 'h':
    case 'H':
      return Math.floor((length + 1) / 2);
    case 'P':
      return 8;
    default: {
      const size = sizeOf(code, item.shriek);
      if (size !== undefined) return size * length;
      if ('.@/u%'.includes(code)) notMeasurable(code, caller);
      return active().die(`Invalid type '${code}' in ${caller}`);
    }
  }
}

function back(item: TemplateItem, total: number, caller: Caller): number {
  const length = item.shriek ? (item.length === 0 ? 0 : total % item.length) : item.length;
  if (total < length) active().die(`'X' outside of string in ${caller}`);
  return length;
}

function notMeasurable(code: string, caller: Caller): never {
  return active().die(`Within []-length '${code}' not allowed in ${caller}`);
}
