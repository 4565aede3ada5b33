/** Dispatch for statements: plain, and in the position whose value a sub returns. */
import type { Stmt } from '../syntax/ast.js';
import type { Compiler } from './compiler.js';

type Of<T extends Stmt['type']> = Extract<Stmt, { type: T }>;
type StatementEmitter = (c: Compiler, s: never) => string;

export const statementEmitters: { [type: string]: StatementEmitter } = {};
export const tailEmitters: { [type: string]: StatementEmitter } = {};

/** Register a statement kind; without a tail form, the sub returns empty after it. */
export function registerStatement<T extends Stmt['type']>(
  type: T,
  emit: (c: Compiler, s: Of<T>) => string,
  tail?: (c: Compiler, s: Of<T>) => string,
): void {
  statementEmitters[type] = emit;
  const after = (c: Compiler, s: Of<T>): string => `${emit(c, s)}return ${c.lib('retEmpty')}(want);`;
  tailEmitters[type] = tail ?? after;
}
