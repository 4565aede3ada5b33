/** Perl values to JSON text, as JSON::PP writes it. */
import { PerlArray } from '../../../../runtime/array.js';
import { formatNumber } from '../../../../runtime/format-number.js';
import { PerlCode } from '../../../../runtime/code.js';
import { GlobValue, PerlGlob } from '../../../../runtime/glob.js';
import { PerlHash } from '../../../../runtime/hash.js';
import { str } from '../../../../runtime/convert.js';
import { stringifyRef } from '../../../../runtime/stringify-ref.js';
import { Dual, FloatInteger, type PerlValue, referentOf, ScalarRef } from '../../../../runtime/value.js';

export interface EncodeOptions {
  readonly ascii: boolean;
  readonly latin1: boolean;
  readonly indent: boolean;
  readonly indentLength: number;
  readonly spaceBefore: boolean;
  readonly spaceAfter: boolean;
  readonly escapeSlash: boolean;
  readonly allowBlessed: boolean;
  readonly allowUnknown: boolean;
  readonly maxDepth: number;
  keysOf(hash: PerlHash): string[];
  /** what TO_JSON says, in a box; null: nothing to ask */
  convert(object: PerlValue): { value: PerlValue } | null;
  die(message: string): never;
}

const escapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\f': '\\f',
  '\b': '\\b',
  '"': '\\"',
  '\\': '\\\\',
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: what must be escaped
const special = /["\\\x00-\x1f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what must be escaped
const specials = /["\\\x00-\x1f]/g;

export class Encoder {
  private readonly o: EncodeOptions;
  private depth = 0;
  constructor(options: EncodeOptions) {
    this.o = options;
  }

  value(v: PerlValue): string {
    if (v === undefined) return 'null';
    if (typeof v === 'string') return this.text(v);
    if (typeof v === 'number') return formatNumber(v);
    if (typeof v === 'bigint') return `${v}`;
    if (v instanceof FloatInteger) return formatNumber(v.n);
    if (v instanceof Dual) return `${v.n}` === v.s ? v.s : this.text(v.s);
    const referent = referentOf(v);
    if (referent === null) return this.text(str(v, 'encode'));
    if (referent.blessed) return this.object(v);
    return this.plainReference(v);
  }

  private plainReference(v: PerlValue): string {
    if (v instanceof PerlArray) return this.array(v);
    if (v instanceof PerlHash) return this.hash(v);
    if (v instanceof ScalarRef && !(v.target.v instanceof GlobValue)) {
      const inner = v.target.v;
      const text = referentOf(inner) === null && inner !== undefined ? str(inner, 'encode') : '';
      if (text === '1') return 'true';
      if (text === '0') return 'false';
      if (this.o.allowUnknown) return 'null';
      return this.o.die('cannot encode reference to scalar');
    }
    if (this.o.allowUnknown) return 'null';
    const thing = v instanceof PerlCode || v instanceof PerlGlob ? stringifyRef(v) : str(v, 'encode');
    return this.o.die(`encountered ${thing}, but JSON can only represent references to arrays or hashes`);
  }

  private object(v: PerlValue): string {
    const cls = referentOf(v)?.blessed?.name ?? '';
    if (/^(?:JSON::PP::|Types::Serialiser::)Boolean$/.test(cls))
      return str((v as ScalarRef).target.v, 'encode') === '1' ? 'true' : 'false';
    const converted = this.o.convert(v);
    if (converted !== null) return this.value(converted.value);
    if (this.o.allowBlessed) return 'null';
    return this.o.die(
      `encountered object '${stringifyRef(v)}', but neither allow_blessed, convert_blessed nor allow_tags settings are enabled (or TO_JSON/FREEZE method missing)`,
    );
  }

  text(s: string): string {
    let out = special.test(s)
      ? s.replace(specials, (c) => escapes[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
      : s;
    if (this.o.escapeSlash) out = out.replace(/\//g, '\\/');
    if (this.o.ascii) out = out.replace(/[\u0080-\uffff]/g, unicodeEscape);
    else if (this.o.latin1) out = out.replace(/[\u0100-\uffff]/g, unicodeEscape);
    return `"${out}"`;
  }

  private array(array: PerlArray): string {
    this.enter();
    const items = array.list().map((item) => this.value(item));
    return this.wrap('[', items, ']');
  }

  private hash(hash: PerlHash): string {
    const keys = this.o.keysOf(hash);
    this.enter();
    const colon = `${this.o.spaceBefore ? ' ' : ''}:${this.o.spaceAfter ? ' ' : ''}`;
    const items = keys.map((key) => this.text(key) + colon + this.value(hash.get(key)));
    return this.wrap('{', items, '}');
  }

  private enter(): void {
    if (++this.depth > this.o.maxDepth) {
      this.o.die('json text or perl structure exceeds maximum nesting level (max_depth set too low?)');
    }
  }

  private wrap(open: string, items: readonly string[], close: string): string {
    const inner = this.newline(this.depth);
    const outer = this.newline(--this.depth);
    if (items.length === 0) return open + close;
    return open + inner + items.join(`,${inner}`) + outer + close;
  }

  private newline(depth: number): string {
    return this.o.indent ? `\n${' '.repeat(depth * this.o.indentLength)}` : '';
  }
}

const unicodeEscape = (c: string): string => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
