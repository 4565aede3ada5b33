/**
 * Formats (perlform) become what the grammar can read: `format NAME {formline(PICTURE, VALUES); ...}`, where the pictures
 * are marks like those of here-documents.
 */
import type { HereDocuments } from './here-documents.js';
import { balancedEnd } from './interpolated-variable.js';
import type { PreparedText } from './prepared-text.js';

const HEAD = /format(?:\s+(?:::)?[A-Za-z_][\w:']*)?\s*(=[ \t]*\r?(?:#.*)?\n)/y;
const END = /\.[ \t\r]*(?:\n|$(?![\s\S]))/y;

/** Stands in the prepared text for the `=` of a format. */
const FORMAT_MARK = '\u{FDD2}';

/** If a format begins at `at`: the place of its `=`, and of its first line. */
export function formatHead(source: string, at: number): { equals: number; body: number } | null {
  HEAD.lastIndex = at;
  const found = HEAD.exec(source);
  return found && { equals: HEAD.lastIndex - (found[1] as string).length, body: HEAD.lastIndex };
}

export class FormatText {
  readonly #text: PreparedText;
  readonly #documents: HereDocuments;

  constructor(text: PreparedText, documents: HereDocuments) {
    this.#text = text;
    this.#documents = documents;
  }

  /** Reads the lines of a format. Returns the place after it; null if the dot at its end is missing. */
  read(equals: number, body: number): number | null {
    const { source } = this.#text;
    this.#text.replace(equals, body, `${FORMAT_MARK}{`);
    for (let at = body; at < source.length; ) {
      END.lastIndex = at;
      if (END.test(source)) {
        this.#text.replace(at, END.lastIndex, '1}\n');
        return END.lastIndex;
      }
      at = this.#picture(at);
    }
    return null;
  }

  /** Lines without fields go with the first one that has some, and the line of values after it. */
  #picture(start: number): number {
    const { source, map } = this.#text;
    let picture = '';
    let at = start;
    let values = -1;
    for (END.lastIndex = at; at < source.length && !END.test(source); END.lastIndex = at) {
      const line = this.#line(at);
      // A line with ~~ is filled again and again: nothing may go before it.
      if (!line.startsWith('#') && line.includes('~~') && picture !== '') break;
      at += line.length;
      if (line.startsWith('#')) continue;
      picture += line;
      if (!/[@^]/.test(line)) continue;
      values = at;
      break;
    }
    const mark = this.#documents.add({ quote: "'", body: picture, line: map.sourceLine(start) });
    if (values >= 0) return this.#values(start, values, mark);
    this.#text.replace(start, at, picture === '' ? '' : `formline(${mark});`);
    return at;
  }

  #line(at: number): string {
    const { source } = this.#text;
    const newline = source.indexOf('\n', at);
    return newline < 0 ? `${source.slice(at)}\n` : source.slice(at, newline + 1);
  }

  /** A line of values goes on where a string or a bracket is open at its end. */
  #valueLines(at: number): string {
    const { source } = this.#text;
    const first = this.#line(at);
    let lines = first;
    while (isOpen(lines)) {
      END.lastIndex = at + lines.length;
      if (END.lastIndex >= source.length || END.test(source)) return first;
      lines += this.#line(at + lines.length);
    }
    return lines;
  }

  /** One line, or as many as braces around them say. */
  #values(start: number, at: number, mark: string): number {
    const { source } = this.#text;
    const line = this.#valueLines(at);
    const brace = /^\s*\{/.exec(line);
    const close = brace === null ? -1 : balancedEnd(source, at + brace[0].length - 1);
    const from = close < 0 ? at : at + (brace as RegExpExecArray)[0].length;
    const next = close < 0 ? at + line.length : close + this.#line(close).length;
    const to = close < 0 ? from + line.trimEnd().replace(/;$/, '').length : close - 1;
    const isSequence = source.slice(from, to).includes(';');
    this.#text.replace(start, from, `formline(${mark},${isSequence ? 'do{' : ''}`, to);
    this.#nested(from, to);
    this.#text.replace(to, next, `\n${isSequence ? '}' : ''});`);
    return next;
  }

  /** Formats among the values of a format. */
  #nested(from: number, to: number): void {
    for (const { index, 0: blanks } of this.#text.source.slice(from, to).matchAll(/^[ \t]*(?=format\b)/gm)) {
      const at = from + index + blanks.length;
      const head = at < this.#text.copied ? null : formatHead(this.#text.source, at);
      if (head !== null) this.read(head.equals, head.body);
    }
  }
}

function isOpen(text: string): boolean {
  const bare = text.replace(/\\./gs, '').replace(/'[^'\n]*'|"[^"]*"/g, '');
  const count = (pattern: RegExp): number => bare.match(pattern)?.length ?? 0;
  return bare.includes('"') || count(/[[{]/g) > count(/[\]}]/g);
}
