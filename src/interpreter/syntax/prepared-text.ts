import { SourceMap } from './source-map.js';

/** The text that the grammar will read, as it grows: copied from the source, with pieces left out and others put in. */
export class PreparedText {
  readonly source: string;
  readonly map: SourceMap;
  readonly #pieces: string[] = [];
  #length = 0;
  /** the source up to here has been copied or left out */
  #copied = 0;

  constructor(source: string, startLine: number) {
    this.source = source;
    this.map = new SourceMap(source, startLine);
    this.map.addPiece(0, 0);
  }

  get text(): string {
    return this.#pieces.join('');
  }

  /** Where a place of the source, which has not been copied yet, will be. */
  placeOf(at: number): number {
    return this.#length + at - this.#copied;
  }

  get copied(): number {
    return this.#copied;
  }

  copyTo(end: number): void {
    if (end <= this.#copied) return;
    this.#add(this.source.slice(this.#copied, end));
    this.#copied = end;
  }

  #add(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
  }

  /** Leaves out the source between two places. */
  cut(from: number, end: number): void {
    this.replace(from, end, '');
  }

  /** Puts another text in the place of a piece of the source; its line is that of `origin`. */
  replace(from: number, end: number, text: string, origin = from): void {
    this.copyTo(from);
    this.#copied = end;
    this.map.addPiece(this.#length, origin);
    this.#add(text);
    this.map.addPiece(this.#length, end);
  }
}
