import type { Token } from './flat.js';

/** A place in a flat row of tokens: what the second pass reads with. */
export class Row {
  tokens: readonly Token[];
  /** offset just after the row, for messages about its end */
  readonly end: number;
  next = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.tokens = tokens;
    this.end = end;
  }

  get atEnd(): boolean {
    return this.next >= this.tokens.length;
  }

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.next + ahead];
  }

  take(): Token | undefined {
    return this.tokens[this.next++];
  }

  /** Is the next token (or the one `ahead`) this symbol? */
  isSymbol(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'symbol' && token.text === text;
  }

  isWord(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'word' && token.text === text;
  }

  /** Takes the symbol if it comes next. */
  takeSymbol(text: string): boolean {
    if (!this.isSymbol(text)) return false;
    this.next++;
    return true;
  }

  /** What the grammar took for several tokens is one. */
  replace(ahead: number, count: number, token: Token): void {
    const at = this.next + ahead;
    this.tokens = [...this.tokens.slice(0, at), token, ...this.tokens.slice(at + count)];
  }

  /** Offset of the next token, or of the row's end. */
  get at(): number {
    return this.peek()?.at ?? this.end;
  }
}
