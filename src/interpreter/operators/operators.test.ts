/** Every operator over a table of awkward operands, against real perl. */
import { describe, test } from 'vitest';
import { bool, type PerlValue } from '../../runtime/value.js';
import { str } from '../../runtime/convert.js';
import { agree, answer, askPerl, hasPerl } from '../../testing/perl-oracle.js';
import * as arithmetic from './arithmetic.js';
import * as bits from './bitwise.js';
import * as compare from './comparison.js';
import * as strings from './concatenation.js';
import { decremented, incremented } from './increment.js';
import * as integer from './integer-arithmetic.js';
import { neg } from './negate.js';
import { range } from './range.js';
import * as shifts from './shift.js';

type Binary = (a: PerlValue, b: PerlValue, op: string) => PerlValue | boolean;

/** Perl source of an operand and its value here. */
const operands: [string, PerlValue][] = [
  ['0', 0],
  ['1', 1],
  ['-1', -1],
  ['2', 2],
  ['-3', -3],
  ['7', 7],
  ['10', 10],
  ['63', 63],
  ['64', 64],
  ['-64', -64],
  ['0.5', 0.5],
  ['-2.5', -2.5],
  ['7.9', 7.9],
  ['4294967295', 4294967295],
  ['4294967296', 4294967296],
  ['-4294967297', -4294967297],
  ['999999999999999', 999999999999999],
  ['1000000000000000', 1e15],
  ['1e15', arithmetic.doubleLiteral(1e15)],
  ['9007199254740991', 9007199254740991],
  ['9007199254740992', 9007199254740992n],
  ['9007199254740993', 9007199254740993n],
  ['-9007199254740993', -9007199254740993n],
  ['9223372036854775807', 9223372036854775807n],
  ['9223372036854775808', 9223372036854775808n],
  ['-9223372036854775808', -9223372036854775808n],
  ['18446744073709551615', 18446744073709551615n],
  ['18446744073709551616', 18446744073709551616],
  ['1e20', 1e20],
  ['-1e20', -1e20],
  ['1e-5', 1e-5],
  ['1.7e308', 1.7e308],
  ['9**9**9', Infinity],
  ['-9**9**9', -Infinity],
  ['"abc"', 'abc'],
  ['"12abc"', '12abc'],
  ['"5"', '5'],
  ['" 5 "', ' 5 '],
  ['"-7"', '-7'],
  ['"1e3"', '1e3'],
  ['"0x10"', '0x10'],
  ['""', ''],
  ['"0 but true"', '0 but true'],
  ['"inf"', 'inf'],
  ['"9223372036854775808"', '9223372036854775808'],
  ['"1.5"', '1.5'],
  ['"az"', 'az'],
  ['undef()', undefined],
  ['!1', bool(false)],
  ['!0', 1],
];

const numeric: [string, Binary, string][] = [
  ['+', arithmetic.add, 'addition (+)'],
  ['-', arithmetic.sub, 'subtraction (-)'],
  ['*', arithmetic.mul, 'multiplication (*)'],
  ['/', arithmetic.div, 'division (/)'],
  ['%', arithmetic.mod, 'modulus (%)'],
  ['**', arithmetic.pow, 'exponentiation (**)'],
  ['==', compare.numEq, 'numeric eq (==)'],
  ['!=', compare.numNe, 'numeric ne (!=)'],
  ['<', compare.numLt, 'numeric lt (<)'],
  ['>', compare.numGt, 'numeric gt (>)'],
  ['<=', compare.numLe, 'numeric le (<=)'],
  ['>=', compare.numGe, 'numeric ge (>=)'],
  ['<=>', compare.numCmp, 'numeric comparison (<=>)'],
  ['eq', compare.strEq, 'string eq'],
  ['ne', compare.strNe, 'string ne'],
  ['lt', compare.strLt, 'string lt'],
  ['gt', compare.strGt, 'string gt'],
  ['le', compare.strLe, 'string le'],
  ['ge', compare.strGe, 'string ge'],
  ['cmp', compare.strCmp, 'string comparison (cmp)'],
  ['.', strings.concat, 'concatenation (.) or string'],
  ['&', bits.bitAnd, 'bitwise and (&)'],
  ['|', bits.bitOr, 'bitwise or (|)'],
  ['^', bits.bitXor, 'bitwise xor (^)'],
  ['<<', shifts.shiftLeft, 'left bitshift (<<)'],
  ['>>', shifts.shiftRight, 'right bitshift (>>)'],
];

const signed: [string, Binary, string][] = [
  ['+', integer.intAdd, 'integer addition (+)'],
  ['-', integer.intSub, 'integer subtraction (-)'],
  ['*', integer.intMul, 'integer multiplication (*)'],
  ['/', integer.intDiv, 'integer division (/)'],
  ['%', integer.intMod, 'integer modulus (%)'],
  ['<', compare.intLt, 'integer lt (<)'],
  ['==', compare.intEq, 'integer eq (==)'],
  ['<=>', compare.intCmp, 'integer comparison (<=>)'],
  ['&', bits.intBitAnd, 'bitwise and (&)'],
  ['|', bits.intBitOr, 'bitwise or (|)'],
  ['<<', shifts.intShiftLeft, 'left bitshift (<<)'],
  ['>>', shifts.intShiftRight, 'right bitshift (>>)'],
];

const show = (v: PerlValue): string => str(v, 'show');
const valueOf = (r: PerlValue | boolean): PerlValue => (typeof r === 'boolean' ? bool(r) : r);

function compareAll(ops: [string, Binary, string][], pragma: string, places: (name: string) => string): void {
  const questions: string[] = [];
  const ours: string[] = [];
  for (const [sign, fn, text] of ops) {
    for (const [sa, a] of operands) {
      for (const [sb, b] of operands) {
        questions.push(`my ($x, $y) = (${sa}, ${sb}); ${pragma}${places(sign)}`);
        ours.push(answer(() => valueOf(fn(a, b, text)), show));
      }
    }
  }
  check(questions, ours);
}

function check(questions: string[], ours: string[]): void {
  const theirs = askPerl(questions).map((t) => t.replace(/uninitialized value \$\w+ in/g, 'uninitialized value in'));
  agree(questions, theirs, ours);
}

describe.runIf(hasPerl)('operators', () => {
  test('binary operators', () => compareAll(numeric, '', (sign) => `$x ${sign} $y`), 60_000);
  test('use integer', () => compareAll(signed, 'use integer; ', (sign) => `$x ${sign} $y`), 60_000);

  test('unary operators', () => {
    const questions: string[] = [];
    const ours: string[] = [];
    const ops: [string, (v: PerlValue) => PerlValue][] = [
      ['my $x = V; -$x', (v) => neg(v, 'negation (-)')],
      ['my $x = V; ~$x', (v) => bits.bitNot(v, "1's complement (~)")],
      ['my $x = V; $x++; $x', (v) => incremented(v, 'preincrement (++)')],
      ['my $x = V; $x--; $x', (v) => decremented(v, 'predecrement (--)')],
      ['my $x = V; use integer; -$x', (v) => integer.intNeg(v, 'integer negation (-)')],
      ['my $x = V; use integer; ~$x', (v) => bits.intBitNot(v, "1's complement (~)")],
    ];
    const more: [string, PerlValue][] = [
      'Zz',
      'a9',
      'zZ9',
      'zz',
      '-foo',
      '+foo',
      '-',
      '+',
      'a-b',
      '00',
      '09',
      '99',
      '-0',
      '+0',
      '_x',
      '12345678901234567890',
      '99999999999999999999',
      'é',
    ].map((s) => [`"${s}"`, s]);
    for (const [source, fn] of ops) {
      for (const [s, v] of [...operands, ...more]) {
        questions.push(source.replace('V', s));
        ours.push(answer(() => fn(v), show));
      }
    }
    check(questions, ours);
  });

  test('x and ..', () => {
    const questions: string[] = [];
    const ours: string[] = [];
    const counts: [string, PerlValue][] = [
      ['3', 3],
      ['0', 0],
      ['-1', -1],
      ['2.7', 2.7],
      ['-0.5', -0.5],
      ['"2a"', '2a'],
      ['undef()', undefined],
      ['9**9**9', Infinity],
      ['"inf"', 'inf'],
      ['"nan"', 'nan'],
    ];
    for (const [s, n] of counts) {
      questions.push(`my ($x, $y) = ("ab", ${s}); $x x $y`);
      ours.push(answer(() => strings.repeat('ab', n, 'repeat (x)'), show));
    }
    const ends: PerlValue[] = [
      'a',
      'e',
      'aa',
      'ad',
      'x',
      'ab',
      '01',
      '10',
      '0',
      '3',
      '1',
      '-2',
      '2',
      '09',
      '08',
      '',
      'zz',
      '1a',
      '00',
      '0x1',
      '+1',
      '*',
      '-',
      '1e1',
      ' 1',
      'nan',
      'inf',
      'a1',
      'b2',
      'abc',
      undefined,
      0,
      5,
      -2,
      1.9,
      1e20,
      9223372036854775806n,
      9223372036854775807n,
      9223372036854775808n,
    ];
    const source = (v: PerlValue): string =>
      v === undefined ? 'undef()' : typeof v === 'string' ? `"${v}"` : String(v);
    const big = (v: PerlValue): boolean => v === 'inf' || (typeof v !== 'string' && v !== undefined && Number(v) > 1e6);
    for (const a of ends) {
      for (const b of ends) {
        if (big(b) && !big(a)) continue;
        // perl panics there
        if (a === 9223372036854775808n && (b === -2 || b === '-2')) continue;
        questions.push(`my ($x, $y) = (${source(a)}, ${source(b)}); $x .. $y`);
        ours.push(answer(() => range(a, b, 'range (or flop)'), show));
      }
    }
    check(questions, ours);
  });
});
