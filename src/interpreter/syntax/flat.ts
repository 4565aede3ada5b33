import type { Sigil } from './ast.js';

/**
 * What the grammar makes of a program: statements whose expressions are flat rows of tokens, with groups nested.
 * Places (`at`, `end`) are offsets into the prepared text.
 */
interface Placed {
  readonly at: number;
  readonly end: number;
}

export interface WordToken extends Placed {
  readonly kind: 'word';
  /** with `::` for an old `'` between names */
  readonly text: string;
}
/** An operator symbol, comma and `;` of a C-style `for` included. */
export interface SymbolToken extends Placed {
  readonly kind: 'symbol';
  readonly text: string;
}
export interface VariableToken extends Placed {
  readonly kind: 'variable';
  readonly sigil: Sigil | '$#';
  readonly name: string;
  /** written `${name}`: in strings a subscript may follow all the same */
  readonly braced: boolean;
}
/** `@{...}`, `@$x`, `$$x`, `$#{...}` */
export interface CastToken extends Placed {
  readonly kind: 'cast';
  readonly sigil: Sigil | '$#';
  readonly inner: VariableToken | CastToken | BraceToken;
}
export interface NumberToken extends Placed {
  readonly kind: 'number';
  readonly text: string;
}
/** Any quote-like operator: raw texts between the delimiters. */
export interface QuoteToken extends Placed {
  readonly kind: 'quote';
  /** q qq qw qr qx m s tr y, whatever the spelling: "..." is qq, '...' is q, `...` is qx, /.../ is m */
  readonly op: string;
  readonly open: string;
  readonly text: string;
  readonly textAt: number;
  /** second part of s, tr, y */
  readonly second: string;
  readonly secondAt: number;
  readonly secondOpen: string;
  readonly flags: string;
}
export interface HereToken extends Placed {
  readonly kind: 'here';
  readonly index: number;
}
export interface AngleToken extends Placed {
  readonly kind: 'angle';
  readonly text: string;
}
export interface FileTestToken extends Placed {
  readonly kind: 'filetest';
  readonly letter: string;
}
/** What follows an arrow in postfix dereference: `@*`, `$#*`, `@` before a slice ... */
export interface PostfixToken extends Placed {
  readonly kind: 'postfix';
  readonly text: string;
}
export interface GroupToken extends Placed {
  readonly kind: 'parens' | 'brackets';
  readonly items: Token[];
}
export interface BraceToken extends Placed {
  readonly kind: 'braces';
  readonly body: FlatStatement[];
  /** `{word}` or `{-word}` */
  readonly key: string | null;
}
export interface SubHead {
  /** text between the parentheses, and its place */
  readonly signature: string | null;
  readonly signatureAt: number;
  readonly attributes: { readonly name: string; readonly argument: string | null }[];
}
export interface SubToken extends Placed, SubHead {
  readonly kind: 'sub';
  readonly body: BraceToken;
}

export type Token =
  | WordToken
  | SymbolToken
  | VariableToken
  | CastToken
  | NumberToken
  | QuoteToken
  | HereToken
  | AngleToken
  | FileTestToken
  | PostfixToken
  | GroupToken
  | BraceToken
  | SubToken;

interface FlatClause {
  readonly cond: GroupToken;
  readonly body: BraceToken;
}
/** `end` is the place of the `;` or `}` that ends it. */
export interface FlatSimple extends Placed {
  readonly kind: 'simple';
  readonly items: Token[];
}
export interface FlatNull extends Placed {
  readonly kind: 'null';
}
export interface FlatBlock extends Placed {
  readonly kind: 'block';
  readonly body: BraceToken;
  readonly cont: BraceToken | null;
}
export interface FlatIf extends Placed {
  readonly kind: 'if';
  readonly word: string;
  readonly clauses: FlatClause[];
  readonly otherwise: BraceToken | null;
}
export interface FlatTry extends Placed {
  readonly kind: 'try';
  /** where `try`, `catch` and `finally` stand */
  readonly words: readonly number[];
  readonly body: BraceToken;
  readonly variable: GroupToken;
  readonly handler: BraceToken;
  readonly cleanup: BraceToken | null;
}
export interface FlatDefer extends Placed {
  readonly kind: 'defer';
  readonly body: BraceToken;
}
export interface FlatWhile extends Placed {
  readonly kind: 'while';
  readonly word: string;
  readonly cond: GroupToken;
  readonly body: BraceToken;
  readonly cont: BraceToken | null;
}
export interface FlatForeach extends Placed {
  readonly kind: 'foreach';
  readonly declarator: string | null;
  readonly variable: VariableToken | CastToken | GroupToken | null;
  readonly head: GroupToken;
  readonly body: BraceToken;
  readonly cont: BraceToken | null;
}
export interface FlatSub extends Placed, SubHead {
  readonly kind: 'sub';
  readonly declarator: string | null;
  readonly name: string;
  readonly body: BraceToken | null;
}
export interface FlatPackage extends Placed {
  readonly kind: 'package';
  readonly name: string;
  readonly version: string | null;
  readonly body: BraceToken;
}
export interface FlatPhase extends Placed {
  readonly kind: 'phase';
  readonly name: string;
  readonly body: BraceToken;
}
export interface FlatFormat extends Placed {
  readonly kind: 'format';
  readonly name: string;
  readonly body: BraceToken;
}
/** given, when and default; without the feature, words of the program's own */
export interface FlatTopic extends Placed {
  readonly kind: 'topic';
  readonly word: 'given' | 'when' | 'default';
  /** called as CORE::given and so on */
  readonly core: boolean;
  readonly test: GroupToken | null;
  readonly body: BraceToken;
}
export interface FlatLabel extends Placed {
  readonly kind: 'label';
  readonly name: string;
}
export type FlatStatement =
  | FlatSimple
  | FlatNull
  | FlatBlock
  | FlatIf
  | FlatTry
  | FlatDefer
  | FlatWhile
  | FlatForeach
  | FlatSub
  | FlatPackage
  | FlatPhase
  | FlatFormat
  | FlatTopic
  | FlatLabel;
