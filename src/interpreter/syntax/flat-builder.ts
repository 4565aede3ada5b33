import type { Node } from 'ohm-js';
import { decodeUtf8 } from './decode-utf8.js';
import type { FlatStatement, Token } from './flat.js';

/*
 * Reads Ohm's concrete syntax tree into the flat tree of flat.ts. One operation, `read`, walks it in source order; each
 * action appends to the row or the statement list that is being filled.
 */

let text = '';
let base = 0;
let unicode = false;
let row: Token[] = [];
let statements: FlatStatement[] = [];

export const at = (node: Node): number => base + node.source.startIdx;
export const end = (node: Node): number => base + node.source.endIdx;
export const textOf = (node: Node): string => text.slice(node.source.startIdx, node.source.endIdx);
/** A word or symbol without the blanks and comments after it. */
export const wordOf = (node: Node): string => /^[^\s#]+/.exec(textOf(node))?.[0] ?? '';
export const nameOf = (node: Node): string => spelled(packageName(textOf(node).replaceAll("'", '::')));
/** A name as characters, if the program is in UTF-8. */
export const spelled = (name: string): string => (unicode ? decodeUtf8(name) : name);

export function readAll(nodes: readonly Node[]): void {
  for (const node of nodes)
    if (!node.isTerminal() && node.ctorName !== 'sp') (node as unknown as { read(): void }).read();
}

/** The tokens that reading these nodes yields. */
export function rowOf(...nodes: Node[]): Token[] {
  const outer = row;
  const inner: Token[] = [];
  row = inner;
  readAll(nodes);
  row = outer;
  return inner;
}

export function tokenOf<T extends Token>(node: Node): T {
  return rowOf(node)[0] as T;
}

export function optionalToken<T extends Token>(node: Node): T | null {
  return node.numChildren > 0 ? tokenOf<T>(node) : null;
}

export function statementsOf(...nodes: Node[]): FlatStatement[] {
  const outer = statements;
  const inner: FlatStatement[] = [];
  statements = inner;
  readAll(nodes);
  statements = outer;
  return inner;
}

export function pushToken(token: Token): void {
  row.push(token);
}

export function pushStatement(statement: FlatStatement): void {
  statements.push(statement);
}

/** Runs `read` over a text, `offset` being its place in the program, and gives what it has filled. `utf8`: so it is written. */
export function collect(
  source: string,
  offset: number,
  utf8: boolean,
  read: () => void,
): { row: Token[]; statements: FlatStatement[] } {
  text = source;
  base = offset;
  unicode = utf8;
  row = [];
  statements = [];
  read();
  return { row, statements };
}

/** `$::x` is `$main::x`. */
export function packageName(name: string): string {
  return name.startsWith('::') ? `main${name}` : name;
}

export function symbol(node: Node): void {
  pushToken({ kind: 'symbol', text: wordOf(node), at: at(node), end: end(node) });
}
