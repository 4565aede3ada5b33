/** Here-documents (perlop, "<<EOF"): their bodies are taken out of the text before the grammar reads it. */
import {
  type HereDocument,
  hereDocumentMark,
  type HereDocumentTag,
  readHereDocument,
  readTag,
} from './here-document.js';
import type { PreparedText } from './prepared-text.js';

/** Code in a string that begins a here-document. */
const NESTED = /[$@]\{[^}]*<<[~"'A-Za-z_]/;

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The here-documents of a program: tags whose bodies are still to come, and the bodies taken out of the text. */
export class HereDocuments {
  readonly read: HereDocument[] = [];
  readonly #text: PreparedText;
  #pending: { tag: HereDocumentTag; index: number }[] = [];
  #numbered = 0;

  constructor(text: PreparedText) {
    this.#text = text;
  }

  /** A tag has been met: a mark takes its place. Returns the place after it. */
  begin(at: number, tag: HereDocumentTag): number {
    const index = this.#numbered++;
    this.#text.replace(at, tag.end, hereDocumentMark(index));
    this.#pending.push({ tag, index });
    return tag.end;
  }

  /** A text that counts as a here-document without a tag. */
  add(document: HereDocument): string {
    const index = this.#numbered++;
    this.read[index] = document;
    return hereDocumentMark(index);
  }

  /** The bodies begin on the line after the one with the tags, in the order of the tags. Returns the place after them. */
  take(lineStart: number): number {
    const { source, map } = this.#text;
    let at = lineStart;
    for (const { tag, index } of this.#pending) {
      const { body, end, unindented } = readHereDocument(source, at, tag);
      const line = map.sourceLine(at);
      const { quote } = tag;
      this.read[index] = { quote, body: quote === "'" ? body : this.#inner(body, line), line, unindented };
      this.#text.cut(at, end);
      at = end;
    }
    this.#pending = [];
    return at;
  }

  /**
   * Here-documents that begin in code within a quote-like construct, which ends at `end`: the bodies follow the line of the
   * tag if that line ends within the construct, else the line in which the construct ends (perlop, "<<EOF").
   */
  takeNested(code: readonly Range[], end: number): void {
    const outside = this.#pending;
    this.#pending = [];
    for (const range of code) {
      this.#takeBefore(range.from);
      this.#tagsIn(range);
    }
    this.#takeBefore(end);
    this.#pending.unshift(...outside);
  }

  #tagsIn({ from, to }: Range): void {
    const { source } = this.#text;
    for (let at = source.indexOf('<<', from); at >= 0 && at < to; at = source.indexOf('<<', at + 2)) {
      this.#takeBefore(at);
      const tag = at < this.#text.copied ? null : readTag(source, at);
      if (tag?.terminated) this.begin(at, tag);
    }
  }

  /** Takes what is pending if a line has ended before `limit`. */
  #takeBefore(limit: number): void {
    const last = this.#pending.at(-1);
    if (last === undefined) return;
    const newline = this.#text.source.indexOf('\n', last.tag.end);
    if (newline >= 0 && newline < limit) this.take(newline + 1);
  }

  /** Here-documents within the code of a here-document's body. */
  #inner(body: string, line: number): string {
    const at = body.search(NESTED);
    const start = body.indexOf('<<', at);
    const tag = at < 0 ? null : readTag(body, start);
    if (!tag?.terminated) return body;
    const lineEnd = body.indexOf('\n', tag.end) + 1;
    const inner = readHereDocument(body, lineEnd, tag);
    const mark = this.add({ quote: tag.quote, body: inner.body, line });
    return this.#inner(body.slice(0, start) + mark + body.slice(tag.end, lineEnd) + body.slice(inner.end), line);
  }
}
