/** pack (perlfunc pack). */
import { active, type Op } from '../../runtime/active.js';
import { isWide } from '../../runtime/astral.js';
import { int, num, str, toUnsigned } from '../../runtime/convert.js';
import { Scalar } from '../../runtime/scalar.js';
import { Dual, FlaggedString, type PerlValue, type Slot } from '../../runtime/value.js';
import type { CoreFunctionTable } from './core-function.js';
import { undefinedOperand } from './list-operand.js';
import { bytes64 } from './pack-number.js';
import { PackOutput } from './pack-output.js';
import { packPlain } from './pack-plain.js';
import { addressOfString } from './pack-pointer.js';
import { ERROR, invalidType, parseTemplate, type TemplateItem } from './pack-template.js';
import { packBits, packCompressed, packHex, uuencode } from './pack-text.js';
import { unpack } from './unpack.js';

/** The values left to pack; a length computed for a `/` goes first. */
class PackList {
  private at = 0;
  private readonly list: readonly Slot[];
  /** the value of the length item before a slash */
  length: number | null = null;
  private readonly op: Op;
  constructor(list: readonly Slot[], op: Op) {
    this.list = list;
    this.op = op;
  }
  get left(): number {
    return this.list.length - this.at;
  }
  /** The next value; the empty string (0) once there are none, without a warning. */
  next(): PerlValue {
    const slot = this.nextSlot();
    const v = slot instanceof Scalar ? slot.v : slot;
    return v === undefined ? undefinedOperand(this.op, this.at - 1) : v;
  }
  nextSlot(): Slot {
    if (this.length !== null) {
      const length = this.length;
      this.length = null;
      return length;
    }
    return this.at < this.list.length ? this.list[this.at++] : MISSING;
  }
  peek(): PerlValue {
    const slot = this.list[this.at];
    return slot instanceof Scalar ? slot.v : slot;
  }
}

/** '' and 0 at once, as a missing value is. */
const MISSING = new Dual(0, '');

/** pack(TEMPLATE, LIST). Slots may be containers: then p and P give the address of the variable itself. */
export function pack(op: Op, template: PerlValue, list: readonly Slot[]): PerlValue {
  const parsed = parseTemplate(str(template, op), 'pack', op);
  if (parsed.plain) {
    const packed = packPlain(parsed.items, list);
    if (packed !== null) return packed;
  }
  const out = new PackOutput(parsed.startsWithU);
  packItems(parsed.items, new PackList(list, op), out, op);
  return out.finish();
}

function packItems(items: readonly TemplateItem[], list: PackList, out: PackOutput, op: Op): void {
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as TemplateItem;
    if (!item.slash) packItem(item, item.count, countOf(item, list), list, out, op);
    else {
      const next = items[++i] ?? active().die("Code missing after '/' in pack");
      const length = slashLength(next, list, op);
      list.length = length;
      packItem(item, item.count, countOf(item, list), list, out, op);
      packItem(next, 'number', length, list, out, op);
    }
  }
}

/** A star is as many as there are values, or nothing for types that take no value. */
function countOf(item: TemplateItem, list: PackList): number {
  if (item.count !== 'star') return item.length;
  return '@Xxu'.includes(item.code) ? 0 : list.left;
}

/** What the item before a slash packs: the length of the string, or the number of items. */
function slashLength(next: TemplateItem, list: PackList, op: Op): number {
  if ('aAZ'.includes(next.code)) {
    if (next.count === 'number') return next.length;
    const length = list.left > 0 ? Array.from(str(list.peek(), op)).length : 0;
    return next.code === 'Z' ? length + 1 : length;
  }
  return next.count === 'number' && next.length < list.left ? next.length : list.left;
}

function packItem(
  item: TemplateItem,
  count: TemplateItem['count'],
  length: number,
  list: PackList,
  out: PackOutput,
  op: Op,
): void {
  if (item.number !== null) {
    const write = item.number.write;
    for (let n = length; n > 0; n--) out.bytes(write(list.next(), op));
    return;
  }
  switch (item.code) {
    case '(':
      return packGroup(item, count, length, list, out, op);
    case 'a':
    case 'A':
    case 'Z':
      return packString(item.code, count, length, list.next(), out, op);
    case 'b':
    case 'B':
    case 'h':
    case 'H':
      return packDigits(item.code, count, length, list.next(), out, op);
    case 'c':
    case 'C':
    case 'W':
    case 'U':
      return packCharacters(item, length, list, out, op);
    case 'w':
      for (let n = length; n > 0; n--) out.bytes(packCompressed(list.next(), op));
      return;
    case 'u':
      return packUu(length, list.next(), out, op);
    case 'p':
      for (let n = length; n > 0; n--) out.bytes(pointer(list.nextSlot(), item.big, op));
      return;
    case 'P':
      return out.bytes(pointer(list.nextSlot(), item.big, op));
    default:
      return packPosition(item, count, length, list, out, op);
  }
}

/** x X @ . and what is no type at all. */
function packPosition(
  item: TemplateItem,
  count: TemplateItem['count'],
  length: number,
  list: PackList,
  out: PackOutput,
  op: Op,
): void {
  switch (item.code) {
    case 'x':
      return item.shriek ? out.align(length) : out.nuls(length);
    case 'X':
      return out.back(item.shriek ? (length === 0 ? 0 : out.position() % length) : length);
    case '@':
      return out.moveTo(out.groupStart(1), length, item.shriek);
    case '.': {
      const from = count === 'star' ? 0 : length === 0 ? out.end() : out.groupStart(length);
      return out.moveTo(from, Number(int(list.next(), op)), item.shriek);
    }
    case ERROR:
      return active().die(item.error as string);
    case '%':
      return active().die("'%' may not be used in pack");
    default:
      return invalidType(item.code, 'pack');
  }
}

function packGroup(
  item: TemplateItem,
  count: TemplateItem['count'],
  length: number,
  list: PackList,
  out: PackOutput,
  op: Op,
): void {
  for (let n = length; n > 0; n--) {
    out.enterGroup();
    packItems(item.group as readonly TemplateItem[], list, out, op);
    out.leaveGroup();
    if (count === 'star' && list.left === 0) break;
  }
}

/** a, A, Z: cut or padded to the length; Z* adds a NUL. */
function packString(
  code: string,
  count: TemplateItem['count'],
  length: number,
  v: PerlValue,
  out: PackOutput,
  op: Op,
): void {
  const text = v === MISSING ? '' : str(v, op);
  const chars = isWide(text) ? Array.from(text) : null;
  const size = chars === null ? text.length : chars.length;
  const wanted = count === 'star' ? size + (code === 'Z' ? 1 : 0) : length;
  const kept = Math.min(size, code === 'Z' && wanted > 0 ? wanted - 1 : wanted);
  const cut = chars === null ? text.slice(0, kept) : chars.slice(0, kept).join('');
  out.text(cut + (code === 'A' ? ' ' : '\0').repeat(wanted - kept), chars !== null || v instanceof FlaggedString);
}

/** b, B, h, H */
function packDigits(
  code: string,
  count: TemplateItem['count'],
  length: number,
  v: PerlValue,
  out: PackOutput,
  op: Op,
): void {
  const text = v === MISSING ? '' : str(v, op);
  const wanted = count === 'star' ? text.length : length;
  if (code === 'b' || code === 'B') out.bytes(packBits(text, wanted, code === 'B'));
  else out.bytes(packHex(text, wanted, code === 'H'));
}

/** c, C, W, U; a zero count of C and U only changes the mode. */
function packCharacters(item: TemplateItem, length: number, list: PackList, out: PackOutput, op: Op): void {
  const { code } = item;
  if (length === 0 && item.count === 'number') {
    if (code === 'C') out.characterMode();
    else if (code === 'U') out.byteMode();
  }
  for (let n = length; n > 0; n--) {
    const v = list.next();
    if (code === 'U') out.unicode(Number(unsigned(v, code, op)));
    else if (code === 'W') out.character(Number(unsigned(v, code, op)));
    else out.bytes(narrow(v, code, op));
  }
}

function unsigned(v: PerlValue, code: string, op: Op): number | bigint {
  return toUnsigned(v === MISSING ? 0 : finite(v, code, op), op);
}

function finite(v: PerlValue, code: string, op: Op): number | bigint {
  const n = num(v, op);
  if (typeof n === 'number' && !Number.isFinite(n)) active().die(`Cannot pack ${str(n)} with '${code}'`);
  return n;
}

function narrow(v: PerlValue, code: string, op: Op): string {
  const n = Number(int(v === MISSING ? 0 : finite(v, code, op), op));
  const [low, high] = code === 'c' ? [-128, 127] : [0, 255];
  if (n < low || n > high) active().warn('pack', `Character in '${code}' format wrapped in pack`);
  return String.fromCharCode(n & 255);
}

function packUu(length: number, v: PerlValue, out: PackOutput, op: Op): void {
  let perLine = length <= 2 ? 45 : Math.floor(length / 3) * 3;
  if (perLine >= 63) {
    active().warn('pack', "Field too wide in 'u' format in pack");
    perLine = 63;
  }
  out.bytes(uuencode(v === MISSING ? '' : str(v, op), perLine));
}

/** The address of a string; undef is the null pointer. */
function pointer(slot: Slot, big: boolean, op: Op): string {
  const v = slot instanceof Scalar ? slot.v : slot;
  return bytes64(v === undefined || v === MISSING ? 0n : addressOfString(slot, str(v, op)), big);
}

export const packFunctions: CoreFunctionTable = {
  pack: { operands: 'sl', returns: 's', fn: pack },
  unpack: { operands: 'sd', returns: 'w', fn: unpack },
};
