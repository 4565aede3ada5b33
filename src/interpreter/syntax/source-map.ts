/**
 * Where a place of the prepared text stands in the file as written: preparing cuts out POD and here-documents, and
 * `# line N "file"` (perlsyn, "Plain Old Comments (Not!)") renumbers what follows.
 */
export class SourceMap {
  readonly #lineStarts: number[] = [0];
  /** Pieces of source copied to the prepared text, in order: parallel arrays of offsets. */
  readonly #prepared: number[] = [];
  readonly #original: number[] = [];
  /** Renumberings: from this source offset on, `shift` is added to the physical line. */
  readonly #directives: { offset: number; shift: number; file: string | null }[] = [];
  readonly #startLine: number;

  constructor(source: string, startLine: number) {
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1);
    this.#startLine = startLine;
  }

  addPiece(prepared: number, original: number): void {
    this.#prepared.push(prepared);
    this.#original.push(original);
  }

  addDirective(offset: number, line: number, file: string | null): void {
    this.#directives.push({ offset, shift: line - (this.#physicalLine(offset) + this.#startLine), file });
  }

  /** The line number of a place in the prepared text. */
  line(prepared: number): number {
    return this.sourceLine(this.original(prepared));
  }

  /** The line number of a place in the source. */
  sourceLine(offset: number): number {
    const directive = lastAtOrBefore(this.#directives, offset);
    return this.#physicalLine(offset) + this.#startLine + (directive?.shift ?? 0);
  }

  /** The file name a `# line` directive gave to this place of the prepared text, if any. */
  file(prepared: number): string | null {
    if (this.#directives.length === 0) return null;
    const offset = this.original(prepared);
    let file: string | null = null;
    for (const directive of this.#directives) {
      if (directive.offset > offset) break;
      file = directive.file ?? file;
    }
    return file;
  }

  /** The place in the source. */
  original(prepared: number): number {
    const piece = lastIndexAtOrBefore(this.#prepared, prepared);
    return piece < 0 ? prepared : prepared - (this.#prepared[piece] ?? 0) + (this.#original[piece] ?? 0);
  }

  #physicalLine(offset: number): number {
    return lastIndexAtOrBefore(this.#lineStarts, offset);
  }
}

function lastAtOrBefore<T extends { offset: number }>(entries: readonly T[], offset: number): T | undefined {
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i];
    if (entry && entry.offset <= offset) return entry;
  }
  return undefined;
}

function lastIndexAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
