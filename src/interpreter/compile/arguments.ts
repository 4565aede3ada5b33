/** @_ of a call. */
import type { Expr } from '../syntax/ast.js';
import type { Compiler } from './compiler.js';
import { aliases, listOf } from './emit.js';
import { lifetimes } from './ends.js';

/** Aliases of the arguments. */
export function argumentsSource(c: Compiler, args: readonly Expr[]): string {
  return argumentArray(c, listOf(c, args, aliases));
}

export function argumentArray(c: Compiler, slots: string): string {
  const k = lifetimes(c);
  return k === null ? `new ${c.lib('Arguments')}(${slots})` : `${k}.args(${slots})`;
}
