/**
 * The text under the eyes of the second reading. perl reads a file line by line and shows, after `near`, what of the
 * current lines lies between the token before last and the place it has come to; so it matters which lines are held when.
 */

/** A text that may lose the bodies of its here-documents while it is read. */
export interface Held {
  text: string;
}

/** `# line N "file"` (perlsyn, "Plain Old Comments (Not!)"). */
const DIRECTIVE = /^#[ \t]*line[ \t]+(\d+)[ \t]*(?:[ \t]("[^"\n]+"|[^\s"]+))?[ \t]*\r?$/;

export class SourceText {
  /** what is held of the source: some lines of a file, all of an evaluated text, or what stands in a string */
  held: Held = { text: '' };
  /** up to where it has been read */
  at = 0;
  /** where the last token began, and the one before it */
  old = 0;
  older = 0;
  lineStart = 0;
  /** where the last named unary operator, and the last list operator, stood; -1: nowhere near */
  lastUnary = -1;
  lastList = -1;
  line: number;
  file: string;
  /** lines of here-documents that have been read ahead of what follows their tags */
  hereLines = 0;
  /** more lines may come: the end of a file has not been met */
  streaming: boolean;
  inPod = false;
  /** the end of the file has been seen, not only that of the program */
  metEnd = false;
  readonly #source: string;
  #next = 0;

  constructor(source: string, file: string, startLine: number, evaluated: boolean) {
    this.#source = source;
    this.file = file;
    this.streaming = !evaluated;
    this.line = evaluated ? startLine : startLine - 1;
    this.held.text = evaluated ? `${source}\n;` : '';
    if (evaluated) {
      this.#next = source.length + 2;
      this.directive(0);
    }
  }

  get text(): string {
    return this.held.text;
  }
  get end(): number {
    return this.held.text.length;
  }
  /** The place in the source of a place in the current lines. */
  sourceOffset(at: number): number {
    return Math.min(this.#source.length, this.#next - (this.end - at));
  }
  sourceText(from: number, to: number): string {
    return this.#source.slice(from, to);
  }
  /** One line ends; those of here-documents that began on it have been read already. */
  countLine(): void {
    this.line += 1 + this.hereLines;
    this.hereLines = 0;
  }

  /** A new line begins at `at`. */
  beginLine(at: number, ordinary: boolean): void {
    this.countLine();
    const { text } = this.held;
    if (!this.streaming && ordinary && at + 1 === text.length && text[at] === ';') {
      this.line--;
      return;
    }
    this.directive(at);
  }
  private directive(at: number): void {
    const { text } = this.held;
    if (text[at] !== '#') return;
    const end = text.indexOf('\n', at);
    const found = DIRECTIVE.exec(text.slice(at, end < 0 ? text.length : end));
    if (!found) return;
    this.line = Number(found[1]) - 1;
    if (found[2] !== undefined) this.file = found[2].replace(/^"|"$/g, '');
  }

  /** Takes in the next line of the file, in place of what is held or behind it; false if there is none. */
  nextLine(keep: boolean, inString: boolean, fakeEnd = false): boolean {
    if (inString) return false;
    if (!keep && this.at === this.end) {
      this.held = { text: '' };
      this.at = this.old = this.older = this.lineStart = 0;
      this.lastUnary = this.lastList = -1;
    }
    if (!this.streaming && !fakeEnd) return false;
    if (this.streaming && this.#next < this.#source.length && !fakeEnd) {
      this.held.text += this.takeLine();
      return true;
    }
    if (!fakeEnd) this.metEnd = true;
    this.streaming = false;
    this.inPod = false;
    this.held.text += ';';
    return true;
  }
  /** The next line of the file; the empty string at its end. */
  takeLine(): string {
    const newline = this.#source.indexOf('\n', this.#next);
    const end = newline < 0 ? this.#source.length : newline + 1;
    const line = this.#source.slice(this.#next, end);
    this.#next = end;
    if (newline < 0) this.metEnd = true;
    return line;
  }

  /** From `s` on over blanks, comments and line ends; returns the place of the next token. */
  skipSpace(s: number, inString: boolean, peeking = false): number {
    const before = this.at;
    let lineBegins = false;
    for (;;) {
      const c = this.held.text[s];
      if (c === '#') {
        const newline = this.held.text.indexOf('\n', s);
        s = newline < 0 ? this.end : newline;
      } else if (c === '\n') {
        s++;
        if (peeking) continue;
        this.lineStart = s;
        if (s === this.end) lineBegins = true;
        else this.beginLine(s, !inString);
      } else if (c === undefined) {
        this.at = s;
        const { line } = this;
        const more = this.nextLine(true, inString);
        this.line = line;
        if (!more) break;
        if (!peeking && lineBegins && this.streaming) {
          this.beginLine(s, true);
          lineBegins = false;
        }
      } else if (isSpace(c)) s++;
      else break;
    }
    this.at = Math.max(before, this.lineStart);
    return s;
  }
}

export function isSpace(c: string | undefined): boolean {
  return c === ' ' || c === '\t' || c === '\n' || c === '\r' || c === '\f' || c === '\v';
}

export function isBlank(c: string | undefined): boolean {
  return c === ' ' || c === '\t';
}

export function isDigit(c: string | undefined): boolean {
  return c !== undefined && c >= '0' && c <= '9';
}

export function isWordStart(c: string | undefined): boolean {
  return c !== undefined && /[A-Za-z_\u{80}-\u{10ffff}]/u.test(c);
}

export function isWordPart(c: string | undefined): boolean {
  return c !== undefined && /[\w\u{80}-\u{10ffff}]/u.test(c);
}
