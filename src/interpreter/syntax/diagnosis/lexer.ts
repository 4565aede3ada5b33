/** Divides a program into tokens as perl does, with perl's idea of what should come next. */
import { keyword, type WordKind } from './keywords.js';
import { type FoundName, Pad } from './pad.js';
import { type Node, node } from './nodes.js';
import type { Surroundings } from './surroundings.js';
import { type Held, isSpace, SourceText } from './text.js';
import { type Expect, GiveUp, type Token, type Within } from './tokens.js';
import { insideString } from './strings.js';
import { pendingName } from './names.js';
import { signatureToken } from './subs.js';
import { ordinaryToken } from './punctuation.js';

/** A string being read, and where the one around it has been left. */
export interface Layer {
  held: Held;
  at: number;
  readonly outer: Layer | null;
}

interface Forced {
  readonly type: string;
  readonly value: Node;
  readonly opensParen?: boolean;
}

export class Lexer extends SourceText {
  readonly env: Surroundings;
  readonly evaluated: boolean;
  readonly pad = new Pad();
  /** package arrays and hashes that the program has named */
  readonly named = new Set<string>();
  /** packages that `require NAME` has made known */
  readonly required = new Set<string>();
  expect: Expect = 'state';
  within: Within = 'normal';
  /** what to expect after each open bracket is closed */
  brackets: string[] = [];
  forced: Forced[] = [];
  inMy: '' | 'my' | 'our' | 'state' | 'parameter' = '';
  /** where the last token begins in the source */
  tokenOffset = 0;
  /** the last word or variable with its sigil */
  word = '';
  /** the name of the last list or unary operator */
  lastOperator = '';
  subName = '';
  /** where the statement being read begins */
  statementLine = 0;
  /** a broken statement came before: perl takes its line for that of the next */
  keepsLine = false;
  /** what the signature being read has had: '' at first, then 'optional', then 'slurpy' */
  parameters = '';
  // strings
  stuff: string | null = null;
  /** the delimiter that closes `stuff`, and what it means that it does */
  stuffClose = '';
  replacement: string | null = null;
  replacementLines = 0;
  replacementCode = false;
  stringKind = '';
  inWhat = '';
  inPattern = false;
  heldClose = '';
  rest: string | null = null;
  restCode = false;
  readingCode = false;
  /** 1: an array is joined; 2: so is what `->@` gives */
  joins = 0;
  codeInPattern = false;
  starts = 0;
  caseChanges: string[] = [];
  outerState: Within = 'normal';
  pattern: Node | null = null;
  layer: Layer = { held: this.held, at: 0, outer: null };
  multiStart = 0;
  multiEnd = 0;
  multiOpen = '';
  multiClose = '';
  /** a string can't be made sense of: perl won't go on after it */
  noRecovery = false;
  errorsBefore = 0;
  /** barewords that strict may not allow */
  barewords = new Set<Node>();
  readonly confirmed = new Set<Node>();
  // what is undone when a scope is left
  readonly saves: (() => void)[] = [];
  readonly marks: number[] = [];
  // complaints
  readonly complaints: string[] = [];
  errors = 0;
  /** the token the parser looks at; the empty string: none has been read */
  lookahead = '';

  constructor(source: string, file: string, startLine: number, evaluated: boolean, env: Surroundings) {
    super(source, file, startLine, evaluated);
    this.env = env;
    this.evaluated = evaluated;
  }

  char(i: number): string {
    return this.held.text[i] ?? '';
  }
  starts2(i: number, text: string): boolean {
    return this.held.text.startsWith(text, i);
  }
  space(s: number): number {
    return this.skipSpace(s, this.inWhat !== '');
  }
  peekSpace(s: number): number {
    return this.skipSpace(s, this.inWhat !== '', true);
  }
  /** Reads no line further. */
  overBlanks(s: number): number {
    while (isSpace(this.held.text[s])) s++;
    return s;
  }

  next(): Token {
    const forced = this.forced.pop();
    if (forced) return forced.type === 'name' ? pendingName(this, forced.value.text) : forced;
    if (this.within !== 'normal' && this.within !== 'code') {
      const token = insideString(this);
      if (token) return token;
    }
    this.older = this.old;
    this.old = this.at;
    if (this.expect === 'state' && !this.keepsLine) this.statementLine = 0;
    if (this.inMy === 'parameter') return signatureToken(this, this.at);
    return this.tokenAt(this.at);
  }
  tokenAt(s: number): Token {
    return ordinaryToken(this, s);
  }
  force(type: string, text = ''): void {
    this.forced.push({ type, value: this.leaf(type, text) });
  }
  forceToken(token: Token): void {
    this.forced.push(token);
  }
  leaf(op: string, text = ''): Node {
    return { ...node(op, [], text), line: this.line };
  }
  /** The token that ends at `s`. */
  token(type: string, s: number, text = ''): Token {
    const value: Node = { ...this.leaf(type, text), at: this.tokenOffset };
    this.at = s;
    return { type, value };
  }
  expecting(expect: Expect, type: string, s: number, text = ''): Token {
    this.expect = expect;
    return this.token(type, s, text);
  }
  operator(type: string, s: number, text = ''): Token {
    return this.expecting('term', type, s, text);
  }
  term(type: string, s: number, text = ''): Token {
    return this.expecting('operator', type, s, text);
  }
  /** A bareword that is a string: before `=>`, for example. */
  safeWord(s: number, text: string): Token {
    const { type, value } = this.term('BAREWORD', s, text);
    return { type, value: { ...value, safe: true } };
  }
  /** A binary operator, or the assignment that it begins. */
  assignable(type: string, s: number, text: string): Token {
    if (this.char(s) === '=') return this.operator('ASSIGNOP', s + 1, text);
    return this.operator(type, s, text);
  }

  packageExists(name: string): boolean {
    return this.required.has(name) || this.env.packageExists(name);
  }
  kindOf(word: string): WordKind | null {
    return keyword(word, (name) => this.env.feature(name));
  }

  save(restore: () => void): void {
    this.saves.push(restore);
  }
  leaveTo(mark: number): void {
    while (this.saves.length > mark) this.saves.pop()?.();
  }
  find(key: string): FoundName | null {
    return this.pad.find(key) ?? (this.env.lexical(key) ? { our: null } : null);
  }

  /** The statement that ends here is carried out, in sight of the variables there are. */
  carryOut(from: number, line: number): void {
    const text = this.sourceText(from, this.sourceOffset(this.at));
    const problems = this.env.carryOut(text, line, this.pad.visible());
    for (const problem of problems) {
      this.complaints.push(problem);
      this.errors++;
    }
  }

  // ---- what perl says ------------------------------------------------------------------------------------------

  place(): string {
    return ` at ${this.file} line ${this.line}.\n`;
  }
  /** A mistake that ends everything (perldiag: "(F)"). */
  giveUp(message: string): never {
    throw new GiveUp(`${message}${this.place()}`);
  }
  quit(): never {
    throw new GiveUp(null);
  }
  /** A complaint without the text near which it is made. */
  complain(message: string): void {
    this.complaints.push(`${message}${this.place()}`);
    this.errors++;
  }
  /** A complaint, after which perl goes on unless there have been ten. */
  mistake(message: string): void {
    this.complaints.push(`${message} at ${this.file} line ${this.line}, ${this.near()}\n${this.runaway()}`);
    this.errors++;
    if (this.errors >= 10) throw new GiveUp(`${this.file} has too many errors.\n`);
    this.inMy = '';
  }
  warnNear(message: string): void {
    const text = `${message} at ${this.file} line ${this.line}, ${this.near()}\n${this.runaway()}`;
    this.env.warn('syntax', text, this.file, this.line, true);
  }
  warn(category: string, message: string, byDefault = false): void {
    this.env.warn(category, message, this.file, this.line, byDefault);
  }
  near(): string {
    const { text, at } = this;
    if (this.lookahead === 'END' || (this.lookahead === ';' && !this.streaming)) return 'at EOF';
    if (at > this.older && at - this.older < 200 && this.older !== this.old && this.old !== at) {
      this.older = this.overBlanks(this.older);
      return `near "${text.slice(this.older, at)}"`;
    }
    if (at > this.old && at - this.old < 200) {
      this.old = this.overBlanks(this.old);
      return `near "${text.slice(this.old, at)}"`;
    }
    if (this.lookahead !== '') return 'next token ???';
    if (this.within === 'normal') return 'at end of line';
    return this.inPattern ? 'within pattern' : 'within string';
  }
  private runaway(): string {
    const since = this.line - this.multiEnd;
    if (this.multiStart >= this.multiEnd || since < 0 || since > 1) return '';
    this.multiEnd = 0;
    const quotes = `${this.multiOpen}${this.multiClose}`;
    return `  (Might be a runaway multi-line ${quotes} string starting on line ${this.multiStart})\n`;
  }
}
