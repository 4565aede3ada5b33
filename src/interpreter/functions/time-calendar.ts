/** The proleptic Gregorian calendar, for any year (struct tm of time.h). */

export interface BrokenTime {
  readonly sec: number;
  readonly min: number;
  readonly hour: number;
  readonly mday: number;
  /** from 0 */
  readonly mon: number;
  /** since 1900 */
  readonly year: number;
  /** from Sunday, 0 */
  readonly wday: number;
  readonly yday: number;
  readonly isdst: number;
}

export const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const DAY = 86400;
/** days in 400 years */
const ERA = 146097;

const mod = (n: number, by: number): number => n - Math.floor(n / by) * by;

/** Days since 1970-01-01 of a date; `month` from 0, any integer. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = year + Math.floor(month / 12);
  const m = mod(month, 12);
  // Years that begin in March, so that the leap day is the last of its year.
  const shifted = m < 2 ? y - 1 : y;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * mod(m - 2, 12) + 2) / 5) + day - 1;
  return era * ERA + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}

/** Seconds since the epoch, taken as they are, as a calendar time. */
export function brokenTime(seconds: number, isdst: number): BrokenTime {
  const days = Math.floor(seconds / DAY);
  const rest = seconds - days * DAY;
  const { year, mon, mday } = civilFromDays(days);
  return {
    sec: rest % 60,
    min: Math.floor(rest / 60) % 60,
    hour: Math.floor(rest / 3600),
    mday,
    mon,
    year: year - 1900,
    wday: mod(days + 4, 7),
    yday: days - daysFromCivil(year, 0, 1),
    isdst,
  };
}

function civilFromDays(days: number): { year: number; mon: number; mday: number } {
  const shifted = days + 719468;
  const era = Math.floor(shifted / ERA);
  const ofEra = shifted - era * ERA;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  const mday = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  const mon = (month + 2) % 12;
  return { year: year + era * 400 + (mon < 2 ? 1 : 0), mon, mday };
}

/** The seconds of a calendar time whose fields may be out of range (timegm). */
export function secondsOfCivil(
  year: number,
  mon: number,
  mday: number,
  hour: number,
  min: number,
  sec: number,
): number {
  return daysFromCivil(year + 1900, mon, mday) * DAY + hour * 3600 + min * 60 + sec;
}
