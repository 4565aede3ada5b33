/** perlfunc "Time-related functions": time, gmtime, localtime. */
import { active, type Op } from '../../runtime/active.js';
import { str, toNumber } from '../../runtime/convert.js';
import { LIST, type PerlValue, type Want } from '../../runtime/value.js';
import { type BrokenTime, brokenTime, MONTHS, WEEKDAYS } from './time-calendar.js';
import { zoneOffset } from './time-zone.js';
import { zoneSource } from './zone-source.js';
import type { CoreFunctionTable } from './core-function.js';

/** Seconds since the epoch that perl accepts: years of 32 bits. */
const LOWEST = -67768100567755200;
const HIGHEST = 67767976233316800;

/** The operand in whole seconds, or null after perl's two warnings. */
function secondsOf(op: Op, name: string, operand: PerlValue[]): number | null {
  if (operand.length === 0) return Math.floor(Date.now() / 1000);
  const seconds = Math.floor(toNumber(operand[0], op));
  if (seconds >= LOWEST && seconds <= HIGHEST) return seconds;
  const shown = Number.isFinite(seconds)
    ? BigInt(seconds).toString()
    : seconds !== seconds
      ? 'NaN'
      : seconds > 0
        ? 'Inf'
        : '-Inf';
  active().warn('overflow', `${name}(${shown}) too ${seconds < 0 ? 'small' : 'large'}`);
  active().warn('overflow', `${name}(${shown}) failed`);
  return null;
}

/** Nine numbers, or `Thu Jan  1 00:00:00 1970`. */
function answer(time: BrokenTime | null, want: Want): PerlValue | PerlValue[] {
  if (time === null) return want === LIST ? [] : undefined;
  const { sec, min, hour, mday, mon, year, wday, yday, isdst } = time;
  if (want === LIST) return [sec, min, hour, mday, mon, year, wday, yday, isdst];
  const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
  const day = mday < 10 ? ` ${mday}` : `${mday}`;
  return `${WEEKDAYS[wday]} ${MONTHS[mon]} ${day} ${two(hour)}:${two(min)}:${two(sec)} ${year + 1900}`;
}

function gmtime(op: Op, want: Want, ...operand: PerlValue[]): PerlValue | PerlValue[] {
  const seconds = secondsOf(op, 'gmtime', operand);
  return answer(seconds === null ? null : brokenTime(seconds, 0), want);
}

/** Follows $ENV{TZ}, as tzset(3) does. */
export function useZone(): undefined {
  const zone = zoneSource.read();
  if (zone === undefined) {
    if (process.env['TZ'] !== undefined) delete process.env['TZ'];
  } else if (process.env['TZ'] !== str(zone)) process.env['TZ'] = str(zone);
}

/** In the zone that $ENV{TZ} names, or the system's. */
function localtime(op: Op, want: Want, ...operand: PerlValue[]): PerlValue | PerlValue[] {
  useZone();
  const seconds = secondsOf(op, 'localtime', operand);
  return answer(seconds === null ? null : localTime(seconds), want);
}

/** The local calendar time of a moment. */
export function localTime(seconds: number): BrokenTime {
  const zone = zoneOffset(seconds);
  return brokenTime(seconds + zone.offset, zone.isdst ? 1 : 0);
}

export const timeFunctions: CoreFunctionTable = {
  gmtime: { operands: '?s', returns: 'w', fn: gmtime },
  localtime: { operands: '?s', returns: 'w', fn: localtime },
};
