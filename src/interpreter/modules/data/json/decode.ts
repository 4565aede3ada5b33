/** JSON text to Perl values, with the complaints of JSON::PP. */
import { PerlArray } from '../../../../runtime/array.js';
import { PerlHash } from '../../../../runtime/hash.js';
import type { PerlValue } from '../../../../runtime/value.js';

export interface DecodeOptions {
  readonly relaxed: boolean;
  readonly loose: boolean;
  readonly maxDepth: number;
  readonly true: PerlValue;
  readonly false: PerlValue;
  object(hash: PerlHash): PerlValue;
  die(message: string): never;
}

const space = /[ \t\r\n]*/y;
const relaxedSpace = /(?:[ \t\r\n]|#[^\n]*)*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what JSON strings may hold as they are
const plainText = /[^"\\\x00-\x1f]*/y;
const numberText = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '"': '"',
  '\\': '\\',
  '/': '/',
  "'": "'",
};

export class Decoder {
  private readonly text: string;
  private readonly o: DecodeOptions;
  at = 0;
  private depth = 0;
  constructor(text: string, options: DecodeOptions) {
    this.text = text;
    this.o = options;
  }

  /** The value at the start; `at` is then behind it and the white space after it. */
  value(): PerlValue {
    this.skip();
    const c = this.text[this.at];
    if (c === '{') return this.object();
    if (c === '[') return this.array();
    if (c === '"') return this.string();
    if (c === '-' || (c !== undefined && c >= '0' && c <= '9')) return this.number();
    if (c === 't') return this.word('true', this.o.true);
    if (c === 'f') return this.word('false', this.o.false);
    if (c === 'n') return this.word('null', undefined);
    return this.fail('malformed JSON string, neither array, object, number, string or atom');
  }

  skip(): void {
    const pattern = this.o.relaxed ? relaxedSpace : space;
    pattern.lastIndex = this.at;
    pattern.test(this.text);
    this.at = pattern.lastIndex;
  }

  fail(message: string): never {
    const rest = this.text.slice(this.at);
    const shown = rest === '' ? '(end of string)' : rest.length > 40 ? `${rest.slice(0, 40)}...` : rest;
    const safe = shown.replace(
      /[^\x20-\x5b\x5d-\x7e]/gu,
      (c) =>
        ({ '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' })[c] ??
        `\\x{${(c.codePointAt(0) as number).toString(16)}}`,
    );
    return this.o.die(`${message}, at character offset ${this.at} (before "${safe}")`);
  }

  private word(word: string, value: PerlValue): PerlValue {
    if (!this.text.startsWith(word, this.at)) this.fail(`'${word}' expected`);
    this.at += word.length;
    return value;
  }

  private enter(): void {
    this.at++;
    if (++this.depth > this.o.maxDepth) {
      this.o.die('json text or perl structure exceeds maximum nesting level (max_depth set too low?)');
    }
    this.skip();
  }

  private leave(): void {
    this.at++;
    this.depth--;
  }

  private array(): PerlValue {
    this.enter();
    const list: PerlValue[] = [];
    while (this.text[this.at] !== ']') {
      if (this.at >= this.text.length) this.fail(', or ] expected while parsing array');
      list.push(this.value());
      this.skip();
      if (this.text[this.at] === ']') break;
      if (this.text[this.at] !== ',') this.fail(', or ] expected while parsing array');
      this.at++;
      this.skip();
      if (this.text[this.at] === ']' && !this.o.relaxed)
        this.fail('malformed JSON string, neither array, object, number, string or atom');
    }
    this.leave();
    return new PerlArray(list);
  }

  private object(): PerlValue {
    this.enter();
    const hash = new PerlHash();
    while (this.text[this.at] !== '}') {
      if (this.at >= this.text.length) this.fail(', or } expected while parsing object/hash');
      if (this.text[this.at] !== '"') this.failAfter('unexpected end of string while parsing JSON string');
      const key = this.string();
      this.skip();
      if (this.text[this.at] !== ':') this.fail("':' expected");
      this.at++;
      hash.m.set(key, this.value());
      this.skip();
      if (this.text[this.at] === '}') break;
      if (this.text[this.at] !== ',') this.fail(', or } expected while parsing object/hash');
      this.at++;
      this.skip();
      if (this.text[this.at] === '}' && !this.o.relaxed)
        this.failAfter('unexpected end of string while parsing JSON string');
    }
    this.leave();
    return this.o.object(hash);
  }

  private string(): string {
    let out = '';
    this.at++;
    for (;;) {
      plainText.lastIndex = this.at;
      plainText.test(this.text);
      out += this.text.slice(this.at, plainText.lastIndex);
      this.at = plainText.lastIndex;
      const c = this.text[this.at];
      if (c === '"') break;
      if (c === undefined) this.fail('unexpected end of string while parsing JSON string');
      if (c === '\\') out += this.escape();
      else if (this.o.loose || (this.o.relaxed && c === '\t')) {
        out += c;
        this.at++;
      } else this.fail('invalid character encountered while parsing JSON string');
    }
    this.at++;
    return out;
  }

  private escape(): string {
    const c = this.text[this.at + 1];
    if (c === 'u') return this.unicodeEscape();
    const known = c === undefined ? undefined : escapes[c];
    if (known === undefined) this.fail('illegal backslash escape sequence in string');
    this.at += 2;
    return known;
  }

  private unicodeEscape(): string {
    const code = this.hex4();
    if (code < 0xd800 || code > 0xdfff) return String.fromCharCode(code);
    if (code > 0xdbff) this.fail('missing high surrogate character in surrogate pair');
    if (!this.text.startsWith('\\u', this.at)) this.fail('missing low surrogate character in surrogate pair');
    const low = this.hex4();
    if (low < 0xdc00 || low > 0xdfff) this.fail('surrogate pair expected');
    return String.fromCharCode(code, low);
  }

  private hex4(): number {
    const digits = this.text.slice(this.at + 2, this.at + 6);
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.fail('malformed \\uXXXX character in JSON string');
    this.at += 6;
    return Number.parseInt(digits, 16);
  }

  private number(): PerlValue {
    numberText.lastIndex = this.at;
    if (!numberText.test(this.text)) {
      this.at++;
      this.failAfter('malformed number (no digits after initial minus)');
    }
    const text = this.text.slice(this.at, numberText.lastIndex);
    if (/^-?0\d/.test(text)) {
      this.at += text.indexOf('0') + 1;
      this.fail('malformed number (leading zero must not be followed by another digit)');
    }
    this.at = numberText.lastIndex;
    const next = this.text[this.at];
    if (next === '.' && !text.includes('.')) this.failAfterNext('malformed number (no digits after decimal point)');
    if ((next === 'e' || next === 'E') && !/[eE]/.test(text))
      this.failAfterNext('malformed number (no digits after exp sign)');
    if (/[.eE]/.test(text)) return Number(text);
    const n = Number(text);
    // Integers beyond 64 bits stay texts, so that no digit is lost.
    return Number.isSafeInteger(n) ? n + 0 : bigInteger(text);
  }

  /** The complaint comes when the character has been read. */
  /** Complain about what follows the next character. */
  private failAfterNext(message: string): never {
    this.at++;
    return this.failAfter(message);
  }
  failAfter(message: string): never {
    this.at++;
    return this.fail(message);
  }
}

function bigInteger(text: string): PerlValue {
  const n = BigInt(text);
  return n >= -(2n ** 63n) && n < 2n ** 64n ? n : text;
}
