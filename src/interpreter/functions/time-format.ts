/** strftime and mktime for POSIX (POSIX(3perl)), in the C locale. */
import type { BrokenTime } from './time-calendar.js';
import { brokenTime, daysFromCivil, MONTHS, secondsOfCivil, WEEKDAYS } from './time-calendar.js';
import { type Zone, zoneOffset } from './time-zone.js';

const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The fields as POSIX::strftime takes them; wday and yday are worked out from the rest. */
export interface TimeFields {
  readonly sec: number;
  readonly min: number;
  readonly hour: number;
  readonly mday: number;
  readonly mon: number;
  readonly year: number;
  readonly isdst?: number;
}

/** mktime: the seconds of a local time, or undefined if it can't be told. */
export function mktime(fields: TimeFields): number | undefined {
  const local = secondsOfCivil(fields.year, fields.mon, fields.mday, fields.hour, fields.min, fields.sec);
  if (!Number.isFinite(local)) return undefined;
  // The offset at the moment searched: two steps find it except inside a gap, where the earlier offset counts.
  const first = zoneOffset(local - zoneOffset(local).offset);
  const guess = local - first.offset;
  const wanted = fields.isdst ?? -1;
  if (wanted >= 0 && wanted > 0 !== zoneOffset(guess).isdst) return otherSide(local, wanted > 0) ?? guess;
  return guess;
}

/** The moment under the other kind of time, if that year has both. */
function otherSide(local: number, summer: boolean): number | undefined {
  for (const months of [6, -6, 3, -3]) {
    const zone = zoneOffset(local + months * 30 * 86400);
    if (zone.isdst === summer) return local - zone.offset;
  }
  return undefined;
}

const UNIVERSAL: Zone = { offset: 0, isdst: false, name: 'GMT' };

/** strftime(FMT, SEC, MIN, HOUR, MDAY, MON, YEAR) of a local time, or of a universal one. */
export function strftime(format: string, fields: TimeFields, universal = false): string {
  const seconds = secondsOfCivil(fields.year, fields.mon, fields.mday, fields.hour, fields.min, fields.sec);
  const time = normalized(fields, seconds);
  const zone = universal ? UNIVERSAL : zoneFor(fields);
  return format.replace(/%([-_0^#]?)(\d*)[EO]?([a-zA-Z%+])/g, (whole, flag: string, width: string, letter: string) => {
    const text = conversion(letter, time, zone, fields);
    return text === null ? whole : adjusted(text, flag, width, letter);
  });
}

/** Perl's mini_mktime: out-of-range fields are carried over, except a leap second. */
function normalized(fields: TimeFields, seconds: number): BrokenTime {
  if (fields.sec !== 60) return brokenTime(seconds, fields.isdst ?? 0);
  return { ...brokenTime(seconds - 1, fields.isdst ?? 0), sec: 60 };
}

function zoneFor(fields: TimeFields): Zone {
  return zoneOffset(mktime(fields) ?? 0);
}

/** The GNU flags: no padding, blanks, zeros, capitals. */
function adjusted(text: string, flag: string, width: string, letter: string): string {
  let out = text;
  if (flag === '-') out = out.replace(/^[0 ]+(?=.)/, '');
  if (flag === '_') out = out.replace(/^0+(?=.)/, (zeros) => ' '.repeat(zeros.length));
  if (flag === '0') out = out.replace(/^ +/, (blanks) => '0'.repeat(blanks.length));
  if (flag === '^') out = out.toUpperCase();
  if (flag === '#') out = 'ZpP'.includes(letter) ? out.toLowerCase() : out.toUpperCase();
  const fill = /^\d/.test(text) && flag !== '_' ? '0' : ' ';
  return out.padStart(Number(width || 0), fill);
}

const two = (n: number): string => String(n).padStart(2, '0');
const blank = (n: number): string => String(n).padStart(2, ' ');
const noon = (hour: number): number => hour % 12 || 12;

/** One conversion (strftime(3)), or null for an unknown letter. */
function conversion(letter: string, t: BrokenTime, zone: Zone, fields: TimeFields): string | null {
  const again = (format: string): string => strftime(format, fields);
  const year = t.year + 1900;
  switch (letter) {
    case 'a':
      return WEEKDAYS[t.wday] ?? '?';
    case 'A':
      return DAY_NAMES[t.wday] ?? '?';
    case 'b':
    case 'h':
      return MONTHS[t.mon] ?? '?';
    case 'B':
      return MONTH_NAMES[t.mon] ?? '?';
    case 'c':
      return again('%a %b %e %H:%M:%S %Y');
    case 'C':
      return two(Math.floor(year / 100));
    case 'd':
      return two(t.mday);
    case 'D':
    case 'x':
      return again('%m/%d/%y');
    case 'e':
      return blank(t.mday);
    case 'F':
      return again('%Y-%m-%d');
    case 'g':
      return two(isoWeek(t).year % 100);
    case 'G':
      return String(isoWeek(t).year);
    case 'H':
      return two(t.hour);
    case 'I':
      return two(noon(t.hour));
    case 'j':
      return String(t.yday + 1).padStart(3, '0');
    case 'k':
      return blank(t.hour);
    case 'l':
      return blank(noon(t.hour));
    case 'm':
      return two(t.mon + 1);
    case 'M':
      return two(t.min);
    case 'n':
      return '\n';
    case 'p':
      return t.hour < 12 ? 'AM' : 'PM';
    case 'P':
      return t.hour < 12 ? 'am' : 'pm';
    case 'r':
      return again('%I:%M:%S %p');
    case 'R':
      return again('%H:%M');
    case 's':
      return String(mktime(fields) ?? -1);
    case 'S':
      return two(t.sec);
    case 't':
      return '\t';
    case 'T':
    case 'X':
      return again('%H:%M:%S');
    case 'u':
      return String(t.wday || 7);
    case 'U':
      return two(Math.floor((t.yday + 7 - t.wday) / 7));
    case 'V':
      return two(isoWeek(t).week);
    case 'w':
      return String(t.wday);
    case 'W':
      return two(Math.floor((t.yday + 7 - ((t.wday + 6) % 7)) / 7));
    case 'y':
      return two(((year % 100) + 100) % 100);
    case 'Y':
      return String(year);
    case 'z':
      return offsetText(zone.offset);
    case 'Z':
      return zone.name;
    case '%':
      return '%';
    default:
      return null;
  }
}

function offsetText(offset: number): string {
  const minutes = Math.floor(Math.abs(offset) / 60);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}

/** The ISO 8601 week and the year it belongs to: the one that has its Thursday. */
function isoWeek(t: BrokenTime): { week: number; year: number } {
  const day = daysFromCivil(t.year + 1900, 0, 1) + t.yday;
  const thursday = day - ((t.wday + 6) % 7) + 3;
  const { year, yday } = brokenTime(thursday * 86400, 0);
  return { week: Math.floor(yday / 7) + 1, year: year + 1900 };
}
