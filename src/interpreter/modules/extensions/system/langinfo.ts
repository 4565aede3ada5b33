/** The C half of I18N::Langinfo (langinfo.h): what the C locale answers, and the encoding of the environment's. */
import { int } from '../../../../runtime/convert.js';
import type { Interp } from '../../../core/interp.js';
import { defineConstants, words } from '../../native-module.js';

/** A run of items: the first one's number, the names, and what they say. */
type Items = readonly [first: number, names: readonly string[], texts: readonly string[]];

const days = words('Sunday Monday Tuesday Wednesday Thursday Friday Saturday');
const months = words('January February March April May June July August September October November December');
const short = (names: readonly string[]): string[] => names.map((name) => name.slice(0, 3));
const numbered = (stem: string, names: readonly string[]): string[] => names.map((_, i) => `${stem}_${i + 1}`);

const items: readonly Items[] = [
  [0x20000, numbered('ABDAY', days), short(days)],
  [0x20007, numbered('DAY', days), days],
  [0x2000e, numbered('ABMON', months), short(months)],
  [0x2001a, numbered('MON', months), months],
  [0x20026, words('AM_STR PM_STR'), words('AM PM')],
  [
    0x20028,
    words('D_T_FMT D_FMT T_FMT T_FMT_AMPM ERA'),
    ['%a %b %e %H:%M:%S %Y', '%m/%d/%y', '%H:%M:%S', '%I:%M:%S %p', ''],
  ],
  [0x2002e, words('ERA_D_FMT ALT_DIGITS ERA_D_T_FMT ERA_T_FMT'), ['', '', '', '']],
  [0x50000, words('YESEXPR NOEXPR YESSTR NOSTR'), ['^[yY]', '^[nN]', 'yes', 'no']],
  [0x10000, words('RADIXCHAR THOUSEP'), ['.', '']],
  [0x4000f, ['CRNCYSTR'], ['-']],
  [14, ['CODESET'], ['']],
];

/** The encoding that the locale of the environment names (locale(7)): UTF-8, or that of the C locale. */
function codeset(perl: Interp): string {
  const { hv } = perl.glob('main::ENV');
  const locale = ['LC_ALL', 'LC_CTYPE', 'LANG'].map((name) => hv.get(name)).find((v) => v !== undefined && v !== '');
  return typeof locale === 'string' && /\.utf-?8(?:@|$)/i.test(locale) ? 'UTF-8' : 'ANSI_X3.4-1968';
}

export function langinfo(perl: Interp): void {
  const texts = new Map<number, string>();
  for (const [first, names, said] of items) {
    names.forEach((name, i) => defineConstants(perl, 'I18N::Langinfo', { [name]: first + i }));
    said.forEach((text, i) => texts.set(first + i, text));
  }
  perl.define(
    'I18N::Langinfo::langinfo',
    (args) => {
      const item = Number(int(args.length > 0 ? args.get(0) : perl.underscore.s.v, 'subroutine entry'));
      if (item < 0) {
        perl.errno = 22;
        return undefined;
      }
      return item === 14 ? codeset(perl) : (texts.get(item) ?? '');
    },
    '_',
  );
}
