/** What the lexer hands to the parser. */
import type { Node } from './nodes.js';

export interface Token {
  readonly type: string;
  readonly value: Node;
}

/** What kind of token should come next: a `{` or a `/` means different things. */
export type Expect =
  | 'operator'
  | 'term'
  | 'reference'
  | 'state'
  | 'block'
  | 'attribute-block'
  | 'attribute-term'
  | 'term-block'
  | 'block-term'
  | 'dereference'
  | 'term-or-defined';

/** `${name[1]}`: the closing brace belongs to no token. */
export const FAKE = 'fake';

/** How a string is being read: outside of one, or in which part of it. */
export type Within =
  | 'normal'
  | 'code'
  | 'case-change'
  | 'push'
  | 'start'
  | 'end-perhaps'
  | 'end'
  | 'constant'
  | 'format';

/** perl gives up: the text goes to the user after all that was said before. */
export class GiveUp extends Error {
  /** null: there is nothing to add to what was said before */
  readonly complaint: string | null;
  constructor(complaint: string | null) {
    super('perl gives up');
    this.complaint = complaint;
  }
}
