/** sprintf against perl: a list of odd formats, and many made at random. */
import { describe, test } from 'vitest';
import type { PerlValue } from '../../runtime/value.js';
import { agree, answer, askPerl, hasPerl } from '../../testing/perl-oracle.js';
import { doubleLiteral } from '../operators/arithmetic.js';
import { formatList } from './sprintf.js';

const values: [string, PerlValue][] = [
  ['0', 0],
  ['1', 1],
  ['-1', -1],
  ['42', 42],
  ['255', 255],
  ['-12345', -12345],
  ['70000', 70000],
  ['1.5', 1.5],
  ['-2.5', -2.5],
  ['0.1', 0.1],
  ['3.14159', 3.14159],
  ['1e20', 1e20],
  ['-1e20', -1e20],
  ['1e-10', 1e-10],
  ['123456.789', 123456.789],
  ['0.5', 0.5],
  ['2.5', 2.5],
  ['0.125', 0.125],
  ['1e300', 1e300],
  ['5e-324', 5e-324],
  ['18446744073709551615', 18446744073709551615n],
  ['-9223372036854775808', -9223372036854775808n],
  ['9007199254740993', 9007199254740993n],
  ['9**9**9', Infinity],
  ['-9**9**9', -Infinity],
  ['"abc"', 'abc'],
  ['"12abc"', '12abc'],
  ['""', ''],
  ['"1.22.333"', '1.22.333'],
  ['" 7 "', ' 7 '],
  ['"1e3"', '1e3'],
  ['undef', undefined],
  ['9.995', 9.995],
  ['99999.95', 99999.95],
  ['1e15', doubleLiteral(1e15)],
  ['0.0001', 0.0001],
  ['0.00001234', 0.00001234],
  ['1/3', 1 / 3],
];

const fixedFormats = [
  '%s',
  '%',
  'abc%',
  '%5',
  '%-',
  '%5%|%-5%|%%',
  '%v',
  '%z',
  '%y',
  '%vd',
  '%*vd',
  '%vX',
  '%03vd',
  '%.2vd',
  '%#vo',
  '%vs',
  '%v3d',
  '%v03d',
  '%2$s %1$s',
  '%3$s',
  '%0$s',
  '%1$s%s',
  '%1$s%s%s',
  '%*d',
  '%-*d|',
  '%.*f',
  '%2$*1$d',
  '%*2$d',
  '%.*2$f',
  '%hd',
  '%hhd',
  '%ld',
  '%lld',
  '%qd',
  '%Ld',
  '%jd',
  '%td',
  '%zd',
  '%hu',
  '%hhx',
  '%Lf',
  '%lf',
  '%hf',
  '%hs',
  '%D|%U|%O|%F|%i',
  '%n',
  '%ll',
  '%5.2q',
  '%-+ 0#5.3',
  '%vvd',
  '%1$',
  '%\n',
  '%\0',
  '%I64d',
  '%Vd',
  '%ls',
  '%m',
  '%.0s',
  '%.s',
  '%.d',
  '%.f',
  '%1.d',
  '%0*d',
  '%-0*d|',
  '%vd%s',
  '%s %s %s',
  '%1$s %1$s',
  '%d%%',
  '%*3$vd',
  '%3v d',
  '% vd',
  '%.0a',
  '%.1a',
  '%.3a',
  '%20a',
  '%-20a',
  '%020a',
  '%+a',
  '%#a',
  '%A',
  '%.13a',
  '%.20a',
  '%a',
];

/** Random directives out of their parts. */
function randomFormats(count: number): string[] {
  let seed = 12345;
  const random = (n: number): number => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return (seed >> 8) % n;
  };
  const pick = (from: readonly string[]): string => from[random(from.length)] as string;
  const out: string[] = [];
  for (let i = 0; i < count; i++) {
    const flags = pick(['', '', '-', '+', ' ', '0', '#', '-0', '+0', '# ', '#0', '+ 0', '-#']);
    const width = pick(['', '', '3', '10', '25']);
    const precision = pick(['', '', '.', '.0', '.1', '.2', '.5', '.10', '.20']);
    out.push(
      `%${flags}${width}${precision}${pick(['', '', '', 'l', 'h', 'hh', 'q', 'V'])}${pick([...'sdiuoxXbBeEfFgGaA'])}`,
    );
  }
  return out;
}

const quoted = (format: string): string =>
  `"${Array.from(format, (c) => `\\x{${c.charCodeAt(0).toString(16)}}`).join('')}"`;
/** perl names the variables of its warnings */
const unnamed = (answers: string[]): string[] => answers.map((a) => a.replace(/value \$\S+ in/g, 'value in'));
const show = (v: PerlValue): string => String(v);

describe.runIf(hasPerl)('sprintf', () => {
  test('odd formats', () => {
    const lists = [
      values.slice(0, 1),
      values.slice(3, 5),
      values.slice(6, 8),
      values.slice(28, 30),
      [values[3]!, values[7]!, values[25]!],
      [],
    ];
    const questions: string[] = [];
    const ours: string[] = [];
    for (const format of fixedFormats) {
      for (const list of lists) {
        questions.push(`my @l = (${list.map(([s]) => s).join(', ')}); sprintf ${quoted(format)}, @l`);
        ours.push(
          answer(
            () =>
              formatList(
                format,
                list.map(([, v]) => v),
                'sprintf',
              ),
            show,
          ),
        );
      }
    }
    agree(questions, unnamed(askPerl(questions)), ours);
  });

  test('random formats', () => {
    const questions: string[] = [];
    const ours: string[] = [];
    for (const format of randomFormats(1500)) {
      for (const [s, v] of values) {
        // glibc drops the zeros that # should keep when rounding carries
        if (v === 99999.95 && /#.*g$/i.test(format)) continue;
        questions.push(`my @l = (${s}); sprintf ${quoted(format)}, @l`);
        ours.push(answer(() => formatList(format, [v], 'sprintf'), show));
      }
    }
    agree(questions, unnamed(askPerl(questions)), ours);
  }, 60_000);

  test('characters', () => {
    const codes = [65, 0, 233, 256, 0x263a, 0x1f600];
    const questions = codes.map((c) => `sprintf '%c|%3c|%-3c|', ${c}, ${c}, ${c}`);
    const ours = codes.map((c) => answer(() => formatList('%c|%3c|%-3c|', [c, c, c], 'sprintf'), show));
    agree(questions, unnamed(askPerl(questions)), ours);
  });
});
