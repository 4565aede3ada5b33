/**
 * Everything that compiled programs call for regular expressions. `Pattern` is a compiled pattern; a constant one is
 * compiled once, outside of the program's loops.
 *
 * Patterns
 *   regexp(source: string, flags: string): Pattern               a constant pattern (cached)
 *   regexpFrom(value: PerlValue, flags: string, op?): Pattern    an interpolated one: text, or a lone qr// value
 *   qr(pattern: Pattern, regexpStash: Stash | null): ScalarRef   the value of qr//, a new object each time
 *   patternOf(value: PerlValue): Pattern | null                  the inside of a qr// value (ref to PerlRegExp)
 *   regexpFrom and qr values print as pattern.text, "(?^i:...)".
 * Matching (the target's text is str(value, op))
 *   matchTest(p, text: string, holder?: Scalar): boolean         m// in scalar context; pass the scalar if the pattern
 *                                                                may have \G
 *   matchList(p, text: string, holder?: Scalar): PerlValue[]     m// in list context
 *   matchGlobalScalar(p, target: Scalar, keep: boolean, op?): boolean       m//g, m//gc in scalar context
 *   matchGlobalList(p, target: Scalar | string, keep: boolean, op?): PerlValue[]
 * Substitution
 *   substitute(p, target: Scalar, replacement: () => string, global: boolean, op?): PerlValue    count or false
 *   substituteText(p, target: Scalar, replacement: string, global: boolean, op?): PerlValue      constant replacement
 *   substituteCopy(p, text: string, replacement: () => string, global: boolean): string          s///r
 * split
 *   splitList(p | null, text: string, limit: number): PerlValue[]           null: split ' '
 *   splitterFrom(value: PerlValue, flags?: string, op?): Pattern | null     for `split $expr, ...`
 * tr
 *   new Transliteration(from: string, to: string, flags: string)            once
 *   transliterate(tr, target: Scalar, op?): number; transliterateCopy(tr, text: string): string (/r)
 *   countCharacters(tr, text: string): number                               when tr.counts (no container needed)
 * pos
 *   pos(target: Scalar): PerlValue; setPos(target: Scalar, value: PerlValue, op?): void; new PosLvalue(target)
 * The last match
 *   matchState.last: LastMatch | null      save on entry to a sub (or block), put back on leaving
 *   capture(n) matched() prematch() postmatch() lastParen() lastSubmatch(): PerlValue      $1 $& $` $' $+ $^N
 *   matchScalar(name: string): Scalar | null          the variable itself, for \$1 and aliases ("1", "&", "^N")
 *   installMatchVariables(glob: (name) => PerlGlob): void   puts $& ... @- @+ @{^CAPTURE} %+ %- into their globs
 *   matchStarts, matchEnds, captureList: PerlArray; namedCaptureHash, allNamedCaptureHash: PerlHash
 */
export { Pattern } from './pattern.js';
export { PerlRegExp, patternOf, qr, regexp, regexpFrom } from './perl-reg-exp.js';
export { matchGlobalList, matchGlobalScalar, matchList, matchTest } from './match.js';
export { substitute, substituteCopy, substituteText } from './substitute.js';
export { splitList, splitterFrom } from './split.js';
export { Transliteration, countCharacters, transliterate, transliterateCopy } from './transliterate.js';
export { PosLvalue, pos, setPos } from './position.js';
export {
  LastMatch,
  capture,
  lastParen,
  lastSubmatch,
  matchState,
  matched,
  postmatch,
  prematch,
} from './match-state.js';
export {
  allNamedCaptureHash,
  captureList,
  installMatchVariables,
  matchEnds,
  matchScalar,
  matchStarts,
  namedCaptureHash,
} from './match-variables.js';
