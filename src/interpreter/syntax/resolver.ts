import type { Block, Expr, ParserEnv, SubBody } from './ast.js';
import { PerlSyntaxError } from './ast.js';
import type { BraceToken, SubHead, Token } from './flat.js';
import { Row } from './row.js';
import type { Prepared } from './prepare.js';

/** What the files of the second pass call of one another, upwards: set once by parser.ts. */
export interface Passes {
  expression(r: Resolver, row: Row, level: number): Expr;
  tails(r: Resolver, row: Row, start: Expr, subscripted: boolean): Expr;
  block(r: Resolver, braces: BraceToken, scoped: boolean): Block;
  subBody(r: Resolver, head: SubHead, body: BraceToken, name: string | null, at: number): SubBody;
  rowFromText(r: Resolver, text: string, at: number): Row;
  blockFromText(r: Resolver, text: string, at: number): Block;
}

/** The state of the second pass over one program. */
export class Resolver {
  readonly env: ParserEnv;
  readonly prepared: Prepared;
  readonly passes: Passes;
  /** `my sub` names by scope, innermost last */
  readonly lexicalSubs: Set<string>[] = [new Set()];
  pkg = 'main';
  file: string;
  /** Fixed line for the code inside a here-document or a string that is read apart from the text. */
  #lineShift: { from: number; line: number } | null = null;

  constructor(env: ParserEnv, prepared: Prepared, file: string, passes: Passes) {
    this.env = env;
    this.prepared = prepared;
    this.file = file;
    this.passes = passes;
  }

  line(at: number): number {
    if (this.#lineShift) return this.#lineShift.line;
    return this.prepared.map.line(at);
  }

  /** Runs `read` with every line number fixed: for text that isn't part of the prepared program. */
  withLine<T>(line: number, read: () => T): T {
    const before = this.#lineShift;
    this.#lineShift = { from: 0, line };
    try {
      return read();
    } finally {
      this.#lineShift = before;
    }
  }

  /** `__FILE__` at this place. */
  fileAt(at: number): string {
    return (this.foreign ? null : this.prepared.map.file(at)) ?? this.file;
  }

  get foreign(): boolean {
    return this.#lineShift !== null;
  }

  expression(row: Row, level: number): Expr {
    return this.passes.expression(this, row, level);
  }

  /** A whole group as one expression, or an empty list's items. */
  list(items: readonly Token[], end: number): Expr[] {
    const row = new Row(items, end);
    const found: Expr[] = [];
    if (row.atEnd) return found;
    const expr = this.expression(row, 0);
    this.expectEnd(row);
    if (expr.type === 'List' && !expr.paren) found.push(...expr.items);
    else found.push(expr);
    return found;
  }

  expectEnd(row: Row): void {
    if (!row.atEnd) this.unexpected(row);
  }

  /** `syntax error` at the next token, with the two tokens perl shows. */
  unexpected(row: Row): never {
    const token = row.peek();
    const before = row.peek(-1);
    if (!token) {
      const at = row.end;
      const rest = this.prepared.text.slice(at).trimStart();
      if (rest === '') throw new PerlSyntaxError('syntax error', this.line(at), '');
      const from = before ? before.at : at;
      throw new PerlSyntaxError('syntax error', this.line(at), this.near(from, at + 1));
    }
    throw new PerlSyntaxError('syntax error', this.line(token.at), this.near(before?.at ?? token.at, token.end));
  }

  near(from: number, to: number): string {
    return this.prepared.text.slice(from, to).replace(/^\s+/, '');
  }

  fail(message: string, at: number, near: string | null = null): never {
    throw new PerlSyntaxError(message, this.line(at), near);
  }

  isLexicalSub(name: string): boolean {
    return this.lexicalSubs.some((scope) => scope.has(name));
  }

  enterScope(): void {
    this.lexicalSubs.push(new Set());
    this.env.enterScope();
  }

  leaveScope(): void {
    this.lexicalSubs.pop();
    this.env.leaveScope();
  }
}
