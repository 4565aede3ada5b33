/** Statements and operations as warnings see them: tables that compiled code refers to by number. */
import type { Cop } from '../syntax/ast.js';
import type { Hints } from './hints.js';

/** A statement's place and pragmas (PL_curcop in perlguts). */
export interface CopInfo extends Cop {
  readonly hints: Hints;
}

/** An element of a named array or hash. Compiled code notes at `site` which one it was when it found undef there. */
export interface ElementName {
  readonly site: number;
  readonly sigil: '@' | '%';
  readonly name: string;
  /** how much of the subscript the source says: "$a[1]", "$a[$i]", "$a[f()]", or "@a" in a list */
  readonly subscript: 'constant' | 'variable' | 'expression' | 'list';
}

/** One of several operands; compiled code notes at `site` which. */
export interface ChoiceName {
  readonly site: number;
  readonly choices: readonly OperandName[];
}

/** Operands of which nobody knows how many values they are: in a list, those behind them cannot be told apart. */
export interface UncountedName {
  readonly site: number;
  readonly uncounted: true;
}

/** How an operand is named in `Use of uninitialized value $x in ...`; null: not at all. */
export type OperandName = string | ElementName | ChoiceName | UncountedName | null;

export interface OpInfo {
  /** "addition (+)" */
  readonly text: string;
  /** names of the operands, in order */
  readonly names: readonly OperandName[];
  /** are all operands but one constant? Then that one must have been undefined, even an element that does not exist */
  readonly single: boolean;
}
