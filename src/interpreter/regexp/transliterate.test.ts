/** tr/// compared with real perl. */
import { expect, it } from 'vitest';
import { Scalar } from '../../runtime/scalar.js';
import { TestDeath, askPerl, runWithoutInterpreter } from './testing.js';
import { Transliteration, countCharacters, transliterate, transliterateCopy } from './transliterate.js';

/** [from, to, flags, text], the lists as they stand in the program */
const cases: [string, string, string, string][] = [
  ['a-y', 'b-z', '', 'hello'],
  ['l', '', '', 'hello'],
  ['l', '', 'd', 'hello'],
  ['a-z', '', 's', 'hello'],
  ['a-z', '_', 'c', 'a1b2'],
  ['a-z', '', 'cd', 'a1b2'],
  ['a-d', 'xy', '', 'abcd'],
  ['a-d', 'xy', 'd', 'abcd'],
  ['a-zA-Z', ' ', 'cs', 'a--b'],
  ['a\\-z', '123', '', 'a-z'],
  ['a-', '12', '', 'a-z'],
  ['-a', '12', '', 'a-z'],
  ['aa', 'bc', '', 'aa'],
  ['a-c', 'a-c', '', 'abc'],
  ['a-c', 'A-B', 'ds', 'aabbccdd'],
  ['a-z', 'XY', 'c', '\x00\x01a'],
  ['a-z', 'XY', 'cd', '\x00\x01\x02a'],
  ['a-z', 'A-Z', 'c', 'ab\u0100'],
  ['\u0100-\u0110', 'a-q', '', '\u0101x\u0110'],
  ['a-c', '\u0100-\u0102', '', 'abcd'],
  ['', '', '', 'abc'],
  ['a-z', '*', '', 'a b'],
  ['a-z', '', 'cs', '11aa22'],
  ['ab', 'ba', 'r', 'abba'],
  ['a', 'b', 's', 'aabaa'],
  ['ab', 'x', 's', 'aabbcab'],
  ['\u{1f600}', 'x', '', 'a\u{1f600}b'],
  ['x', '\u{1f600}', '', 'axb'],
  ['a-c', 'd', 'd', 'abcd'],
  ['a-z', '', 'r', 'abc'],
  ['0-9', '', 'cdr', 'a1b2'],
  ['+--', 'x', '', '+,-.'],
  ['a-c-e', 'A-C_E', '', 'a-ce'],
  ['\\\\\\-', 'XY', '', 'a\\b-c'],
  ['z-a', 'x', '', 'a'],
];

it('agrees with perl', () => {
  runWithoutInterpreter();
  const program = String.raw`[map { my ($f, $t, $m, $x) = @$_; my $r = eval "\$x =~ tr/$f/$t/$m";
    my $died = $@; $died =~ s/ at \(eval.*//s; $died ? [$died] : ["$r", $x] } @$in]`;
  const theirs = askPerl<unknown[]>(program, cases);
  for (const [i, given] of cases.entries()) expect([given, answer(...given)]).toEqual([given, theirs[i]]);
});

function answer(from: string, to: string, flags: string, text: string): string[] {
  const target = new Scalar(text);
  try {
    const tr = new Transliteration(from, to, flags);
    if (flags.includes('r')) return [transliterateCopy(tr, text), text];
    const made = tr.counts ? countCharacters(tr, text) : transliterate(tr, target);
    return [String(made), target.v as string];
  } catch (error) {
    if (error instanceof TestDeath) return [error.message];
    throw error;
  }
}
