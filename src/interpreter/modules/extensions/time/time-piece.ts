/** The C half of Time::Piece (perldoc Time::Piece): calendar times, formatted and parsed. */
import { PerlArray } from '../../../../runtime/array.js';
import { int, str } from '../../../../runtime/convert.js';
import { PerlHash } from '../../../../runtime/hash.js';
import type { PerlValue } from '../../../../runtime/value.js';
import type { Interp } from '../../../core/interp.js';
import { type BrokenTime, brokenTime, secondsOfCivil } from '../../../functions/time-calendar.js';
import { strftime } from '../../../functions/time-format.js';
import { localTime, useZone } from '../../../functions/time.js';
import { type DateNames, DateParser, NoDate, type ParsedDate } from './strptime.js';

const integers = (args: PerlArray): number[] => args.list().map((v) => Number(int(v, 'subroutine entry')));

/** The nine fields of a struct tm. */
function fieldsOf({ sec, min, hour, mday, mon, year, wday, yday, isdst }: BrokenTime): number[] {
  return [sec, min, hour, mday, mon, year, wday, yday, isdst];
}

/** Fields brought into range, and the two that Time::Piece keeps behind them: seconds since the epoch, and local or not. */
function normalised(given: ParsedDate): number[] {
  const { year, mon, mday, hour, min, sec, yday, isdst } = given;
  // Only %j leaves a day 0: the day of the year counts, then.
  const byDayOfYear = mday === 0 && yday > 0;
  const seconds = byDayOfYear
    ? secondsOfCivil(year, 0, yday + 1, hour, min, sec)
    : secondsOfCivil(year, mon, mday, hour, min, sec);
  // A leap second stays one.
  const time = sec === 60 ? { ...brokenTime(seconds - 1, isdst), sec } : brokenTime(seconds, isdst);
  return [...fieldsOf(time), 0, 0];
}

function listIn(perl: Interp, names: PerlHash, key: string): string[] {
  const list = names.get(key);
  if (!(list instanceof PerlArray)) return perl.die('_strptime requires a Hash Reference of locales');
  return list.list().map((v) => str(v));
}

function namesFrom(perl: Interp, locale: PerlValue): DateNames {
  if (!(locale instanceof PerlHash)) return perl.die('_strptime requires a Hash Reference of locales');
  const word = (key: string): string => str(locale.get(key) ?? '');
  return {
    weekdays: listIn(perl, locale, 'weekday'),
    shortWeekdays: listIn(perl, locale, 'wday'),
    months: listIn(perl, locale, 'month'),
    shortMonths: listIn(perl, locale, 'mon'),
    alternativeMonths: listIn(perl, locale, 'alt_month'),
    morning: [word('am'), word('AM')],
    afternoon: [word('pm'), word('PM')],
  };
}

function strptime(perl: Interp, args: PerlArray): PerlValue[] {
  const [text, format, universal, locale] = args.list();
  const parser = new DateParser(str(text), namesFrom(perl, locale), Number(int(universal, 'subroutine entry')) !== 0);
  try {
    parser.read(str(format));
  } catch (e) {
    if (e instanceof NoDate) perl.die('Error parsing time');
    throw e;
  }
  if (parser.rest !== '') {
    perl.warnAlways(`Garbage at end of string in strptime: ${parser.rest}`);
    perl.warnAlways('Perhaps a format flag did not match the actual input?');
  }
  return normalised(parser.date);
}

/** Names of days and months as the C locale has them. */
function localization(): PerlHash {
  const at = (day: number, month: number, hour = 0): Parameters<typeof strftime>[1] => ({
    sec: 0,
    min: 0,
    hour,
    mday: day,
    mon: month,
    year: 112,
  });
  const days = (format: string): PerlArray =>
    new PerlArray([1, 2, 3, 4, 5, 6, 7].map((d) => strftime(format, at(d, 0))));
  const months = (format: string): PerlArray =>
    new PerlArray(Array.from({ length: 12 }, (_, m) => strftime(format, at(1, m))));
  const long = months('%B');
  return new PerlHash(
    new Map<string, PerlValue>([
      ['wday', days('%a')],
      ['weekday', days('%A')],
      ['mon', months('%b')],
      ['month', long],
      ['alt_month', long],
      ['AM', strftime('%p', at(1, 0))],
      ['PM', strftime('%p', at(1, 0, 18))],
    ]),
  );
}

export function timePiece(perl: Interp): void {
  const define = (name: string, fn: (args: PerlArray) => PerlValue | PerlValue[]): void =>
    void perl.define(`Time::Piece::${name}`, fn);
  define('_strftime', (args) => {
    const [epoch = 0, islocal = 1] = integers(new PerlArray(args.list().slice(1)));
    return strftime(str(args.get(0)), islocal === 1 ? localTime(epoch) : brokenTime(epoch, 0), islocal !== 1);
  });
  define('_tzset', () => useZone());
  define('_strptime', (args) => strptime(perl, args));
  define('_mini_mktime', (args) => {
    const [sec = 0, min = 0, hour = 0, mday = 0, mon = 0, year = 0] = integers(args);
    return normalised({ sec, min, hour, mday, mon, year, yday: 0, isdst: 0 });
  });
  define('_crt_localtime', (args) => withDaylight(localTime(integers(args)[0] ?? 0)));
  define('_crt_gmtime', (args) => withDaylight(brokenTime(integers(args)[0] ?? 0, 0)));
  define('_get_localization', localization);
}

/** The fields, and once more whether it is daylight saving time. */
function withDaylight(time: BrokenTime): number[] {
  return [...fieldsOf(time), time.isdst];
}
