/** What the second reading remembers of an expression: enough to tell what is wrong with it. */
export interface Node {
  /** the operation, in the words of perl's opcode names */
  readonly op: string;
  readonly kids: readonly Node[];
  /** a name, a constant's text, an operator */
  readonly text: string;
  /** in parentheses */
  readonly parens?: boolean;
  /** where it begins in the source */
  readonly at?: number;
  readonly line?: number;
  /** the modifiers of a pattern */
  readonly flags?: string;
  /** a bareword that strict allows */
  readonly safe?: boolean;
}

export function node(op: string, kids: readonly Node[] = [], text = ''): Node {
  return { op, kids, text };
}

export const NONE: Node = node('nothing');

/** The text of a transliteration that leaves everything as it is. */
export const COUNTS = 'counts';
