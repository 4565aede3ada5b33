/** <time.h> of POSIX. */
import { times as processTimes } from '../../../libc/clock.js';
import { str } from '../../../runtime/convert.js';
import type { PerlValue } from '../../../runtime/value.js';
import { brokenTime, MONTHS, secondsOfCivil, type BrokenTime, WEEKDAYS } from '../../functions/time-calendar.js';
import { mktime, strftime, type TimeFields } from '../../functions/time-format.js';
import { localTime } from '../../functions/time.js';
import { zoneOffset } from '../../functions/time-zone.js';
import type { Operands, TableFunction } from '../call-table.js';

const dateOperands = 'sec, min, hour, mday, mon, year, wday = 0, yday = 0, isdst = -1';

/** sec, min, hour, mday, mon, year as operands from `first` on. */
function fields(c: Operands, first: number): TimeFields {
  const at = (i: number): number => c.integer(first + i);
  return { sec: at(0), min: at(1), hour: at(2), mday: at(3), mon: at(4), year: at(5), isdst: c.integer(first + 8, -1) };
}

function seconds(c: Operands): PerlValue {
  const found = mktime(fields(c, 0));
  return found === 0 ? '0 but true' : found;
}

/** asctime(3): `Sun Jun  4 03:02:01 2006\n`. */
function asctime(t: BrokenTime): string {
  const two = (n: number): string => `${n}`.padStart(2, '0');
  const day = `${WEEKDAYS[t.wday]} ${MONTHS[t.mon]} ${`${t.mday}`.padStart(2, ' ')}`;
  return `${day} ${two(t.hour)}:${two(t.min)}:${two(t.sec)} ${t.year + 1900}\n`;
}

/** Fields out of range brought into range. */
function normalised(f: TimeFields): BrokenTime {
  return brokenTime(secondsOfCivil(f.year, f.mon, f.mday, f.hour, f.min, f.sec), 0);
}

function zoneNames(): string[] {
  const year = new Date().getFullYear() - 1900;
  const zones = [0, 6].map((mon) => zoneOffset(secondsOfCivil(year, mon, 1, 0, 0, 0)));
  const standard = zones.find((zone) => !zone.isdst) ?? zones[0];
  const summer = zones.find((zone) => zone.isdst) ?? standard;
  return [standard?.name ?? 'UTC', summer?.name ?? 'UTC'];
}

function ticks(): number[] {
  return [Math.floor(performance.now() / 10), ...processTimes().map((time) => Math.round(time * 100))];
}

/** The zone in %ENV from now on: Node looks at its own environment. */
function takeZone(c: Operands): undefined {
  const zone = c.perl.glob('main::ENV').hv.get('TZ');
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = str(zone, 'tzset');
  return undefined;
}

const cpuMicroseconds = (): number => Math.round(process.cpuUsage().user + process.cpuUsage().system);

export const timeFunctions: Readonly<Record<string, TableFunction>> = {
  strftime: {
    operands: 'fmt, sec, min, hour, mday, mon, year, wday = -1, yday = -1, isdst = -1',
    fn: (c) => strftime(c.text(0), fields(c, 1)),
  },
  mktime: { operands: dateOperands, fn: seconds },
  asctime: { operands: dateOperands, fn: (c) => asctime(normalised(fields(c, 0))) },
  ctime: { operands: 'time', fn: (c) => asctime(localTime(c.integer(0))) },
  clock: { operands: '', fn: cpuMicroseconds },
  difftime: { operands: 'time1, time2', fn: (c) => c.number(0) - c.number(1) },
  times: { operands: '', fn: ticks },
  tzset: { operands: '', fn: takeZone },
  tzname: { operands: '', fn: zoneNames },
};
