/** Values to Storable's bytes. */
import { isPlainArray } from '../../../../runtime/arguments.js';
import { PerlArray } from '../../../../runtime/array.js';
import { PerlCode } from '../../../../runtime/code.js';
import { formatNumber } from '../../../../runtime/format-number.js';
import { PerlGlob } from '../../../../runtime/glob.js';
import { PerlHash } from '../../../../runtime/hash.js';
import { Scalar } from '../../../../runtime/scalar.js';
import { stringifyRef, refType } from '../../../../runtime/stringify-ref.js';
import {
  Dual,
  FlaggedString,
  FloatInteger,
  type PerlValue,
  referentOf,
  ScalarRef,
  type Slot,
} from '../../../../runtime/value.js';
import { tieOf } from '../../../library/tie.js';
import { HOOK, isWide, KEY_UTF8, MAJOR, MINOR, NATIVE_HEADER, SX, toUtf8 } from './format.js';

export interface WriterOptions {
  /** network order: readable on every machine */
  readonly network: boolean;
  /** $Storable::canonical: keys in order */
  readonly canonical: boolean;
  overloaded(cls: string): boolean;
  /** what STORABLE_freeze answers; null if the class has none, or it declines */
  freeze(object: PerlValue): { text: string; inside: PerlValue[] } | null;
  die(message: string): never;
}

export class Writer {
  private readonly o: WriterOptions;
  private readonly parts: string[] = [];
  private readonly tags = new Map<object, number>();
  private readonly classes = new Map<string, number>();
  private nextTag = 0;
  constructor(options: WriterOptions) {
    this.o = options;
  }

  /** What a reference points to, with the header in front. */
  write(root: PerlValue): string {
    const referent = referentOf(root);
    if (referent === null) this.o.die('not a reference');
    this.byte((MAJOR << 1) | (this.o.network ? 1 : 0));
    this.byte(MINOR);
    if (!this.o.network) this.parts.push(NATIVE_HEADER);
    this.referent(root, referent);
    return this.parts.join('');
  }

  private byte(n: number): void {
    this.parts.push(String.fromCharCode(n & 255));
  }
  private length(n: number): void {
    const order = this.o.network ? [n >>> 24, n >>> 16, n >>> 8, n] : [n, n >>> 8, n >>> 16, n >>> 24];
    for (const byte of order) this.byte(byte);
  }
  private bigEndian(n: number): void {
    for (const byte of [n >>> 24, n >>> 16, n >>> 8, n]) this.byte(byte);
  }

  /** Something seen before is stored as its number. */
  private seen(thing: object): boolean {
    const tag = this.tags.get(thing);
    if (tag === undefined) {
      this.tags.set(thing, this.nextTag++);
      return false;
    }
    this.byte(SX.OBJECT);
    this.bigEndian(tag);
    return true;
  }

  private referent(v: PerlValue, referent: object & { blessed?: { name: string } | null }): void {
    if (this.seen(referent)) return;
    const frozen = referent.blessed ? this.o.freeze(v) : null;
    if (frozen !== null) return this.frozen(v, referent, frozen.text, frozen.inside);
    if (referent.blessed && refType(v) !== 'REGEXP') this.bless(referent.blessed.name);
    if (refType(v) === 'REGEXP') return this.regExp(v, referent.blessed?.name ?? 'Regexp');
    const object = tieOf(referent);
    if (object !== null) return this.tied(referent, object);
    if (v instanceof ScalarRef) return this.value(v.target.v);
    if (v instanceof PerlArray) return this.array(v);
    if (v instanceof PerlHash) return this.hash(v);
    const kind = v instanceof PerlCode ? 'CODE' : v instanceof PerlGlob ? 'GLOB' : 'UNKNOWN';
    this.o.die(`Can't store ${kind} items`);
  }

  /** An object as its class has frozen it; first what it refers to and has not been stored yet. */
  private frozen(v: PerlValue, object: { blessed?: { name: string } | null }, text: string, inside: PerlValue[]): void {
    const kind = v instanceof PerlArray ? HOOK.ARRAY : v instanceof PerlHash ? HOOK.HASH : HOOK.SCALAR;
    this.byte(SX.HOOK);
    const tags = inside.map((reference) => this.tagOf(reference, kind));
    const cls = object.blessed?.name ?? 'main';
    const known = this.classes.get(cls);
    if (known === undefined) this.classes.set(cls, this.classes.size);
    const bytes = isWide(text) ? toUtf8(text) : text;
    const large = (n: number, flag: number): number => (n > 255 ? flag : 0);
    const list = tags.length === 0 ? 0 : HOOK.LIST | large(tags.length, HOOK.LARGE_LIST);
    const named =
      known === undefined ? large(cls.length, HOOK.LARGE_CLASS) : HOOK.KNOWN_CLASS | large(known, HOOK.LARGE_CLASS);
    this.byte(kind | named | large(bytes.length, HOOK.LARGE_TEXT) | list);
    this.count(known ?? cls.length);
    if (known === undefined) this.parts.push(cls);
    this.count(bytes.length);
    this.parts.push(bytes);
    if (tags.length > 0) this.count(tags.length);
    for (const tag of tags) this.bigEndian(tag);
  }
  /** A length of one byte, or of four as a flag has said. */
  private count(n: number): void {
    if (n > 255) this.length(n);
    else this.byte(n);
  }
  private tagOf(reference: PerlValue, kind: number): number {
    const referent = referentOf(reference);
    if (referent === null) return this.o.die('Item returned by STORABLE_freeze is not a reference');
    if (!this.tags.has(referent)) {
      this.byte(HOOK.MORE | kind);
      this.referent(reference, referent);
    }
    return this.tags.get(referent) as number;
  }

  /** A tied variable: the object that it is tied to. */
  private tied(referent: object, object: PerlValue): void {
    this.byte(
      referent instanceof PerlArray ? SX.TIED_ARRAY : referent instanceof PerlHash ? SX.TIED_HASH : SX.TIED_SCALAR,
    );
    this.nextTag++;
    this.value(object);
  }

  private bless(cls: string): void {
    const index = this.classes.get(cls);
    if (index !== undefined) {
      this.byte(SX.IX_BLESS);
      this.byte(index);
      return;
    }
    this.classes.set(cls, this.classes.size);
    this.byte(SX.BLESS);
    this.byte(cls.length);
    this.parts.push(cls);
  }

  private regExp(v: PerlValue, cls: string): void {
    const [, flags = '', pattern = ''] = /^\(\?\^?([a-z]*)(?:-[a-z]*)?:(.*)\)$/s.exec(stringifyRef(v)) ?? [];
    this.bless(cls);
    this.byte(SX.REGEXP);
    this.byte(0);
    this.byte(pattern.length);
    this.parts.push(pattern);
    this.byte(flags.length);
    this.parts.push(flags);
  }

  private array(array: PerlArray): void {
    this.byte(SX.ARRAY);
    this.length(array.length);
    const plain = isPlainArray(array);
    for (let i = 0; i < array.length; i++) this.slot(plain ? array.a[i] : array.get(i));
  }

  private hash(hash: PerlHash): void {
    const keys = hash.keys();
    if (this.o.canonical) keys.sort((a, b) => (a < b ? -1 : 1));
    const flagged = keys.some(isWide);
    this.byte(flagged ? SX.FLAG_HASH : SX.HASH);
    if (flagged) this.byte(0);
    this.length(keys.length);
    const plain = Object.getPrototypeOf(hash) === PerlHash.prototype;
    for (const key of keys) {
      this.slot(plain ? hash.m.get(key) : hash.get(key));
      const wide = isWide(key);
      if (flagged) this.byte(wide ? KEY_UTF8 : 0);
      const bytes = wide ? toUtf8(key) : key;
      this.length(bytes.length);
      this.parts.push(bytes);
    }
  }

  /** An element: a Scalar may be met again through a reference. */
  private slot(slot: Slot): void {
    if (!(slot instanceof Scalar)) {
      this.nextTag++;
      this.value(slot);
    } else if (!this.seen(slot)) {
      const object = tieOf(slot);
      if (object === null) this.value(slot.v);
      else this.tied(slot, object);
    }
  }

  private value(v: PerlValue): void {
    const referent = referentOf(v);
    if (referent !== null) {
      const cls = (referent as { blessed?: { name: string } | null }).blessed?.name;
      this.byte(cls !== undefined && this.o.overloaded(cls) ? SX.OVERLOAD : SX.REF);
      this.referent(v, referent);
    } else if (v === undefined) this.byte(SX.UNDEF);
    else if (typeof v === 'number' || typeof v === 'bigint') this.number(v);
    else if (v instanceof FloatInteger) this.number(v.n);
    else
      this.text(v instanceof Dual ? v.s : v instanceof FlaggedString ? v.s : (v as string), v instanceof FlaggedString);
  }

  private number(n: number | bigint): void {
    if (typeof n === 'number' && !Number.isSafeInteger(n)) return this.double(n);
    const integer = Number(n);
    if (integer >= -128 && integer <= 127 && !Object.is(integer, -0)) {
      this.byte(SX.BYTE);
      this.byte(integer + 128);
    } else if (!this.o.network) {
      if (BigInt(n) >= 2n ** 63n) return this.text(`${n}`, false);
      this.byte(SX.INTEGER);
      const bytes = Buffer.alloc(8);
      bytes.writeBigInt64LE(BigInt(n));
      this.parts.push(bytes.toString('latin1'));
    } else if (integer === (integer | 0)) {
      this.byte(SX.NETINT);
      this.bigEndian(integer);
    } else this.text(`${n}`, false);
  }

  private double(n: number): void {
    if (this.o.network) return this.text(formatNumber(n), false);
    this.byte(SX.DOUBLE);
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(n);
    this.parts.push(bytes.toString('latin1'));
  }

  private text(text: string, flagged: boolean): void {
    const utf8 = flagged || isWide(text);
    const bytes = utf8 ? toUtf8(text) : text;
    const small = bytes.length <= 255;
    this.byte(utf8 ? (small ? SX.UTF8STR : SX.LUTF8STR) : small ? SX.SCALAR : SX.LSCALAR);
    if (small) this.byte(bytes.length);
    else this.length(bytes.length);
    this.parts.push(bytes);
  }
}
