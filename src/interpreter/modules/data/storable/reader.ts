/** Storable's bytes to values. */
import { PerlArray } from '../../../../runtime/array.js';
import { PerlHash } from '../../../../runtime/hash.js';
import { normalInteger } from '../../../../runtime/numeric.js';
import { Scalar } from '../../../../runtime/scalar.js';
import type { Stash } from '../../../../runtime/stash.js';
import { NO, type PerlValue, ScalarRef } from '../../../../runtime/value.js';
import { fromUtf8, HOOK, KEY_UTF8, MAJOR, MINOR, SX } from './format.js';

export interface ReaderOptions {
  stash(cls: string): Stash;
  regExp(pattern: string, flags: string): PerlValue;
  tie(variable: Container, object: PerlValue): void;
  /** STORABLE_thaw fills the object, or STORABLE_attach answers another */
  thaw(object: PerlValue, frozen: string, inside: PerlValue[]): PerlValue;
  die(message: string): never;
  /** the next bytes of an image that is still to be read; null if it ends sooner */
  more(count: number): string | null;
}

/** An image that ends too soon: what is retrieved is undef. */
export class Truncated extends Error {}

export type Container = Scalar | PerlArray | PerlHash;

export class Reader {
  private bytes: Buffer;
  private readonly o: ReaderOptions;
  private at = 0;
  private network = false;
  private readonly tags: Container[] = [];
  private readonly classes: string[] = [];
  constructor(bytes: string, options: ReaderOptions) {
    this.bytes = Buffer.from(bytes, 'latin1');
    this.o = options;
  }

  /** The reference that was stored. */
  read(): PerlValue {
    const first = this.byte();
    this.network = (first & 1) === 1;
    const minor = this.byte();
    const major = first >> 1;
    if (major > MAJOR || (major === MAJOR && minor > MINOR + 1)) {
      this.o.die(`Storable binary image v${major}.${minor} more recent than I am (v${MAJOR}.${MINOR})`);
    }
    if (!this.network) this.checkNative();
    return reference(this.item(null));
  }

  private checkNative(): void {
    const order = this.text(this.byte());
    if (order !== '12345678') this.o.die('Byte order is not compatible');
    const sizes = [this.byte(), this.byte(), this.byte()];
    if (sizes[0] !== 4) this.o.die('Integer size is not compatible');
    if (sizes[1] !== 8) this.o.die('Long integer size is not compatible');
    if (sizes[2] !== 8) this.o.die('Pointer size is not compatible');
    if (this.byte() !== 8) this.o.die('Double size is not compatible');
  }

  /** Makes sure that the next `count` bytes are there; where they are. */
  private take(count: number): number {
    const { at } = this;
    this.at += count;
    const missing = this.at - this.bytes.length;
    if (missing <= 0) return at;
    const more = this.o.more(missing);
    if (more === null) throw new Truncated();
    this.bytes = Buffer.concat([this.bytes.subarray(at), Buffer.from(more, 'latin1')]);
    this.at = count;
    return 0;
  }
  private byte(): number {
    const at = this.take(1);
    return this.bytes[at] as number;
  }
  private length(): number {
    const at = this.take(4);
    return this.network ? this.bytes.readInt32BE(at) : this.bytes.readInt32LE(at);
  }
  private text(length: number): string {
    const at = this.take(length);
    return this.bytes.toString('latin1', at, at + length);
  }

  /** Numbers things in the order they come, as the writer did; `cls` blesses. */
  private note<C extends Container>(thing: C, cls: string | null): C {
    this.tags.push(thing);
    if (cls !== null) thing.blessed = this.o.stash(cls);
    return thing;
  }

  /** One stored thing: a container. Plain values arrive in a Scalar. */
  private item(cls: string | null): Container {
    const type = this.byte();
    switch (type) {
      case SX.OBJECT:
        return this.again();
      case SX.ARRAY:
        return this.array(cls);
      case SX.HASH:
        return this.hash(cls, false);
      case SX.FLAG_HASH:
        this.byte();
        return this.hash(cls, true);
      case SX.REF:
      case SX.OVERLOAD:
      case SX.WEAKREF:
      case SX.WEAKOVERLOAD: {
        const scalar = this.note(new Scalar(undefined), cls);
        scalar.v = reference(this.item(null));
        return scalar;
      }
      case SX.TIED_ARRAY:
        return this.tied(this.note(new PerlArray(), cls));
      case SX.TIED_HASH:
        return this.tied(this.note(new PerlHash(), cls));
      case SX.TIED_SCALAR:
        return this.tied(this.note(new Scalar(undefined), cls));
      case SX.BLESS:
        return this.blessed(this.text(this.shortLength()));
      case SX.IX_BLESS:
        return this.item(this.classes[this.shortLength()] ?? 'main');
      case SX.HOOK:
        return this.frozen();
      case SX.REGEXP:
        return this.regExp(cls);
      default:
        return this.note(new Scalar(this.plain(type)), cls);
    }
  }

  private again(): Container {
    const at = this.take(4);
    const tag = this.bytes.readUInt32BE(at);
    return this.tags[tag] ?? this.o.die(`Object #${tag} should have been retrieved already`);
  }

  /** A length of one byte, or four if its high bit says so. */
  private shortLength(): number {
    const n = this.byte();
    return n & 0x80 ? this.length() : n;
  }

  private blessed(cls: string): Container {
    this.classes.push(cls);
    return this.item(cls);
  }

  /** An object that its class has frozen. */
  private frozen(): Container {
    let flags = this.byte();
    const kind = flags & 3;
    const empty = kind === HOOK.ARRAY ? new PerlArray() : kind === HOOK.HASH ? new PerlHash() : new Scalar(undefined);
    const tag = this.tags.length;
    this.note(empty, null);
    for (; flags & HOOK.MORE; flags = this.byte()) this.item(null);
    const count = (flag: number): number => (flags & flag ? this.length() : this.byte());
    const named = count(HOOK.LARGE_CLASS);
    const cls = flags & HOOK.KNOWN_CLASS ? (this.classes[named] ?? 'main') : this.text(named);
    if (!(flags & HOOK.KNOWN_CLASS)) this.classes.push(cls);
    empty.blessed = this.o.stash(cls);
    const text = this.text(count(HOOK.LARGE_TEXT));
    const inside = Array.from({ length: flags & HOOK.LIST ? count(HOOK.LARGE_LIST) : 0 }, () =>
      reference(this.again()),
    );
    const thawed = this.o.thaw(reference(empty), text, inside);
    const object = (thawed instanceof ScalarRef ? thawed.target : thawed) as Container;
    this.tags[tag] = object;
    return object;
  }

  private array(cls: string | null): PerlArray {
    const array = this.note(new PerlArray(), cls);
    const count = this.length();
    for (let i = 0; i < count; i++) array.a[i] = element(this.item(null));
    return array;
  }

  private hash(cls: string | null, flagged: boolean): PerlHash {
    const hash = this.note(new PerlHash(), cls);
    const count = this.length();
    for (let i = 0; i < count; i++) {
      const value = element(this.item(null));
      const flags = flagged ? this.byte() : 0;
      const key = this.text(this.length());
      hash.m.set(flags & KEY_UTF8 ? fromUtf8(key) : key, value);
    }
    return hash;
  }

  private tied(variable: Container): Container {
    const object = this.item(null);
    this.o.tie(variable, object instanceof Scalar ? object.v : object);
    return variable;
  }

  private regExp(cls: string | null): Container {
    const big = this.byte() & 1;
    const pattern = this.text(big ? this.length() : this.byte());
    const value = this.o.regExp(pattern, this.text(this.byte()));
    void cls;
    const referent = value as unknown as Container;
    this.tags.push(referent);
    return referent;
  }

  private plain(type: number): PerlValue {
    switch (type) {
      case SX.UNDEF:
      case SX.SV_UNDEF:
      case SX.SVUNDEF_ELEM:
        return undefined;
      case SX.SV_YES:
      case SX.BOOLEAN_TRUE:
        return 1;
      case SX.SV_NO:
      case SX.BOOLEAN_FALSE:
        return NO;
      case SX.BYTE:
        return this.byte() - 128;
      case SX.SCALAR:
        return this.text(this.byte());
      case SX.LSCALAR:
        return this.text(this.length());
      case SX.UTF8STR:
        return fromUtf8(this.text(this.byte()));
      case SX.LUTF8STR:
        return fromUtf8(this.text(this.length()));
      default:
        return this.number(type);
    }
  }

  private eight(): Buffer {
    const at = this.take(8);
    return this.bytes.subarray(at, at + 8);
  }
  private number(type: number): PerlValue {
    if (type === SX.INTEGER) return normalInteger(this.eight().readBigInt64LE());
    if (type === SX.DOUBLE) return this.eight().readDoubleLE();
    if (type === SX.NETINT) {
      const at = this.take(4);
      return this.bytes.readInt32BE(at);
    }
    return this.o.die(
      `Storable binary image contains data of type ${type}. This Storable is v${MAJOR}.${MINOR} and can only handle data types up to 33`,
    );
  }
}

/** An element keeps its Scalar: something later may refer to it. */
const element = (thing: Container): Scalar | PerlValue => (thing instanceof Scalar ? thing : thing);

function reference(thing: Container): PerlValue {
  return thing instanceof Scalar ? new ScalarRef(thing) : thing;
}
