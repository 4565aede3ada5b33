/** The referent of qr// (perlop, "qr/STRING/msixpodualn"), and patterns made at run time. */
import { active, type Op } from '../../runtime/active.js';
import { str } from '../../runtime/convert.js';
import { MagicScalar } from '../../runtime/scalar.js';
import type { Stash } from '../../runtime/stash.js';
import { setRegExpText } from '../../runtime/stringify-ref.js';
import { ScalarRef, type PerlValue } from '../../runtime/value.js';
import { compilePattern, type Pattern } from './pattern.js';
import { setPatternMaker } from './pattern-code.js';

/** What a qr// value refers to: `$$re` reads as the pattern's text. */
export class PerlRegExp extends MagicScalar {
  readonly pattern: Pattern;
  constructor(pattern: Pattern, stash: Stash | null) {
    super();
    this.pattern = pattern;
    this.blessed = stash;
  }
  override fetch(): PerlValue {
    return this.pattern.text;
  }
  override store(): void {
    active().die('Modification of a read-only value attempted');
  }
}

setRegExpText((referent) => (referent instanceof PerlRegExp ? referent.pattern.text : undefined));

/** The value of qr//: a new object at every evaluation. `stash`: that of the class Regexp. */
export function qr(pattern: Pattern, stash: Stash | null): ScalarRef {
  return new ScalarRef(new PerlRegExp(pattern, stash));
}

/** The pattern inside of a qr// value, or null. */
export function patternOf(value: PerlValue): Pattern | null {
  return value instanceof ScalarRef && value.target instanceof PerlRegExp ? value.target.pattern : null;
}

/** A pattern known when the program is compiled. */
export function regexp(source: string, flags: string): Pattern {
  return compilePattern(source, flags);
}

/** A pattern known at run time: text, or a lone qr// object, which keeps its own flags. */
export function regexpFrom(value: PerlValue, flags: string, op: Op = 'regexp compilation'): Pattern {
  if (typeof value === 'string') return compilePattern(value, flags);
  return patternOf(value) ?? compilePattern(str(value, op), flags);
}

setPatternMaker(regexpFrom);
