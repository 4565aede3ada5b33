/**
 * Code in patterns (perlre, "(?{ code })"). A pattern is text; where the program writes code into a literal pattern, the
 * closure is noted under that text when the pattern is evaluated, and found again when it is matched.
 */
import { active } from '../../runtime/active.js';
import type { PerlCode } from '../../runtime/code.js';
import { perInterpreter } from '../../runtime/per-interpreter.js';
import { Scalar } from '../../runtime/scalar.js';
import type { Pattern } from './pattern.js';
import { SCALAR, type PerlValue } from '../../runtime/value.js';

const codes = perInterpreter(() => new Map<string, PerlCode>());

/** $^R: what the code that ran last answered */
export const lastCodeResult = perInterpreter(() => new Scalar(undefined));

type PatternMaker = (answer: PerlValue, flags: string) => Pattern;
let makePattern: PatternMaker;

/** How what `(??{ code })` answers becomes a pattern: told by perl-reg-exp.ts, which is above. */
export function setPatternMaker(make: PatternMaker): void {
  makePattern = make;
}
export function answeredPattern(answer: PerlValue, flags: string): Pattern {
  return makePattern(answer, flags);
}

/** The text of a code group whose closure is `code` from now on. */
export function notePatternCode(text: string, code: PerlCode): string {
  codes().set(text, code);
  return text;
}

/** The longest code group known that stands in the pattern at `at`. */
export function patternCodeAt(pattern: string, at: number): string | null {
  let found: string | null = null;
  for (const text of codes().keys()) {
    if (pattern.startsWith(text, at) && text.length > (found?.length ?? 0)) found = text;
  }
  return found;
}

export function runPatternCode(text: string): PerlValue {
  return active().call(codes().get(text) as PerlCode, [], SCALAR) as PerlValue;
}
