import { fromCodePoint } from '../../runtime/astral.js';
import type { Expr } from './ast.js';
import { readEscape } from './escapes.js';
import { type Quoting, variableEnd } from './interpolated-variable.js';
import { warnUnknownEscape } from './lexical-warnings.js';
import type { Resolver } from './resolver.js';

const CASE_FUNCTION: Record<string, string> = { U: 'uc', L: 'lc', Q: 'quotemeta', F: 'fc' };
const PLAIN = /[^\\$@]+/y;

/** A stretch under \U, \L, \Q or \F, or the whole text. */
interface Stretch {
  readonly letter: string;
  readonly parts: Expr[];
  /** \u or \l that waits for what comes next */
  once: 'ucfirst' | 'lcfirst' | null;
  /** \u or \l before the stretch: applies to its result */
  readonly outer: 'ucfirst' | 'lcfirst' | null;
}

/** Splits an interpolating text into its parts (perlop, "Quote-Like Operators"). */
class Interpolation {
  readonly #r: Resolver;
  readonly #text: string;
  readonly #at: number;
  readonly #quoting: Quoting;
  readonly #stack: Stretch[] = [{ letter: '', parts: [], once: null, outer: null }];
  #next = 0;

  /** stretches taken as they are: from, to */
  readonly #comments: ReadonlyMap<number, number>;

  constructor(
    r: Resolver,
    text: string,
    at: number,
    quoting: Quoting,
    comments: ReadonlyMap<number, number> = new Map(),
  ) {
    this.#comments = comments;
    this.#r = r;
    this.#text = text;
    this.#at = at;
    this.#quoting = quoting;
  }

  run(): Expr {
    while (this.#next < this.#text.length) this.#step();
    while (this.#stack.length > 1) this.#close();
    const { parts } = this.#top;
    const line = this.#line(0);
    const [only] = parts;
    if (!only) return { type: 'StrLit', value: '', line };
    if (parts.length === 1 && only.type === 'StrLit') return only;
    return { type: 'Interp', parts, line };
  }

  get #top(): Stretch {
    return this.#stack.at(-1) as Stretch;
  }

  #line(offset: number): number {
    return this.#r.line(this.#at + offset);
  }

  #step(): void {
    const plain = this.#plain();
    if (plain !== undefined) {
      this.#literal(plain);
      this.#next += plain.length;
      return;
    }
    if (this.#text[this.#next] === '\\') this.#backslash();
    else this.#variable();
  }

  /** The text up to the next character that may mean something. */
  #plain(): string | undefined {
    PLAIN.lastIndex = this.#next;
    let end = this.#next + (PLAIN.exec(this.#text)?.[0].length ?? 0);
    for (const [from, to] of this.#comments) if (from >= this.#next && from <= end && to > end) end = to;
    return end > this.#next ? this.#text.slice(this.#next, end) : undefined;
  }

  #literal(value: string): void {
    const { parts, once } = this.#top;
    let text = value;
    if (once && text !== '') {
      const first = text[0] ?? '';
      text = (once === 'ucfirst' ? first.toUpperCase() : first.toLowerCase()) + text.slice(1);
      this.#top.once = null;
    }
    const last = parts.at(-1);
    if (last?.type === 'StrLit') parts[parts.length - 1] = { ...last, value: last.value + text };
    else parts.push({ type: 'StrLit', value: text, line: this.#line(this.#next) });
  }

  #backslash(): void {
    const c = this.#text[this.#next + 1] ?? '';
    if (CASE_FUNCTION[c]) return this.#open(c);
    if (c === 'E') {
      this.#next += 2;
      if (this.#stack.length > 1) this.#close();
      return;
    }
    if (c === 'u' || c === 'l') return this.#once(c === 'u' ? 'ucfirst' : 'lcfirst');
    if (c === 'N' && /^\{[^}+]+\}/.test(this.#text.slice(this.#next + 2)) && this.#named()) return;
    if (this.#quoting === 'pattern') {
      this.#literal(this.#text.slice(this.#next, this.#next + 2));
      this.#next += 2;
      return;
    }
    if (c === 'N' && !this.#text.startsWith('U+', this.#next + 3))
      this.#r.fail('Unknown charname', this.#at + this.#next);
    if (/[xo]/.test(c) && this.#text[this.#next + 2] === '{' && !this.#text.includes('}', this.#next))
      this.#r.suspect();
    const { value, length } = readEscape(this.#text, this.#next);
    if (length === 2 && value === c) warnUnknownEscape(this.#r, c, this.#line(this.#next));
    this.#literal(value);
    this.#next += length;
  }

  /** \N{NAME}; in a pattern the same text can be a count of characters that are no newlines. */
  #named(): boolean {
    const end = this.#text.indexOf('}', this.#next);
    const code = this.#r.env.namedCharacter?.(this.#text.slice(this.#next + 3, end)) ?? null;
    if (code === null) return false;
    this.#literal(this.#quoting === 'pattern' ? `\\x{${code.toString(16)}}` : fromCodePoint(code));
    this.#next = end + 1;
    return true;
  }

  #once(which: 'ucfirst' | 'lcfirst'): void {
    this.#next += 2;
    const top = this.#top;
    if (top.parts.length === 0 && (top.letter === 'L' || top.letter === 'U') && !top.outer) {
      this.#stack[this.#stack.length - 1] = { ...top, outer: which };
    } else top.once = which;
  }

  #open(letter: string): void {
    const current = this.#top.letter;
    if (current === letter) {
      this.#next += 2;
      return;
    }
    if (letter !== 'Q' && current !== 'Q' && current !== '') this.#close();
    this.#next += 2;
    const outer = this.#top.once;
    this.#top.once = null;
    this.#stack.push({ letter, parts: [], once: null, outer });
  }

  #close(): void {
    const closed = this.#stack.pop() as Stretch;
    if (closed.parts.length === 0) return;
    const line = this.#line(this.#next);
    const [only] = closed.parts;
    const inner: Expr = closed.parts.length === 1 && only ? only : { type: 'Interp', parts: closed.parts, line };
    const name = CASE_FUNCTION[closed.letter] ?? 'lc';
    const changed: Expr = { type: 'Func', name, args: [inner], parens: true, line };
    const made: Expr = closed.outer
      ? { type: 'Func', name: closed.outer, args: [changed], parens: true, line }
      : changed;
    this.#top.parts.push(made);
  }

  #variable(): void {
    const start = this.#next;
    const postfix = this.#r.env.feature('postderef_qq');
    const end = variableEnd(this.#text, start, this.#quoting, postfix);
    if (end < 0) {
      if (this.#quoting === 'string' && start === this.#text.length - 1 && this.#text[start] === '$') {
        this.#r.fail('Final $ should be \\$ or $name', this.#at + start, null);
      }
      if (this.#text[start + 1] === '{') this.#r.suspect();
      this.#literal(this.#text[start] ?? '');
      this.#next++;
      return;
    }
    this.#next = end;
    if (this.#quoting === 'string' && /^(?:->)?[[{]/.test(this.#text.slice(end, end + 3))) this.#r.suspect();
    const top = this.#top;
    let part = this.#code(this.#text.slice(start, end), start);
    if (top.once) {
      part = { type: 'Func', name: top.once, args: [part], parens: true, line: part.line };
      top.once = null;
    }
    top.parts.push(part);
  }

  #code(code: string, start: number): Expr {
    const at = this.#at + start;
    const line = this.#r.line(at);
    if (/^\$\w+$/.test(code)) return { type: 'Var', sigil: '$', name: code.slice(1), line };
    const expr = this.#expression(this.#unbraced(code), at);
    const isList = code.startsWith('@') || /->@(?:\*|[[{].*)$/s.test(code);
    return isList ? { type: 'JoinList', list: expr, line } : expr;
  }

  /** "${name[1]}" and "${name{key}}" are elements of @name and %name. */
  #unbraced(code: string): string {
    const found = /^([$@])\{\s*(\^?\w+(?:::\w+)*)\s*([[{].*[\]}])\s*\}$/s.exec(code);
    if (!found) return code;
    const [, sigil, name = '', subscript] = found;
    return name.startsWith('^') ? `${sigil}{${name}}${subscript}` : `${sigil}${name}${subscript}`;
  }

  #expression(code: string, at: number): Expr {
    const row = this.#r.passes.rowFromText(this.#r, code, at);
    const expr = this.#r.expression(row, 0);
    this.#r.expectEnd(row);
    return expr;
  }
}

export function interpolate(
  r: Resolver,
  text: string,
  at: number,
  quoting: Quoting,
  comments?: ReadonlyMap<number, number>,
): Expr {
  if (!/[\\$@]/.test(text)) return { type: 'StrLit', value: text, line: r.line(at) };
  return new Interpolation(r, text, at, quoting, comments).run();
}
