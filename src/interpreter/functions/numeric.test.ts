/** Numeric functions, vec and times against perl. */
import { describe, expect, test } from 'vitest';
import { str } from '../../runtime/convert.js';
import { Scalar } from '../../runtime/scalar.js';
import { LIST, type PerlValue, SCALAR } from '../../runtime/value.js';
import { agree, answer, askPerl, hasPerl, runPerl } from '../../testing/perl-oracle.js';
import { doubleLiteral } from '../operators/arithmetic.js';
import { VecLvalue, vec } from './bits.js';
import { numericFunctions } from './numeric.js';
import { timeFunctions } from './time.js';
import { mktime, strftime } from './time-format.js';

const show = (v: PerlValue): string => str(v);
const call = (name: string, ...operands: PerlValue[]): PerlValue =>
  numericFunctions[name]?.fn(name, ...operands) as PerlValue;
const source = (v: PerlValue): string =>
  v === undefined
    ? 'undef()'
    : typeof v === 'string'
      ? `"${Array.from(v, (c) => `\\x{${c.charCodeAt(0).toString(16)}}`).join('')}"`
      : v === Infinity
        ? '9**9**9'
        : v === -Infinity
          ? '-9**9**9'
          : str(v);

const unnamed = (answers: string[]): string[] => answers.map((a) => a.replace(/value \$\S+ in/g, 'value in'));

describe.runIf(hasPerl)('numeric functions', () => {
  test('of one number', () => {
    const values: PerlValue[] = [
      0,
      1,
      -1,
      3.7,
      -3.7,
      1e20,
      -1e20,
      0.5,
      1e-300,
      100,
      1000,
      'abc',
      '-3abc',
      '9223372036854775808',
      '-9223372036854775808',
      -9223372036854775808n,
      18446744073709551615n,
      9007199254740993n,
      Infinity,
      -Infinity,
      doubleLiteral(1e15),
      2e15,
      1e30,
      undefined,
      '0 but true',
      -4.5,
      710,
      2,
    ];
    const names = ['abs', 'int', 'sqrt', 'log', 'exp', 'sin', 'cos'];
    const questions = names.flatMap((name) => values.map((v) => `my $x = ${source(v)}; ${name}($x)`));
    const ours = names.flatMap((name) => values.map((v) => answer(() => call(name, v), show)));
    agree(questions, unnamed(askPerl(questions)), ours);
  });

  test('hex and oct', () => {
    const texts = [
      'ff',
      '0xFF',
      'xff',
      'fg',
      '',
      '1_0',
      '1__0',
      '_1',
      '1_',
      '0x',
      'ffffffff',
      'ffffffff1',
      'fffffffffffffffff',
      'ffffffffffffffff',
      ' ff',
      '-1',
      '755',
      '0x1f',
      '0b101',
      'b101',
      'x1f',
      'o17',
      '0o17',
      '789',
      '8',
      ' 755 ',
      '0b12',
      '12a',
      '1_7',
      '-7',
      '7777777777777777777777',
      '1777777777777777777777',
      `0b${'1'.repeat(65)}`,
      '37777777777',
      '40000000000',
      '0B11',
      '0X1F',
      '\u0100',
    ];
    const questions = ['hex', 'oct'].flatMap((name) => texts.map((t) => `${name}(${source(t)})`));
    const ours = ['hex', 'oct'].flatMap((name) => texts.map((t) => answer(() => call(name, t), show)));
    agree(questions, askPerl(questions), ours);
  });

  test('rand and srand', () => {
    const seeds: PerlValue[] = [
      42,
      0,
      1,
      4294967295,
      4294967301,
      -1,
      3.7,
      'abc',
      1e20,
      '12abc',
      ' 7 ',
      '',
      '1e3',
      18446744073709551615n,
      undefined,
    ];
    const questions = seeds.map((s) => `my $s = ${source(s)}; (srand($s), map rand($_), 1, 1, 10, 0, -5)`);
    const ours = seeds.map((s) =>
      answer(() => [call('srand', s), ...[1, 1, 10, 0, -5].map((n) => call('rand', n))], show),
    );
    agree(questions, unnamed(askPerl(questions)), ours);
    const many = runPerl('srand 7; printf "%.17g\\n", rand for 1..2000').trim().split('\n');
    const mine = answer(
      () => [call('srand', 7), ...many.map(() => call('rand'))],
      (v) => String(v),
    )
      .split('|')
      .slice(1);
    expect(mine.map(Number)).toEqual(many.map(Number));
  });

  test('vec', () => {
    const strings: PerlValue[] = ['abc', '', 'abcdefghij', '\u0100', undefined, '\xe9\xff'];
    const questions: string[] = [];
    const ours: string[] = [];
    for (const s of strings) {
      for (const offset of [0, 1, 3, 7, -1, 1e9]) {
        for (const bits of [1, 2, 4, 8, 16, 32, 64, 3, 0]) {
          questions.push(`my $x = ${source(s)}; vec($x, ${offset}, ${bits})`);
          ours.push(answer(() => vec('vec', s, offset, bits), show));
          if (s === undefined || offset === 1e9) continue;
          questions.push(`my $x = ${source(s)}; vec($x, ${offset}, ${bits}) = 3021; $x`);
          ours.push(
            answer(() => {
              const x = new Scalar(s);
              new VecLvalue('vec', x, offset, bits).v = 3021;
              return x.v;
            }, show),
          );
        }
      }
    }
    const theirs = unnamed(askPerl(questions));
    agree(questions, theirs, ours);
  });
});

describe.runIf(hasPerl)('time', () => {
  const moments = [
    0, 1, -1, 951782400, 1e10, -1e10, 1.9, -1.5, 1e15, 67767976233316800, 1e17, -1e17, 1e20, 1700000000, 1720000000,
    -2e9, 68256000, 951868799, 4102444800,
  ];

  test('gmtime', () => {
    const questions = moments.flatMap((t) => [`gmtime(${source(t)})`, `scalar gmtime(${source(t)})`]);
    const gm = timeFunctions['gmtime']!.fn;
    const ours = moments.flatMap((t) => [
      answer(() => gm('gmtime', LIST, t) as PerlValue[], show),
      answer(() => gm('gmtime', SCALAR, t) as PerlValue, show),
    ]);
    agree(questions, askPerl(questions), ours);
  });

  for (const zone of [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Sydney',
    'XYZ-3:30',
    'EST5EDT',
    'CET-1CEST,M3.5.0,M10.5.0/3',
    'NZST-12NZDT,M9.5.0,M4.1.0/3',
    '',
  ]) {
    test(`localtime, mktime and strftime in ${zone || 'the default zone'}`, () => {
      const before = process.env['TZ'];
      if (zone === '') delete process.env['TZ'];
      else process.env['TZ'] = zone;
      try {
        const times = [
          0, 1700000000, 1720000000, 951782400, 68256000, 1e9, 4102444800, 1711846799, 1711846800, 1730000000,
          1729990800,
        ];
        const format =
          '%a %A %b %B %c %C %d %D %e %F %g %G %H %I %j %m %M %n %p %r %R %S %t %T %u %U %V %w %W %x %X %y %Y %z %% %k %l %P %h %E %Q';
        const program = `use POSIX (); for my $t (${times.join(',')}) { my @l = localtime $t;
          print join(',', @l), '|', scalar(localtime $t), '|', 0+POSIX::mktime(@l), '|', POSIX::strftime('${format}', @l), "\\x1e" }`;
        const theirs = runPerl(program, zone === '' ? {} : { TZ: zone }).split('\x1e');
        const local = timeFunctions['localtime']!.fn;
        times.forEach((t, i) => {
          const l = local('localtime', LIST, t) as number[];
          const fields = { sec: l[0]!, min: l[1]!, hour: l[2]!, mday: l[3]!, mon: l[4]!, year: l[5]!, isdst: l[8]! };
          const mine = `${l.join(',')}|${local('localtime', SCALAR, t)}|${mktime(fields)}|${strftime(format, fields)}`;
          expect(mine).toBe(theirs[i]);
        });
      } finally {
        if (before === undefined) delete process.env['TZ'];
        else process.env['TZ'] = before;
      }
    });
  }
});
