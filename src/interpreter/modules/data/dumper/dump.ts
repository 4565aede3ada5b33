/** The walk of Data::Dumper: a value as Perl source, with names for what was seen before. */
import { isPlainArray } from '../../../../runtime/arguments.js';
import { PerlArray } from '../../../../runtime/array.js';
import { PerlCode } from '../../../../runtime/code.js';
import { GlobValue, PerlGlob } from '../../../../runtime/glob.js';
import { PerlHash } from '../../../../runtime/hash.js';
import { Scalar } from '../../../../runtime/scalar.js';
import { refType, stringifyRef } from '../../../../runtime/stringify-ref.js';
import { type PerlValue, referentOf, ScalarRef, type Slot } from '../../../../runtime/value.js';
import { globText, plainValue, quoteKey, singleQuoted } from './quoting.js';

export interface Options {
  readonly indent: number;
  readonly terse: boolean;
  readonly purity: boolean;
  readonly pad: string;
  readonly useqq: boolean;
  readonly quotekeys: boolean;
  readonly deepcopy: boolean;
  readonly bless: string;
  readonly maxdepth: number;
  readonly maxrecurse: number;
  readonly pair: string;
  readonly trailingcomma: boolean;
  readonly toaster: string;
  /** calls the freezer method on an object */
  freeze(object: PerlValue): void;
  /** keys in the order wanted */
  keysOf(hash: PerlHash): string[];
  warn(message: string): void;
  die(message: string): never;
}

/** Names given so far, by referent; `scalar` marks a plain scalar met as an element. */
type Seen = Map<object, string>;

export class Dump {
  private readonly o: Options;
  private readonly seen: Seen;
  /** referents whose dump is complete: a plain scalar among them is shown by name */
  private readonly done = new Set<object>();
  private level = 0;
  private apad = '';
  /** assignments that must follow (Purity) */
  post: string[] = [];
  constructor(options: Options, seen: Seen) {
    this.o = options;
    this.seen = seen;
  }

  /** One value under a name such as `$VAR1`, `@list` or `%h`. */
  top(v: PerlValue, name: string): string {
    const { indent, terse, pad } = this.o;
    const newline = indent > 0 ? '\n' : '';
    this.apad = indent >= 2 && !terse ? ' '.repeat(name.length + 3) : '';
    this.post = [];
    let text = this.value(v, name);
    if (this.post.length > 0 || !terse) text = `${name} = ${text};`;
    let out = pad + text + newline;
    if (this.post.length > 0) out += `${pad}${this.post.join(`;${newline}${pad}`)};${newline}`;
    return out;
  }

  /** A slot of an array or hash: a Scalar there may be referred to from elsewhere. */
  private slot(slot: Slot, name: string): string {
    if (!(slot instanceof Scalar)) return this.value(slot, name);
    const v = slot.v;
    if (referentOf(v) === null) {
      const known = this.seen.get(slot);
      if (known !== undefined && this.done.has(slot)) return `\${${known}}`;
      if (known === undefined) this.seen.set(slot, `\\${name}`);
    }
    return this.value(v, name);
  }

  private value(v: PerlValue, name: string): string {
    const referent = referentOf(v);
    if (referent !== null) return this.reference(v, referent, name);
    if (v instanceof GlobValue) return globText(v.globValue.fullName);
    return plainValue(v, this.o.useqq);
  }

  private reference(v: PerlValue, referent: object & { blessed?: { name: string } | null }, name: string): string {
    if (referent.blessed) this.o.freeze(v);
    const known = this.seen.get(referent);
    if (known !== undefined) return this.again(v, name, known);
    this.seen.set(referent, this.storedName(v, name));
    const { maxdepth, maxrecurse } = this.o;
    if (maxdepth > 0 && this.level >= maxdepth) return singleQuoted(stringifyRef(v));
    if (maxrecurse > 0 && this.level >= maxrecurse) this.o.die(`Recursion limit of ${maxrecurse} exceeded`);
    const isRegExp = refType(v) === 'REGEXP';
    const cls = referent.blessed && !(isRegExp && referent.blessed.name === 'Regexp') ? referent.blessed.name : null;
    const outer = this.apad;
    if (cls !== null && this.o.indent >= 2) this.apad += ' '.repeat(this.o.bless.length + 2);
    this.level++;
    const body = this.body(v, name, cls !== null);
    this.level--;
    this.apad = outer;
    this.done.add(referent);
    if (this.o.deepcopy && this.level > 0) this.seen.delete(referent);
    if (cls === null) return body;
    const toaster = this.o.toaster === '' ? '' : `->${this.o.toaster}()`;
    return `${this.o.bless}( ${body}, ${singleQuoted(cls)} )${toaster}`;
  }

  private storedName(v: PerlValue, name: string): string {
    if (/^[@%]/.test(name)) return `\\${name}`;
    return v instanceof PerlCode && name.startsWith('*') ? `\\&${name.slice(1)}` : name;
  }

  /** Something that has a name already. */
  private again(v: PerlValue, name: string, known: string): string {
    if (this.o.purity && this.level > 0) {
      this.post.push(`${name} = ${known}`);
      return v instanceof PerlHash ? '{}' : v instanceof PerlArray ? '[]' : 'do{my $o}';
    }
    const sigil = name[0];
    if (sigil === '@' || sigil === '%') return known.startsWith(`\\${sigil}`) ? known.slice(1) : `${sigil}{${known}}`;
    return known;
  }

  private body(v: PerlValue, name: string, blessed: boolean): string {
    if (v instanceof PerlArray) return this.array(v, name);
    if (v instanceof PerlHash) return this.hash(v, name);
    if (v instanceof PerlCode) {
      if (this.o.purity) this.o.warn('Encountered CODE ref, using dummy placeholder');
      return 'sub { "DUMMY" }';
    }
    if (v instanceof PerlGlob) return `\\${globText(v.fullName)}`;
    if (refType(v) === 'REGEXP') return regExpText(stringifyRef(v));
    if (v instanceof ScalarRef) {
      const inner = this.value(v.target.v, `\${${name}}`);
      return blessed ? `do{\\(my $o = ${inner})}` : `\\${inner}`;
    }
    return 'undef';
  }

  /** `$x->` or what else stands before `[0]` and `{key}`. */
  private elementPrefix(name: string): string {
    if (/^[@%]/.test(name)) return `$${name.slice(1)}`;
    const prefix = /^\\?[%@*$][^{].*[\]}]$/.test(name) ? name : `${name}->`;
    return /^\*.+\{[A-Z]+\}$/.test(prefix) ? `${prefix}->` : prefix;
  }

  private get newline(): string {
    return (this.o.indent > 0 ? '\n' : '') + this.o.pad + this.apad;
  }
  private indentation(level: number): string {
    return this.o.indent > 0 ? '  '.repeat(level) : '';
  }

  private array(array: PerlArray, name: string): string {
    const [open, close] = name.startsWith('@') ? '()' : '[]';
    const prefix = this.elementPrefix(name);
    const start = this.newline + this.indentation(this.level);
    const count = array.length;
    let out = open as string;
    for (let i = 0; i < count; i++) {
      if (this.o.indent >= 3) out += `${start}#${i}`;
      out += start + this.slot(slotOf(array, i), `${prefix}[${i}]`);
      if (i < count - 1 || (this.o.trailingcomma && this.o.indent >= 1)) out += ',';
    }
    if (count > 0) out += this.newline + this.indentation(this.level - 1);
    return out + close;
  }

  private hash(hash: PerlHash, name: string): string {
    const [open, close] = name.startsWith('%') ? '()' : '{}';
    const prefix = this.elementPrefix(name);
    const start = this.newline + this.indentation(this.level);
    const outer = this.apad;
    const parts = this.o.keysOf(hash).map((key) => {
      const shown = quoteKey(key, this.o);
      if (this.o.indent >= 2) this.apad = outer + ' '.repeat(shown.length + 4);
      const text = `${start}${shown}${this.o.pair}${this.slot(hashSlot(hash, key), `${prefix}{${shown}}`)}`;
      this.apad = outer;
      return text;
    });
    if (parts.length === 0) return `${open}${close}`;
    const comma = this.o.trailingcomma && this.o.indent >= 1 ? ',' : '';
    return open + parts.join(',') + comma + this.newline + this.indentation(this.level - 1) + close;
  }
}

/** The raw slot of a plain array; a tied or special one is asked for its value. */
function slotOf(array: PerlArray, i: number): Slot {
  return isPlainArray(array) ? array.a[i] : array.get(i);
}

function hashSlot(hash: PerlHash, key: string): Slot {
  return Object.getPrototypeOf(hash) === PerlHash.prototype ? hash.m.get(key) : hash.get(key);
}

/** qr/.../flags from the text (?^flags:...). */
function regExpText(text: string): string {
  const [, flags = '', pattern = text] = /^\(\?\^?([a-z]*)(?:-[a-z]*)?:(.*)\)$/s.exec(text) ?? [];
  return `qr/${pattern.replace(/\\.|\//gs, (piece) => (piece === '/' ? '\\/' : piece))}/${flags}`;
}
