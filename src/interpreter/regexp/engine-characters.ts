/** What the engine asks about single places of the text it searches. */
import { byteMembers, otherCases, wideClass, type CharSet } from './char-set.js';
import type { Assertion } from './nodes.js';

/** From a position to the end of the match, or -1. */
export type Step = (at: number) => number;

/** The text being searched. */
export interface Subject {
  input: string;
  /** it, or the pattern, has characters above 0xFF */
  readonly wide: boolean;
  /** where \G is */
  position: number;
}

/** Is the character at a place in the set? */
export function memberTest(subject: Subject, set: CharSet): (at: number) => boolean {
  if (!subject.wide) {
    const bits = byteMembers(set);
    return (at) => bits[subject.input.charCodeAt(at)] === 1;
  }
  const pattern = new RegExp(wideClass(set), 'vy');
  return (at) => {
    pattern.lastIndex = at;
    return pattern.test(subject.input);
  };
}

/** Does the assertion hold at a place? */
export function assertionTest(subject: Subject, node: Assertion): (at: number) => boolean {
  const newlineAt = (at: number): boolean => subject.input.charCodeAt(at) === 10;
  switch (node.kind) {
    case 'start':
      return (at) => at === 0;
    case 'end':
      return (at) => at === subject.input.length;
    case 'endOrNewline':
      return (at) => at === subject.input.length || (at === subject.input.length - 1 && newlineAt(at));
    case 'lineStart':
      return (at) => at === 0 || (newlineAt(at - 1) && at < subject.input.length);
    case 'lineEnd':
      return (at) => at === subject.input.length || newlineAt(at);
    case 'position':
      return (at) => at === subject.position;
    default:
      return boundaryTest(subject, node.word!, node.kind === 'boundary');
  }
}

function boundaryTest(subject: Subject, set: CharSet, wanted: boolean): (at: number) => boolean {
  const member = memberTest(subject, set);
  const word = (at: number): boolean => at >= 0 && at < subject.input.length && member(at);
  return (at) => (word(at - 1) !== word(at)) === wanted;
}

/** Are two texts of the same length equal but for case? */
export function sameFolded(a: string, b: string, wide: boolean): boolean {
  for (let i = 0; i < a.length; i++) {
    const code = a.charCodeAt(i);
    const other = b.charCodeAt(i);
    if (code !== other && !otherCases(code, 'd', wide).includes(other)) return false;
  }
  return true;
}
