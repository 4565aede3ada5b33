/** The tree of a parsed Perl pattern (perlre). Made by parse.ts, read by translate.ts (JavaScript) and engine.ts. */
import type { CharSet } from './char-set.js';

export type Node =
  | Empty
  | Char
  | SetNode
  | Sequence
  | Alternation
  | Group
  | Look
  | Atomic
  | Quantified
  | Assertion
  | Keep
  | BackReference
  | Recursion
  | Conditional
  | Code
  | Deferred
  | Fail;

export interface Empty {
  readonly type: 'Empty';
}
/** One literal character. (One that has other cases and stands under /i is a Set.) */
export interface Char {
  readonly type: 'Char';
  readonly code: number;
}
export interface SetNode {
  readonly type: 'Set';
  readonly set: CharSet;
}
export interface Sequence {
  readonly type: 'Sequence';
  readonly items: Node[];
}
export interface Alternation {
  readonly type: 'Alternation';
  readonly branches: Node[];
}
/** A capture group. */
export interface Group {
  readonly type: 'Group';
  readonly number: number;
  readonly body: Node;
}
export interface Look {
  readonly type: 'Look';
  readonly behind: boolean;
  readonly negative: boolean;
  readonly body: Node;
}
/** (?>...) */
export interface Atomic {
  readonly type: 'Atomic';
  readonly body: Node;
}
export interface Quantified {
  readonly type: 'Quantified';
  readonly min: number;
  readonly max: number;
  readonly lazy: boolean;
  readonly body: Node;
}
/** \A \z \Z ^ and $ under /m, \b \B, \G. The word assertions carry the set of word characters. */
export interface Assertion {
  readonly type: 'Assertion';
  readonly kind: 'start' | 'end' | 'endOrNewline' | 'lineStart' | 'lineEnd' | 'boundary' | 'noBoundary' | 'position';
  readonly word: CharSet | null;
}
/** \K */
export interface Keep {
  readonly type: 'Keep';
}
/** \1, \k<name>: the first of these groups that is set. */
export interface BackReference {
  readonly type: 'BackReference';
  readonly groups: number[];
  readonly fold: boolean;
}
/** (?R) is group 0 */
export interface Recursion {
  readonly type: 'Recursion';
  readonly group: number;
}
/** (?(1)yes|no): a group, an assertion, "in a recursion" (of a group, -1: any) or DEFINE (never). */
export interface Conditional {
  readonly type: 'Conditional';
  readonly test: { groups: number[] } | { look: Look } | { recursion: number } | 'define';
  readonly yes: Node;
  readonly no: Node;
}
/** (?{ code }), by its text: see pattern-code.ts */
export interface Code {
  readonly type: 'Code';
  readonly text: string;
}
/** (??{ code }): what the code answers is matched here */
export interface Deferred {
  readonly type: 'Deferred';
  readonly text: string;
  /** flags of the pattern around it, which hold for the text that the code answers */
  readonly flags: string;
}
/** (*FAIL) */
export interface Fail {
  readonly type: 'Fail';
}

export interface ParsedPattern {
  readonly root: Node;
  readonly groupCount: number;
  /** name -> group numbers */
  readonly names: Map<string, number[]>;
  /** the group numbers in the order of their closing parentheses */
  readonly closings: readonly number[];
  /** has (?|...), where several groups share a number */
  readonly branchReset: boolean;
  /** Unicode rules for every target, and the wide translation: the pattern itself has characters above 0xFF. */
  readonly wide: boolean;
  /** qr// shows Unicode rules */
  readonly shownUnicode: boolean;
  /** under /x the text ends in a comment: qr// shows a newline after it */
  readonly endsInComment: boolean;
}

export const EMPTY: Empty = { type: 'Empty' };

export function sequence(items: Node[]): Node {
  if (items.length === 1) return items[0]!;
  return items.length === 0 ? EMPTY : { type: 'Sequence', items };
}
