/** Statements and operations as warnings see them: tables that compiled code refers to by number. */
import type { Cop } from '../syntax/ast.js';
import type { Hints } from './hints.js';

/** A statement's place and pragmas (PL_curcop in perlguts). */
export interface CopInfo extends Cop {
  readonly hints: Hints;
}

/**
 * How an operand is named in `Use of uninitialized value $x in ...`:
 * a text ("$x"), an element of a named container with a subscript known only at run time, or null.
 */
export type OperandName = string | { readonly array: string } | { readonly hash: string } | null;

export interface OpInfo {
  /** "addition (+)" */
  readonly text: string;
  /** names of the operands, in order */
  readonly names: readonly OperandName[];
  /** is the operation's other operand a constant (then elements are named too)? */
  readonly single: boolean;
}
