/** Broken-down times of <time.h>: seconds to fields and back, and strftime in the C locale. */

const DAY = 86_400_000;
const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const monthNames = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
];

/** Whole seconds since 1970 for local fields, or undefined if there are none. */
export function secondsOf(fields: readonly number[], isdst: number): number | undefined {
  const [sec = 0, min = 0, hour = 0, mday = 0, mon = 0, year = 0] = fields;
  const date = new Date(2000, 0, 1);
  date.setFullYear(year + 1900, mon, mday);
  date.setHours(hour, min, sec, 0);
  void isdst;
  const ms = date.getTime();
  return Number.isNaN(ms) ? undefined : ms / 1000;
}

/** [sec, min, hour, mday, mon, year, wday, yday] of local seconds, or of fields out of range brought into range. */
export function brokenDown(from: number | readonly number[]): number[] {
  if (typeof from === 'number') {
    const local = new Date(from * 1000);
    return partsOf(
      Date.UTC(local.getFullYear(), local.getMonth(), local.getDate(), local.getHours(), local.getMinutes(), local.getSeconds()),
    );
  }
  const [sec = 0, min = 0, hour = 0, mday = 0, mon = 0, year = 0] = from;
  const date = new Date(0);
  date.setUTCFullYear(year + 1900, mon, mday);
  date.setUTCHours(hour, min, sec, 0);
  const parts = partsOf(date.getTime());
  // A leap second stays one.
  if (sec === 60) return [60, min, hour, mday, mon, year, ...partsOf(date.getTime() - 1000).slice(6)];
  return parts;
}

function partsOf(ms: number): number[] {
  const d = new Date(ms);
  const yday = Math.floor((ms - Date.UTC(d.getUTCFullYear(), 0, 1)) / DAY);
  return [
    d.getUTCSeconds(), d.getUTCMinutes(), d.getUTCHours(), d.getUTCDate(), d.getUTCMonth(), d.getUTCFullYear() - 1900,
    d.getUTCDay(), yday,
  ];
}

/** Abbreviation of the local zone at a moment: "CET"; "+03" where it has none. */
function zoneAt(date: Date): string {
  const name = new Intl.DateTimeFormat('en-US', { timeZoneName: 'short' }).formatToParts(date).find((p) => p.type === 'timeZoneName')?.value ?? 'UTC';
  const offset = /^GMT([+-])(\d+)(?::(\d+))?$/.exec(name);
  if (offset) return `${offset[1]}${(offset[2] as string).padStart(2, '0')}${offset[3] ?? ''}`;
  return name;
}

export function zoneNames(): [string, string] {
  const year = new Date().getFullYear();
  const [winter, summer] = [new Date(year, 0, 1), new Date(year, 6, 1)];
  const inverted = winter.getTimezoneOffset() < summer.getTimezoneOffset();
  const names: [string, string] = [zoneAt(winter), zoneAt(summer)];
  return inverted ? [names[1], names[0]] : names;
}

const pad = (n: number, width = 2, fill = '0'): string => `${n}`.padStart(width, fill);

/** ISO 8601 week number and the year it belongs to. */
function isoWeek(year: number, yday: number, wday: number): [week: number, year: number] {
  const weekday = (wday + 6) % 7;
  const week = Math.floor((yday - weekday + 10) / 7);
  if (week < 1) return isoWeek(year - 1, yday + (isLeap(year - 1) ? 366 : 365), wday);
  if (week === 53 && yday - weekday + 3 >= (isLeap(year) ? 366 : 365)) return [1, year + 1];
  return [week, year];
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** strftime(3). */
export function formatTime(format: string, fields: readonly number[], isdst: number): string {
  const [sec = 0, min = 0, hour = 0, mday = 1, mon = 0, year = 0, wday = 0, yday = 0] = brokenDown(fields);
  const fullYear = year + 1900;
  const local = (): Date => new Date((secondsOf([sec, min, hour, mday, mon, year], isdst) ?? 0) * 1000);
  const again = (text: string): string => formatTime(text, fields, isdst);
  const hour12 = hour % 12 === 0 ? 12 : hour % 12;
  const conversions: Record<string, () => string> = {
    a: () => (dayNames[wday] as string).slice(0, 3), A: () => dayNames[wday] as string,
    b: () => (monthNames[mon] as string).slice(0, 3), B: () => monthNames[mon] as string, h: () => again('%b'),
    c: () => again('%a %b %e %H:%M:%S %Y'), C: () => pad(Math.floor(fullYear / 100)), d: () => pad(mday),
    D: () => again('%m/%d/%y'), e: () => pad(mday, 2, ' '), F: () => again('%Y-%m-%d'),
    g: () => pad(isoWeek(fullYear, yday, wday)[1] % 100), G: () => `${isoWeek(fullYear, yday, wday)[1]}`,
    H: () => pad(hour), I: () => pad(hour12), j: () => pad(yday + 1, 3), k: () => pad(hour, 2, ' '), l: () => pad(hour12, 2, ' '),
    m: () => pad(mon + 1), M: () => pad(min), n: () => '\n', p: () => (hour < 12 ? 'AM' : 'PM'), P: () => (hour < 12 ? 'am' : 'pm'),
    r: () => again('%I:%M:%S %p'), R: () => again('%H:%M'), s: () => `${local().getTime() / 1000}`, S: () => pad(sec), t: () => '\t',
    T: () => again('%H:%M:%S'), u: () => `${wday === 0 ? 7 : wday}`, U: () => pad(Math.floor((yday + 7 - wday) / 7)),
    V: () => pad(isoWeek(fullYear, yday, wday)[0]), w: () => `${wday}`, W: () => pad(Math.floor((yday + 7 - ((wday + 6) % 7)) / 7)),
    x: () => again('%m/%d/%y'), X: () => again('%H:%M:%S'), y: () => pad(((fullYear % 100) + 100) % 100), Y: () => `${fullYear}`,
    z: () => offsetOf(local()), Z: () => zoneAt(local()), '%': () => '%',
  };
  return format.replace(/%([-_0^#]?)(\d*)[EO]?([a-zA-Z%])/g, (whole, flag: string, width: string, letter: string) => {
    const text = conversions[letter]?.();
    return text === undefined ? whole : adjusted(text, flag, Number(width));
  });
}

/** glibc's flags: `-` no padding, `_` blanks, `0` zeros, `^` capitals. */
function adjusted(text: string, flag: string, width: number): string {
  if (flag === '-') return text.replace(/^[0 ]+(?=.)/, '');
  if (flag === '_') return text.replace(/^0+(?=.)/, (zeros) => ' '.repeat(zeros.length)).padStart(width, ' ');
  const shown = flag === '^' ? text.toUpperCase() : flag === '0' ? text.replace(/^ /, '0') : text;
  return shown.padStart(width, /^\d/.test(text) ? '0' : ' ');
}

function offsetOf(date: Date): string {
  const minutes = -date.getTimezoneOffset();
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}${pad(size % 60)}`;
}
