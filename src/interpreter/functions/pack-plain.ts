/**
 * The short way through pack: templates of numbers and byte strings with plain values, written into a buffer. Whatever
 * is out of the ordinary - a value to convert or to complain about, a missing one, a wide character - is left to the long
 * way, which then starts from the beginning; nothing has been done that anybody could see.
 */
import { isWide } from '../../runtime/astral.js';
import type { Slot } from '../../runtime/value.js';
import type { TemplateItem } from './pack-template.js';

type ByteBuffer = Buffer & {
  latin1Write(text: string, offset: number): number;
  latin1Slice(start: number, end: number): string;
};

let buffer = Buffer.allocUnsafeSlow(4096) as ByteBuffer;
let view = new DataView(buffer.buffer);
const TWO32 = 0x1_0000_0000;
const TWO53 = 2 ** 53;

/** Where the next byte goes. */
let at = 0;

/** Can these items be packed the short way at all? */
export function isPlain(items: readonly TemplateItem[]): boolean {
  return items.every(({ code, slash, number, shriek, count, length }) => {
    if (slash) return false;
    if (number !== null) return !'fdFD'.includes(code) || code === 'd' || code === 'F';
    if (code === 'x') return !shriek && count !== 'star';
    if (code === 'C') return count !== 'number' || length > 0;
    return code === 'a' || code === 'A' || code === 'Z';
  });
}

/** The packed string, or null if it takes the long way. */
export function packPlain(items: readonly TemplateItem[], list: readonly Slot[]): string | null {
  at = 0;
  let next = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as TemplateItem;
    if (item.code === 'x') {
      room(item.length);
      fill(0, item.length);
    } else if (item.number === null && item.code !== 'C') {
      if (!putText(item, list[next++])) return null;
    } else {
      const count = item.count === 'star' ? list.length - next : item.length;
      if (next + count > list.length) return null;
      room(count * 8);
      for (let n = 0; n < count; n++) if (!putNumber(item, list[next++])) return null;
    }
  }
  return buffer.latin1Slice(0, at);
}

function room(more: number): void {
  if (at + more <= buffer.length) return;
  const bigger = Buffer.allocUnsafeSlow(Math.max(buffer.length * 2, at + more)) as ByteBuffer;
  buffer.copy(bigger, 0, 0, at);
  buffer = bigger;
  view = new DataView(bigger.buffer);
}

function putText({ code, count, length }: TemplateItem, v: Slot): boolean {
  if (typeof v !== 'string' || isWide(v)) return false;
  const wanted = count === 'star' ? v.length + (code === 'Z' ? 1 : 0) : length;
  const kept = Math.min(v.length, code === 'Z' && wanted > 0 ? wanted - 1 : wanted);
  room(wanted);
  if (kept > SHORT) at += buffer.latin1Write(kept === v.length ? v : v.slice(0, kept), at);
  else for (let i = 0; i < kept; i++) buffer[at++] = v.charCodeAt(i);
  fill(code === 'A' ? 0x20 : 0, wanted - kept);
  return true;
}

/** Calls of Buffer's methods cost more than this as long as there is little to do. */
const SHORT = 24;

function fill(byte: number, count: number): void {
  if (count > SHORT) buffer.fill(byte, at, at + count);
  else for (let i = 0; i < count; i++) buffer[at + i] = byte;
  at += count;
}

function putDouble(v: number, big: boolean): void {
  view.setFloat64(at, v, !big);
  at += 8;
}

function putNumber({ code, big, number }: TemplateItem, v: Slot): boolean {
  if (typeof v !== 'number') return false;
  if (code === 'd' || code === 'F') {
    putDouble(v, big);
    return true;
  }
  if (!(v < TWO53 && v > -TWO53)) return false;
  const n = (v | 0) === v ? v : Math.trunc(v);
  const inOrder = big || code === 'n' || code === 'N';
  if (number === null) {
    if (n < 0 || n > 255) return false;
    buffer[at++] = n;
  } else if (number.size === 2) put16(n, inOrder);
  else if (number.size === 4) put32(n, inOrder);
  else put64(n, inOrder);
  return true;
}

function put16(n: number, big: boolean): void {
  buffer[at] = big ? n >> 8 : n;
  buffer[at + 1] = big ? n : n >> 8;
  at += 2;
}

function put32(n: number, big: boolean): void {
  if (big) {
    buffer[at] = n >> 24;
    buffer[at + 1] = n >> 16;
    buffer[at + 2] = n >> 8;
    buffer[at + 3] = n;
  } else {
    buffer[at] = n;
    buffer[at + 1] = n >> 8;
    buffer[at + 2] = n >> 16;
    buffer[at + 3] = n >> 24;
  }
  at += 4;
}

function put64(n: number, big: boolean): void {
  const high = Math.floor(n / TWO32);
  put32(big ? high : n, big);
  put32(big ? n : high, big);
}
