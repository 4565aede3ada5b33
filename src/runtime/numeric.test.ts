/** Numbers to text and back, compared with perl on many random doubles and on awkward texts. */
import { describe, expect, test } from 'vitest';
import { agree, answer, askPerl, hasPerl, runPerl } from '../testing/perl-oracle.js';
import { num, str, int, looksLikeNumber, toUnsigned } from './convert.js';
import { formatDouble } from './format-number.js';
import type { PerlValue } from './value.js';

const quote = (s: string): string => `"${Array.from(s, (c) => `\\x{${c.charCodeAt(0).toString(16)}}`).join('')}"`;

describe.runIf(hasPerl)('numbers', () => {
  test('doubles print as in perl', () => {
    const program = `srand(7); my @n;
      for (1..30000) { push @n, unpack 'd', pack 'LL', rand 2**32, rand 2**32 }
      for my $d (0..12) { push @n, map { int(rand 10**$d) / 10**int(rand 9) } 1..1500 }
      push @n, map { $_ * 0.5, $_ + 0.125, ($_ + 0.5) / 4096, 1e12 + $_ / 8, 1e13 + $_ / 16 } 1..2000;
      push @n, 0, 1e15, 1e-5, 1e-4, 123456789.125, 5e-324, 1.7976931348623157e308, 9**9**9, -9**9**9;
      print unpack('H*', pack 'd>', $_), ' ', sprintf('%.15g', $_), "\\n" for @n;`;
    const wrong: string[] = [];
    for (const line of runPerl(program).split('\n')) {
      const [hex, text] = line.split(' ');
      if (hex === undefined || text === undefined) continue;
      const n = Buffer.from(hex, 'hex').readDoubleBE(0);
      const want = text === '-0' ? '0' : text;
      if (formatDouble(n) !== want) wrong.push(`${hex} ${n} perl: ${text} here: ${formatDouble(n)}`);
    }
    expect(wrong).toEqual([]);
  });

  const texts = [
    '0',
    '1',
    '-1',
    '12',
    '00012',
    ' 12',
    '12 ',
    '\t\n12\f',
    '\u00a012',
    '+5',
    '+-5',
    '--5',
    '- 5',
    '1.5',
    '.5',
    '5.',
    '.',
    '-',
    '',
    ' ',
    '1e3',
    '1e+3',
    '1E-3',
    '1e',
    '1e+',
    '12e',
    '1.e2',
    '.e2',
    '1_000',
    '1,5',
    '0x1A',
    '0b11',
    '010',
    'abc',
    '12abc',
    'Inf',
    'inf',
    '-inf',
    'infinity',
    'INFINITY',
    'infin',
    'infx',
    'nan',
    'NaN',
    'nanq',
    'nan(123)',
    'nan(xyz)',
    'nanx',
    '1.#INF',
    '1.#IND',
    '1#INF',
    '9007199254740991',
    '9007199254740992',
    '9007199254740993',
    '-9007199254740993',
    '9223372036854775807',
    '9223372036854775808',
    '-9223372036854775808',
    '-9223372036854775809',
    '18446744073709551615',
    '18446744073709551616',
    '123456789012345678901234567890',
    '0.1e400',
    '1e400',
    '-1e400',
    '1e-400',
    '0 but true',
    '0 but true ',
    '0 But true',
    '1.0',
    '1.10',
    '9007199254740993.0',
    '12345678901234567.5',
    '1e15',
    '-0',
    '-0.0',
    '0e0',
    '5\0',
    '3 apples',
    '1 2',
    '\u0660',
    '1\u0660',
    'true',
  ];

  test('texts become numbers', () => {
    const questions = texts.flatMap((t) => [
      `my $v = ${quote(t)}; $v + 0`,
      `my $v = ${quote(t)}; use Scalar::Util; Scalar::Util::looks_like_number($v) ? 1 : 0`,
    ]);
    const show = (v: PerlValue): string => str(v);
    const ours = texts.flatMap((t) => [
      answer(() => num(t, 'addition (+)'), show),
      answer(() => Number(looksLikeNumber(t)), show),
    ]);
    agree(questions, askPerl(questions), ours);
  });

  test('the text in the numeric warning', () => {
    const rows = Array.from({ length: 16 }, (_, row) =>
      Array.from({ length: 16 }, (_, i) => String.fromCharCode(row * 16 + i)).join(''),
    );
    const long = [
      'x',
      '\\',
      '\0',
      '\n',
      '\x01',
      '\x7f',
      '\x80',
      '\x8a',
      '\xa0',
      '\u0100',
      '\u263a',
      'a\u0100',
      'ab\u0100',
      'abc\n\u0100',
      '\xe9\u0100',
    ];
    const texts = [
      ...rows,
      ...rows.map((r) => `${r}\u0100`),
      ...long.flatMap((t) =>
        [1, 2, 5, 7, 8, 9, 20, 27, 28, 29, 31, 32, 33, 40, 54, 55, 56, 57, 60].map((n) => `q${t.repeat(n)}`),
      ),
    ];
    const questions = texts.map((t) => `my $v = ${quote(t)}; $v + 0`);
    agree(
      questions,
      askPerl(questions),
      texts.map((t) =>
        answer(
          () => num(t, 'addition (+)'),
          (v) => str(v),
        ),
      ),
    );
  });

  test('IV and UV', () => {
    const values: [string, PerlValue][] = [
      ['1.9', 1.9],
      ['-1.9', -1.9],
      ['1e20', 1e20],
      ['-1e20', -1e20],
      ['1e19', 1e19],
      ['9223372036854775808', 9223372036854775808n],
      ['18446744073709551615', 18446744073709551615n],
      ['-1', -1],
      ['-9223372036854775808', -9223372036854775808n],
      ['9**9**9', Infinity],
      ['-9**9**9', -Infinity],
      ['-9.3e18', -9.3e18],
      ['9007199254740993', 9007199254740993n],
      ['"12abc"', '12abc'],
      ['"-3"', '-3'],
    ];
    const questions = values.flatMap(([s]) => [
      `no warnings; unpack 'q', pack 'q', ${s}`,
      `no warnings; unpack 'Q', pack 'Q', ${s}`,
    ]);
    const quiet = (f: () => PerlValue): string => answer(f, (v) => str(v)).split(' !')[0] as string;
    const ours = values.flatMap(([, v]) => [quiet(() => int(v)), quiet(() => toUnsigned(v))]);
    const theirs = askPerl(questions);
    // pack refuses infinities
    const usable = questions.map((_, i) => !String(theirs[i]).includes('Cannot'));
    agree(
      questions.filter((_, i) => usable[i]),
      theirs.filter((_, i) => usable[i]),
      ours.filter((_, i) => usable[i]),
    );
  });
});
