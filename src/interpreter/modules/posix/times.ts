/** <time.h> of POSIX. */
import { times as processTimes } from '../../../libc/clock.js';
import type { PerlValue } from '../../../runtime/value.js';
import type { Operands, TableFunction } from '../call-table.js';
import { brokenDown, formatTime, secondsOf, zoneNames } from './calendar.js';

const dateOperands = 'sec, min, hour, mday, mon, year, wday = 0, yday = 0, isdst = -1';

/** sec, min, hour, mday, mon, year as operands from `first` on. */
function fields(c: Operands, first: number): number[] {
  return [0, 1, 2, 3, 4, 5].map((i) => c.integer(first + i));
}

function mktime(c: Operands): PerlValue {
  const seconds = secondsOf(fields(c, 0), c.integer(8, -1));
  return seconds === undefined ? undefined : seconds === 0 ? '0 but true' : seconds;
}

const DAYS = 'SunMonTueWedThuFriSat';
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const pad = (n: number, width: number, fill: string): string => `${n}`.padStart(width, fill);

/** asctime(3): `Sun Jun  4 03:02:01 2006\n`. */
function asctime(parts: readonly number[]): string {
  const [sec = 0, min = 0, hour = 0, mday = 0, mon = 0, year = 0, wday = 0] = parts;
  const day = DAYS.slice(wday * 3, wday * 3 + 3);
  const month = MONTHS.slice(mon * 3, mon * 3 + 3);
  const clock = [hour, min, sec].map((n) => pad(n, 2, '0')).join(':');
  return `${day} ${month} ${pad(mday, 2, ' ')} ${clock} ${year + 1900}\n`;
}

function ticks(): number[] {
  return [Math.floor(performance.now() / 10), ...processTimes().map((seconds) => Math.round(seconds * 100))];
}

export const timeFunctions: Readonly<Record<string, TableFunction>> = {
  strftime: {
    operands: 'fmt, sec, min, hour, mday, mon, year, wday = -1, yday = -1, isdst = -1',
    fn: (c) => formatTime(c.text(0), fields(c, 1), c.integer(9, -1)),
  },
  mktime: { operands: dateOperands, fn: mktime },
  asctime: { operands: dateOperands, fn: (c) => asctime(brokenDown(fields(c, 0))) },
  ctime: { operands: 'time', fn: (c) => asctime(brokenDown(c.integer(0))) },
  clock: { operands: '', fn: () => Math.round(process.cpuUsage().user + process.cpuUsage().system) },
  difftime: { operands: 'time1, time2', fn: (c) => c.number(0) - c.number(1) },
  times: { operands: '', fn: ticks },
  tzset: { operands: '', fn: () => undefined },
  tzname: { operands: '', fn: () => [...zoneNames()] },
};
