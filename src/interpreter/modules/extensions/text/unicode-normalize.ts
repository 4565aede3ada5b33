/** The C half of Unicode::Normalize (perldoc Unicode::Normalize). */
import type { PerlArray } from '../../../../runtime/array.js';
import { int, str, truthy } from '../../../../runtime/convert.js';
import { bool, FlaggedString, NO, type PerlValue } from '../../../../runtime/value.js';
import { isWide, noteAstral } from '../../../../runtime/astral.js';
import type { Interp } from '../../../core/interp.js';
import * as unicode from './normalization.js';

const flagged = (text: string): PerlValue => (isWide(text) ? noteAstral(text) : new FlaggedString(text));
const codesIn = (args: PerlArray): number[] => unicode.codesOf(str(args.get(0), 'subroutine entry'));
const result = (codes: readonly number[]): PerlValue => flagged(unicode.textOf(codes));

/** NFC and its like: decomposed, put in order, composed. */
function normalForm(compatible: boolean, composed: 'no' | 'yes' | 'contiguous') {
  return (args: PerlArray): PerlValue => {
    const ordered = unicode.reorder(unicode.decompose(codesIn(args), compatible));
    return result(composed === 'no' ? ordered : unicode.compose(ordered, composed === 'contiguous'));
  };
}

type Verdict = 'yes' | 'maybe' | 'no';

/** Are the marks in order, and what does the form say about each character? undef: perhaps. */
function check(verdict: (code: number) => Verdict) {
  return (args: PerlArray): PerlValue => {
    let before = 0;
    let perhaps = false;
    for (const code of codesIn(args)) {
      const cls = unicode.combiningClass(code);
      const said = verdict(code);
      if ((before > cls && cls !== 0) || said === 'no') return NO;
      if (said === 'maybe') perhaps = true;
      before = cls;
    }
    return perhaps ? undefined : 1;
  };
}

const decomposes = (compatible: boolean) => (code: number) => unicode.decompositionOf(code, compatible) !== null;

function composedVerdict(compatible: boolean) {
  return (code: number): Verdict => {
    if (unicode.isHangulSyllable(code)) return 'yes';
    if (unicode.isNeverComposed(code)) return 'no';
    if (unicode.isSecondOfPair(code)) return 'maybe';
    return compatible && differsCompatibly(code) ? 'no' : 'yes';
  };
}

/** Has the character a compatibility decomposition that is not its canonical one? */
function differsCompatibly(code: number): boolean {
  const compatible = unicode.decompositionOf(code, true);
  return compatible !== null && compatible !== unicode.decompositionOf(code, false);
}

/** Fast C and D forms: only the order across decompositions matters, for FCC what never composes as well. */
function checkFast(contiguous: boolean) {
  return (args: PerlArray): PerlValue => {
    let before = 0;
    let perhaps = false;
    for (const code of codesIn(args)) {
      const parts = unicode.codesOf(unicode.decompositionOf(code, false) ?? unicode.textOf([code]));
      const cls = unicode.combiningClass(parts[0] as number);
      if (cls !== 0 && cls < before) return NO;
      if (contiguous && unicode.isNeverComposed(code)) return NO;
      if (contiguous && unicode.isSecondOfPair(code)) perhaps = true;
      before = unicode.combiningClass(parts.at(-1) as number);
    }
    return perhaps ? undefined : 1;
  };
}

/** Everything before the last starter, and the rest. */
function splitOnLastStarter(args: PerlArray): PerlValue[] {
  const codes = codesIn(args);
  let at = codes.length;
  while (at > 0) if (unicode.combiningClass(codes[--at] as number) === 0) break;
  return [result(codes.slice(0, at)), result(codes.slice(at))];
}

const texts: Readonly<Record<string, (args: PerlArray) => PerlValue>> = {
  NFD: normalForm(false, 'no'),
  NFKD: normalForm(true, 'no'),
  NFC: normalForm(false, 'yes'),
  NFKC: normalForm(true, 'yes'),
  FCC: normalForm(false, 'contiguous'),
  reorder: (args) => result(unicode.reorder(codesIn(args))),
  compose: (args) => result(unicode.compose(codesIn(args), false)),
  composeContiguous: (args) => result(unicode.compose(codesIn(args), true)),
  checkNFD: check((code) => (decomposes(false)(code) ? 'no' : 'yes')),
  checkNFKD: check((code) => (decomposes(true)(code) ? 'no' : 'yes')),
  checkNFC: check(composedVerdict(false)),
  checkNFKC: check(composedVerdict(true)),
  checkFCD: checkFast(false),
  checkFCC: checkFast(true),
};

const properties: Readonly<Record<string, (code: number) => boolean>> = {
  isExclusion: unicode.isExclusion,
  isSingleton: unicode.isSingleton,
  isNonStDecomp: unicode.isNonStarterDecomposition,
  isComp2nd: unicode.isSecondOfPair,
  isNFC_MAYBE: unicode.isSecondOfPair,
  isNFKC_MAYBE: unicode.isSecondOfPair,
  isNFD_NO: decomposes(false),
  isNFKD_NO: decomposes(true),
  isComp_Ex: unicode.isNeverComposed,
  isNFC_NO: unicode.isNeverComposed,
  isNFKC_NO: (code) => unicode.isNeverComposed(code) || differsCompatibly(code),
};

export function unicodeNormalize(perl: Interp): void {
  const code = (args: PerlArray, i = 0): number => Number(int(args.get(i), 'subroutine entry'));
  const define = (name: string, fn: (args: PerlArray) => PerlValue | PerlValue[], prototype: string | null): void =>
    void perl.define(`Unicode::Normalize::${name}`, fn, prototype);
  for (const [name, fn] of Object.entries(texts)) define(name, fn, '$');
  for (const [name, fn] of Object.entries(properties)) define(name, (args) => bool(fn(code(args))), '$');
  define('decompose', (args) => result(unicode.decompose(codesIn(args), truthy(args.get(1)))), '$;$');
  define('getCombinClass', (args) => unicode.combiningClass(code(args)), '$');
  define('getComposite', (args) => unicode.compositeOf(code(args), code(args, 1)) ?? undefined, '$$');
  define('splitOnLastStarter', splitOnLastStarter, null);
  for (const [name, compatible] of [
    ['getCanon', false],
    ['getCompat', true],
  ] as const)
    define(
      name,
      (args) => {
        const parts = unicode.decompositionOf(code(args), compatible);
        return parts === null ? undefined : flagged(parts);
      },
      '$',
    );
}
