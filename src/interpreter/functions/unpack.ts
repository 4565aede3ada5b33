/** unpack (perlfunc unpack). */
import { active, type Op } from '../../runtime/active.js';
import { isWide } from '../../runtime/astral.js';
import { int, str } from '../../runtime/convert.js';
import { FlaggedString, LIST, type PerlValue, type Want } from '../../runtime/value.js';
import { Checksum } from './pack-checksum.js';
import { read64 } from './pack-number.js';
import { valueAt } from './pack-pointer.js';
import {
  ERROR,
  invalidType,
  parseTemplate,
  type NumberType,
  type Template,
  type TemplateItem,
} from './pack-template.js';
import { unpackBits, unpackCompressed, unpackHex, uudecode } from './pack-text.js';
import { encodeUtf8 } from './pack-utf8.js';
import { UnpackInput } from './unpack-input.js';
import { unpackPlain, withoutTrailingBlanks } from './unpack-plain.js';

/** unpack(TEMPLATE, EXPR): the values, or in scalar context the first one. */
export function unpack(op: Op, want: Want, template: PerlValue, v: PerlValue): PerlValue | PerlValue[] {
  const parsed = parseTemplate(str(template, op), 'unpack', op);
  if (parsed.plain && want === LIST && typeof v === 'string' && !isWide(v)) {
    const values = unpackPlain(parsed.items, v);
    if (values !== null) return values;
  }
  const unpacker = new Unpacker(inputOf(parsed, v, op), want !== LIST, op);
  unpacker.items(parsed.items);
  return want === LIST ? unpacker.out : unpacker.out[0];
}

/** Wide strings are read as UTF-8 inside, and so is any string if the template speaks of U0. */
function inputOf(template: Template, v: PerlValue, op: Op): UnpackInput {
  const text = str(v, op);
  const flagged = template.needsUtf8 || v instanceof FlaggedString || isWide(text);
  return new UnpackInput(flagged ? encodeUtf8(text) : text, flagged, flagged && !template.startsWithU);
}

class Unpacker {
  readonly out: PerlValue[] = [];
  private readonly input: UnpackInput;
  private readonly onlyOne: boolean;
  private readonly op: Op;
  private checksum: Checksum | null = null;
  constructor(input: UnpackInput, onlyOne: boolean, op: Op) {
    this.input = input;
    this.onlyOne = onlyOne;
    this.op = op;
  }

  /** The items of a template or of a group. */
  items(items: readonly TemplateItem[]): void {
    const before = this.out.length;
    const outer = this.checksum;
    this.checksum = null;
    this.each(items, before);
    this.checksum = outer;
  }

  private each(items: readonly TemplateItem[], before: number): void {
    for (let i = 0; i < items.length; i++) {
      const item = items[i] as TemplateItem;
      if (this.onlyOne && this.out.length > 0 && !items[i - 1]?.slash) {
        if (item.code === ERROR) this.item(item, item.count, item.length);
        return;
      }
      if (item.code === '%') {
        this.checksum = this.newChecksum(item);
        continue;
      }
      const beyond = this.input.atEnd();
      this.item(item, item.count, item.length);
      this.finishChecksum();
      if (!item.slash) continue;
      if (this.out.length === before) return;
      const next = items[++i] ?? active().die("Code missing after '/' in unpack");
      if (next.count === 'number') active().die('Count after length/code in unpack');
      if (!beyond) this.item(next, 'number', Math.max(0, Number(int(this.out.pop(), this.op))), false);
      this.finishChecksum();
    }
  }

  /** A sum of 0 bits is none at all. */
  private newChecksum(item: TemplateItem): Checksum | null {
    const bits = item.count === 'none' ? 16 : item.count === 'star' ? this.input.whole() : item.length;
    return bits === 0 ? null : new Checksum(bits);
  }

  private finishChecksum(): void {
    if (this.checksum === null) return;
    this.out.push(this.checksum.value());
    this.checksum = null;
  }

  private item(item: TemplateItem, count: TemplateItem['count'], length: number, explicit = true): void {
    const { code } = item;
    if (item.number !== null) return this.numbers(item.number, item.code, count, length);
    switch (code) {
      case '(':
        return this.group(item, count, length);
      case 'a':
      case 'A':
      case 'Z':
        return this.text(code, count, length);
      case 'b':
      case 'B':
        return this.bits(count, length, code === 'B');
      case 'h':
      case 'H':
        return this.hex(count, length, code === 'H');
      case 'c':
      case 'C':
      case 'W':
        return this.characters(code, count, length, explicit);
      case 'U':
        return this.unicode(count, length, explicit);
      case 'w':
        return this.compressed(count, length);
      case 'u':
        return this.uu();
      case 'p':
        return this.strings(item, count, length);
      case 'P':
        return this.pointer(item, count === 'star' ? this.input.left() : length);
      default:
        return this.position(item, count, length);
    }
  }

  /** A value, for the list or for the checksum. */
  private push(v: PerlValue): void {
    if (this.checksum === null) this.out.push(v);
    else this.checksum.add(v, false);
  }

  /** How many of `size` bytes there are to read. */
  private howMany(count: TemplateItem['count'], length: number, size: number): number {
    const there = Math.floor(this.input.left() / size);
    const wanted = count === 'star' || length > there ? there : length;
    return this.onlyOne && this.checksum === null && wanted > 1 ? 1 : wanted;
  }

  private numbers({ size, read }: NumberType, code: string, count: TemplateItem['count'], length: number): void {
    const n = this.howMany(count, length, size);
    const plain = this.input.isPlain();
    const bytes = plain ? this.input.text : this.input.take(n * size, code);
    const start = plain ? this.input.pass(n * size) : 0;
    const real = 'fdFD'.includes(code);
    if (this.checksum === null) for (let i = 0; i < n; i++) this.out.push(read(bytes, start + i * size));
    else for (let i = 0; i < n; i++) this.checksum.add(read(bytes, start + i * size), real);
  }

  private strings(item: TemplateItem, count: TemplateItem['count'], length: number): void {
    const n = this.howMany(count, length, 8);
    const bytes = this.input.take(n * 8, 'p');
    for (let i = 0; i < n; i++) this.push(valueAt(BigInt(read64(bytes, i * 8, item.big, false)), null));
  }

  private pointer(item: TemplateItem, length: number): void {
    if (this.input.left() < 8) return;
    const address = BigInt(read64(this.input.take(8, 'P'), 0, item.big, false));
    this.push(valueAt(address, length));
  }

  private text(code: string, count: TemplateItem['count'], length: number): void {
    const there = this.input.left();
    const n = count === 'star' || length > there ? there : length;
    if (this.checksum !== null) {
      for (const ch of this.input.takeCharacters(n)) this.push(ch.codePointAt(0));
      return;
    }
    if (code === 'Z') return this.push(this.input.takeUntilNul(n, count === 'star'));
    const text = this.input.takeCharacters(n);
    if (code === 'a') this.push(text);
    else this.push(this.input.flagged ? text.replace(/[\0\s]+$/, '') : withoutTrailingBlanks(text));
  }

  private bits(count: TemplateItem['count'], length: number, descending: boolean): void {
    const there = this.input.left() * 8;
    const n = count === 'star' || length > there ? there : length;
    const text = unpackBits(this.input.take(Math.ceil(n / 8), descending ? 'B' : 'b'), n, descending);
    if (this.checksum === null) this.push(text);
    else for (const bit of text) this.push(Number(bit));
  }

  private hex(count: TemplateItem['count'], length: number, highFirst: boolean): void {
    const there = this.input.left() * 2;
    const n = count === 'star' || length > there ? there : length;
    const text = unpackHex(this.input.take(Math.ceil(n / 2), highFirst ? 'H' : 'h'), n, highFirst);
    if (this.checksum === null) this.push(text);
  }

  private characters(code: string, count: TemplateItem['count'], length: number, explicit: boolean): void {
    if (code === 'C' && count === 'number' && length === 0 && explicit) return this.input.characterMode();
    for (let n = this.howMany(count, length, 1); n > 0; n--) {
      const c = code === 'c' ? this.input.take(1, 'c').charCodeAt(0) : this.input.nextCharacter();
      this.push(code === 'c' && c > 127 ? c - 256 : c);
    }
  }

  private unicode(count: TemplateItem['count'], length: number, explicit: boolean): void {
    if (count === 'number' && length === 0) {
      if (explicit) this.input.byteMode();
      return;
    }
    for (let n = count === 'star' ? Infinity : length; n > 0 && !this.input.atEnd(); n--) {
      this.push(this.input.nextUtf8());
      if (this.onlyOne && this.checksum === null) return;
    }
  }

  private compressed(count: TemplateItem['count'], length: number): void {
    for (let n = count === 'star' ? Infinity : length; n > 0 && !this.input.atEnd(); n--) {
      const rest = this.input.restBytes();
      const { value, end } = unpackCompressed(rest, 0);
      this.input.take(end, 'w');
      this.push(value);
      if (this.onlyOne && this.checksum === null) return;
    }
  }

  private uu(): void {
    const { text, end } = uudecode(this.input.restBytes(), 0);
    this.input.take(end, 'u');
    if (this.checksum === null) this.push(text);
  }

  private group(item: TemplateItem, count: TemplateItem['count'], length: number): void {
    this.input.enterGroup();
    for (let n = count === 'star' ? this.input.whole() : length; n > 0; n--) {
      this.input.restartGroup();
      this.items(item.group as readonly TemplateItem[]);
      if (count === 'star' && this.input.atEnd()) break;
      if (this.onlyOne && this.out.length > 0) break;
    }
    this.input.leaveGroup();
  }

  private position(item: TemplateItem, count: TemplateItem['count'], length: number): void {
    const { code, shriek } = item;
    const input = this.input;
    switch (code) {
      case 'x':
        if (shriek) return length === 0 ? undefined : input.skip((length - (input.offset() % length)) % length);
        return input.skip(count === 'star' ? input.whole() : length);
      case 'X':
        return input.back(
          shriek ? (length === 0 ? 0 : input.offset() % length) : count === 'star' ? input.whole() : length,
        );
      case '@':
        return input.moveTo(count === 'star' ? input.whole() : length, shriek);
      case '.':
        return void this.out.push(input.offsetFrom(count === 'star' ? null : length, shriek));
      case ERROR:
        return active().die(item.error as string);
      case '/':
        return active().die("'/' must follow a numeric type in unpack");
      default:
        return invalidType(code, 'unpack');
    }
  }
}
