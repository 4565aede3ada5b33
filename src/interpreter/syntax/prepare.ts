import { PerlSyntaxError } from './parser-env.js';
import { formatHead, FormatText } from './format-text.js';
import { type HereDocument, readTag } from './here-document.js';
import { HereDocuments } from './here-documents.js';
import { PreparedText } from './prepared-text.js';
import { codeInQuote } from './quoted-code.js';
import type { SourceMap } from './source-map.js';

/** A program ready for the grammar: without POD, here-document bodies and what follows `__END__`. */
export interface Prepared {
  readonly text: string;
  readonly map: SourceMap;
  readonly hereDocuments: HereDocument[];
  /** what follows `__END__` or `__DATA__` */
  readonly data: string | null;
  /** What looked wrong on the way: tells why, when the grammar can't read the text either. */
  readonly trouble: PerlSyntaxError | null;
  /** what the program has between two places of the text */
  asWritten(from: number, to: number): string;
  /** place in the text of a here-document that does not end, or -1 */
  readonly unfinished: number;
  /** closing brackets that are missing at the end */
  readonly missing: string;
}

const WORD = /[A-Za-z_\x80-\uffff][\w\x80-\uffff]*(?:::[\w\x80-\uffff]+)*(?:::)?/y;
const QUOTE_WORD = /^(?:q[qwrx]?|m|s|tr|y)$/;
const TWO_PART = /^(?:s|tr|y)$/;
const BARE_KEY = /\{\s*-?[A-Za-z_\x80-\uffff][\w\x80-\uffff]*\s*\}/y;
const DIRECTIVE = /#[ \t]*line[ \t]+(\d+)[ \t]*(?:[ \t]("[^"\n]+"|[^\s"]+))?[ \t]*\r?$/my;
const VARIABLE =
  /[$@](?:#(?=[{$\w:])|#?)(?:\$+(?=[\w{:]))?(?:(?:::)?[A-Za-z_\x80-\uffff][\w\x80-\uffff]*(?:(?:::|'(?=[A-Za-z_]))[\w\x80-\uffff]+)*(?:::)?|\d+|\^[A-Z]|(?=\{))/y;
/** A hash, code or glob where a term is expected; `*"` and its like are globs of special variables. */
const SIGIL_NAME = /[%&*](?:::)?[A-Za-z_\x80-\uffff][\w:\x80-\uffff]*|\*[^\w\s{$()]|\*[()$](?=\s*;)|%[-+!]/y;
const CLOSING: Record<string, string> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** Words after which `/` begins a pattern. */
const TERM_WORD = new Set(
  (
    'and or not xor if unless while until for foreach split grep map join push unshift return print say die warn eq ne lt ' +
    'gt le ge cmp x when ok like unlike defined'
  ).split(' '),
);

/** Reads the source once, knowing only what a comment, a quote and a pattern are. */
class Preparation {
  readonly #source: string;
  readonly #text: PreparedText;
  readonly #documents: HereDocuments;
  #at = 0;
  /** the last significant token was an operand: an operator is expected */
  #afterTerm = false;
  #afterBrace = false;
  #lastWord: { text: string; end: number } | null = null;
  #lastTokenEnd = 0;
  readonly #open: string[] = [];
  #data: string | null = null;
  #trouble: PerlSyntaxError | null = null;
  #unfinished = -1;

  constructor(source: string, startLine: number) {
    this.#source = source;
    this.#text = new PreparedText(source, startLine);
    this.#documents = new HereDocuments(this.#text);
  }

  get #map(): SourceMap {
    return this.#text.map;
  }

  run(): Prepared {
    this.#lineStart();
    while (this.#at < this.#source.length && this.#data === null) this.#token();
    if (this.#data === null) this.#text.copyTo(this.#source.length);
    this.#trouble ??= this.#unclosed();
    return {
      text: this.#text.text,
      map: this.#map,
      hereDocuments: this.#documents.read,
      data: this.#data,
      trouble: this.#trouble,
      unfinished: this.#unfinished,
      asWritten: (from, to) => this.#source.slice(this.#map.original(from), this.#map.original(to)),
      missing: this.#open
        .map((bracket) => CLOSING[bracket] ?? '')
        .reverse()
        .join(''),
    };
  }

  /** A bracket left open is missed at the end. */
  #unclosed(): PerlSyntaxError | null {
    if (this.#open.length === 0) return null;
    const end = this.#source.trimEnd().length;
    return new PerlSyntaxError('Missing right curly or square bracket', this.#map.sourceLine(end), '\n');
  }

  /** Leaves out the source from here to `end`. */
  #cut(end: number): void {
    this.#text.cut(this.#at, end);
    this.#at = end;
  }

  #token(): void {
    const c = this.#source[this.#at] ?? '';
    if (c === '\n') return this.#newline();
    if (c === ' ' || c === '\t' || c === '\r' || c === '\f') {
      this.#at++;
      return;
    }
    if (c === '#') {
      const end = this.#source.indexOf('\n', this.#at);
      this.#at = end < 0 ? this.#source.length : end;
      return;
    }
    this.#significant(c);
    this.#lastTokenEnd = this.#at;
  }

  #significant(c: string): void {
    WORD.lastIndex = this.#at;
    const word = WORD.exec(this.#source)?.[0];
    if (word !== undefined) return this.#word(word);
    const afterBrace = this.#afterBrace;
    this.#afterBrace = false;
    if (c === '$' || c === '@') return this.#variable(c);
    if (c === '"' || c === "'" || c === '`') return this.#quote(c, `Can't find string terminator ${quoted(c)}`);
    if (c >= '0' && c <= '9') {
      this.#match(/\d\w*/y);
      this.#afterTerm = true;
      return;
    }
    if (c === '/') return this.#slash(afterBrace);
    if (c === '<' && this.#hereDocument()) return;
    if ((c === '%' || c === '&' || c === '*') && !this.#afterTerm && this.#match(SIGIL_NAME)) {
      this.#afterTerm = true;
      return;
    }
    this.#punctuation(c);
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (!found) return null;
    this.#at += found[0].length;
    return found[0];
  }

  #punctuation(c: string): void {
    if (c === '{' && this.#match(BARE_KEY)) {
      this.#afterTerm = true;
      this.#afterBrace = true;
      return;
    }
    this.#at++;
    if (c === '(' || c === '[' || c === '{') this.#open.push(c);
    if (c === ')' || c === ']' || c === '}') this.#close(c);
    this.#afterTerm = c === ')' || c === ']' || c === '}';
    this.#afterBrace = c === '}';
    this.#lastWord = null;
    if (c === '-' && this.#match(/>\s*[A-Za-z_\x80-\uffff](?:[\w:\x80-\uffff]|'(?=[A-Za-z_]))*/y))
      this.#afterTerm = true;
  }

  #close(c: string): void {
    const top = this.#open.at(-1);
    if (top && CLOSING[top] === c) this.#open.pop();
    else if (c !== ')' && !top && this.#trouble === null) {
      const name = c === '}' ? 'curly' : 'square';
      this.#trouble = new PerlSyntaxError(`Unmatched right ${name} bracket`, this.#map.sourceLine(this.#at - 1), '\n');
    }
  }

  #newline(): void {
    this.#at++;
    this.#at = this.#documents.take(this.#at);
    this.#lineStart();
  }

  /** What only the beginning of a line can hold: POD, `# line`. */
  #lineStart(): void {
    while (/^=[a-zA-Z]/.test(this.#source.slice(this.#at, this.#at + 2))) {
      const cut = /^=cut\b.*(?:\n|$)/gm;
      cut.lastIndex = this.#at;
      if (/^=cut\b/.test(this.#source.slice(this.#at, this.#at + 5))) cut.lastIndex = this.#at;
      const end = cut.exec(this.#source) ? cut.lastIndex : this.#source.length;
      this.#cut(end);
    }
    if (this.#source[this.#at] === '#') this.#directive();
  }

  #directive(): void {
    DIRECTIVE.lastIndex = this.#at;
    const found = DIRECTIVE.exec(this.#source);
    if (!found) return;
    const next = this.#source.indexOf('\n', this.#at) + 1;
    if (next > 0) this.#map.addDirective(next, Number(found[1]), found[2]?.replace(/^"|"$/g, '') ?? null);
  }

  #variable(c: string): void {
    this.#afterTerm = true;
    this.#lastWord = null;
    if (this.#match(VARIABLE)) return;
    this.#at += c === '$' || /[-+]/.test(this.#source[this.#at + 1] ?? '') ? 2 : 1;
  }

  #word(word: string): void {
    const start = this.#at;
    this.#at += word.length;
    const before = this.#source.slice(Math.max(0, start - 1), start);
    if (word === 'format' && !/[\w$@%&*>-]/.test(before) && this.#format(start)) return;
    const isName = this.#lastWord?.text === 'sub' || before === '>' || before === '&' || before === '-';
    if (QUOTE_WORD.test(word) && !(isName && this.#lastTokenEnd >= start - 1 && before !== '') && this.#quoteLike(word))
      return;
    this.#afterBrace = false;
    if (/^'[A-Za-z_]/.test(this.#source.slice(this.#at, this.#at + 2)) && !TERM_WORD.has(word)) this.#match(/'\w+/y);
    if (word === 'sub' || this.#lastWord?.text === 'sub') this.#match(/\s*\([$@%&*;\\[\]+_\s]*\)/y);
    if ((word === '__END__' || word === '__DATA__') && !this.#comes(/\s*=>/y)) return this.#endOfProgram(start);
    this.#afterTerm = !TERM_WORD.has(word);
    this.#lastWord = { text: word, end: this.#at };
  }

  #format(start: number): boolean {
    const head = this.#afterTerm && !this.#afterBrace ? null : formatHead(this.#source, start);
    if (head === null) return false;
    const end = new FormatText(this.#text, this.#documents).read(head.equals, head.body);
    this.#at = end ?? this.#source.length;
    if (end === null)
      this.#trouble ??= new PerlSyntaxError('Format not terminated', this.#map.sourceLine(this.#at), '\n');
    this.#afterTerm = false;
    this.#afterBrace = false;
    this.#lastWord = null;
    this.#lineStart();
    return true;
  }

  #comes(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#source);
  }

  #endOfProgram(start: number): void {
    this.#text.copyTo(start);
    const newline = this.#source.indexOf('\n', start);
    this.#data = newline < 0 ? '' : this.#source.slice(newline + 1);
  }

  #quoteLike(word: string): boolean {
    if (this.#lastWord?.text === 'sub' || this.#comes(/\s*(?:=>|[)}]|$)/y) || this.#comes(/\s+[\w=,;]/y)) return false;
    const start = this.#at;
    this.#match(/\s+(?:#.*\n\s*)*/y);
    const problem = quoteProblem(word, this.#source[this.#at] ?? '');
    this.#at = this.#body(this.#at, start, problem);
    const opening = this.#lastOpening;
    const middle = this.#at;
    if (TWO_PART.test(word)) {
      if (CLOSING[opening] !== undefined) {
        this.#match(/(?:\s+|(?<=\s)#.*\n)*/y);
        this.#at = this.#body(this.#at, start, problem.replace('pattern', 'replacement'));
      } else this.#at = this.#body(this.#at - 1, start, problem.replace('pattern', 'replacement'));
    }
    const end = this.#at - 1;
    const flags = this.#match(/[a-z]*/y) ?? '';
    this.#nestedDocuments(word, flags, start, middle, end);
    this.#afterTerm = true;
    this.#lastWord = null;
    return true;
  }

  /** Here-documents in the code of what has just been quoted; `middle`: where its second part begins. */
  #nestedDocuments(word: string, flags: string, start: number, middle: number, end: number): void {
    const tag = this.#source.indexOf('<<', start);
    if (tag < 0 || tag >= end) return;
    this.#documents.takeNested(codeInQuote(this.#source, { word, flags, start, middle, end }), end);
  }

  #lastOpening = '';

  /** Skips a delimited text that opens at `at`; returns the place after its closing delimiter. */
  #body(at: number, start: number, problem: string): number {
    const open = this.#source[at] ?? '';
    this.#lastOpening = open;
    const close = CLOSING[open] ?? open;
    let depth = 1;
    this.#at = at + 1;
    while (this.#at < this.#source.length) {
      const c = this.#source[this.#at] ?? '';
      if (c === '\\') this.#at += 2;
      else if (c === close && --depth === 0) return this.#at + 1;
      else if (c === open && close !== open) {
        depth++;
        this.#at++;
      } else {
        this.#at++;
        if (c === '\n') this.#at = this.#documents.take(this.#at);
      }
    }
    const message = problem.startsWith("Can't") ? `${problem} anywhere before EOF` : `${problem} not terminated`;
    this.#trouble ??= new PerlSyntaxError(message, this.#map.sourceLine(start), null);
    return this.#source.length;
  }

  #quote(c: string, problem: string): void {
    const start = this.#at;
    this.#at = this.#body(start, start, c === '`' ? 'Can\'t find string terminator "`"' : problem);
    this.#nestedDocuments(c, '', start, this.#at, this.#at);
    this.#afterTerm = true;
    this.#lastWord = null;
  }

  #slash(afterBrace: boolean): void {
    if (!this.#patternExpected(afterBrace)) {
      this.#at += this.#source[this.#at + 1] === '/' ? 2 : 1;
      this.#afterTerm = false;
      return;
    }
    this.#quote('/', 'Search pattern');
    this.#match(/[a-z]*/y);
  }

  #patternExpected(afterBrace: boolean): boolean {
    if (!this.#afterTerm) return true;
    const gap = this.#source.slice(this.#lastTokenEnd, this.#at);
    if (afterBrace) return gap.includes('\n') && this.#source[this.#at + 1] !== '/';
    const word = this.#lastWord;
    if (!word || word.end !== this.#lastTokenEnd || gap === '' || !/^[a-z]/.test(word.text)) return false;
    return !/[\s/=]/.test(this.#source[this.#at + 1] ?? ' ');
  }

  #hereDocument(): boolean {
    const tag = readTag(this.#source, this.#at);
    if (!tag) return false;
    if (!tag.terminated) {
      if (this.#afterTerm) return false;
      const text = `Can't find string terminator ${quoted(tag.name)} anywhere before EOF`;
      if (this.#trouble === null) this.#unfinished = this.#text.placeOf(this.#at);
      this.#trouble ??= new PerlSyntaxError(text, this.#map.sourceLine(this.#at), null);
      return false;
    }
    this.#at = this.#documents.begin(this.#at, tag);
    this.#afterTerm = true;
    return true;
  }
}

function quoted(terminator: string): string {
  return terminator.includes('"') ? `'${terminator}'` : `"${terminator}"`;
}

function quoteProblem(word: string, open: string): string {
  if (word === 's') return 'Substitution pattern';
  if (word === 'tr' || word === 'y') return 'Transliteration pattern';
  if (word === 'm' || word === 'qr') return 'Search pattern';
  return `Can't find string terminator ${quoted(CLOSING[open] ?? open)}`;
}

export function prepare(source: string, startLine: number): Prepared {
  return new Preparation(source, startLine).run();
}
