import type { Block, Expr, SubBody } from './ast.js';
import type { ParserEnv } from './parser-env.js';
import { PerlSyntaxError } from './parser-env.js';
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
  /** packages that `require NAME` has made known, before it is run */
  readonly required = new Set<string>();
  pkg = 'main';
  /** names are written in UTF-8 */
  utf8 = false;
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
    if (this.prepared.trouble?.message.includes('termina')) throw this.prepared.trouble;
    const token = row.peek();
    const at = token?.at ?? row.end;
    if (!token && this.prepared.text.slice(at).trim() === '')
      throw new PerlSyntaxError('syntax error', this.line(at), '');
    throw new PerlSyntaxError(
      'syntax error',
      this.line(at),
      this.near(this.#lastTokenBefore(row, at), token ? firstPart(token) : at + 1),
    );
  }

  /**
   * A complaint about a call that has been read to its end: perl shows the last token, and what follows up to where it
   * has looked ahead, in that line. `wordAt`: from where an empty pair of parentheses is shown.
   */
  failAfterCall(message: string, row: Row, at: number, wordAt: number | null): never {
    const last = row.peek(-1);
    if (this.foreign || !last) return this.fail(message, at);
    const isGroup = last.kind === 'parens';
    if (!isGroup && this.isEvaluated) return this.fail(message, at, '');
    if (!isGroup) return this.fail(message, at, this.near(lastPart(last), row.peek()?.end ?? row.end + 1));
    const inner = last.items.at(-1);
    const from = inner ? lastPart(inner) : (wordAt ?? last.at);
    const { text } = this.prepared;
    const blanks = /\s*/y;
    blanks.lastIndex = last.end;
    const end = last.end + (blanks.exec(text)?.[0].length ?? 0);
    const isLast = end === text.length && this.isEvaluated && !text.endsWith('\n');
    return this.fail(message, end, `${this.near(from, end)}${isLast ? '\n' : ''}`);
  }
  get isEvaluated(): boolean {
    return this.file.startsWith('(eval ');
  }

  /** What perl shows when it has read one token more than it needs: at the end of an evaluated text that there is none. */
  nearNext(row: Row): string {
    const next = row.peek();
    const inParens = this.prepared.text[row.end] === ')';
    if (next === undefined && !inParens && this.isEvaluated) return '';
    return this.near(this.#lastTokenBefore(row, row.at), next?.end ?? row.end + (inParens ? 2 : 1));
  }

  /** perl reads a line at a time: what stands on an earlier line isn't shown. */
  #lastTokenBefore(row: Row, at: number): number {
    const before = row.peek(-1);
    if (before) return this.prepared.text.slice(before.end, at).includes('\n') ? at : lastPart(before);
    const found = /(?:[\w:]+|\S)\s*$/.exec(this.prepared.text.slice(Math.max(0, at - 80), at));
    return found && !found[0].includes('\n') ? at - found[0].length : at;
  }

  near(from: number, to: number): string {
    return this.prepared.text
      .slice(from, to)
      .replace(/^\s+/, '')
      .replace(/\u{FDD0}\d+\u{FDD1}/gu, '<<');
  }

  suspect(): void {
    this.env.suspect?.();
  }

  fail(message: string, at: number, near: string | null = null): never {
    throw new PerlSyntaxError(message, this.line(at), near);
  }

  packageExists(name: string): boolean {
    return this.required.has(name) || this.env.packageExists(name);
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

/** Where the last token of a group begins: its closing bracket. */
function lastPart(token: Token): number {
  return token.kind === 'parens' || token.kind === 'brackets' || token.kind === 'braces' ? token.end - 1 : token.at;
}

/** Where the first token of a group ends. */
function firstPart(token: Token): number {
  return token.kind === 'parens' || token.kind === 'brackets' || token.kind === 'braces' ? token.at + 1 : token.end;
}
