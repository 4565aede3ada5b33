/**
 * Offsets of local time from UTC. Zones by name come from the ICU data inside Node; POSIX rules such as `XYZ-3:30` or
 * `EST5EDT,M3.2.0,M11.1.0` (tzset(3)), which ICU does not know, are read here.
 */
import { daysFromCivil } from './time-calendar.js';

export interface Zone {
  /** seconds east of UTC */
  readonly offset: number;
  readonly isdst: boolean;
  /** abbreviation, for %Z */
  readonly name: string;
}

/** The zone in force at a moment. */
export function zoneOffset(seconds: number): Zone {
  const rule = posixRule(process.env['TZ'] ?? '');
  return rule === null ? namedZone(seconds) : ruleAt(rule, seconds);
}

/** The moments Date can express; beyond them the rules of the nearest such year count. */
const DATE_LIMIT = 8.64e12;

function namedZone(seconds: number): Zone {
  const date = new Date(Math.max(-DATE_LIMIT, Math.min(DATE_LIMIT, seconds)) * 1000);
  const offset = offsetOf(date);
  const isdst = offset > standardOffset(date);
  return {
    offset,
    isdst,
    // made only when asked for: it is costly
    get name() {
      return abbreviation(date);
    },
  };
}

/** getTimezoneOffset knows minutes only; the fields know seconds (local mean times). */
function offsetOf(date: Date): number {
  const local = Date.UTC(2000, date.getMonth(), date.getDate(), date.getHours(), date.getMinutes(), date.getSeconds());
  const universal = Date.UTC(
    2000 + date.getUTCFullYear() - date.getFullYear(),
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  );
  return Math.abs(local - universal) < 2 * 86400_000 ? (local - universal) / 1000 : -date.getTimezoneOffset() * 60;
}

/** Standard offsets by year, for the zone that $TZ names now. */
const standards = new Map<number, number>();
let standardsZone: string | undefined;

/** The least offset of the year: without daylight saving. */
function standardOffset(date: Date): number {
  if (standardsZone !== process.env['TZ']) {
    standards.clear();
    standardsZone = process.env['TZ'];
  }
  const year = date.getFullYear();
  let offset = standards.get(year);
  if (offset === undefined) {
    offset = Math.min(...[0, 3, 6, 9].map((month) => offsetOf(new Date(year, month, 1))));
    standards.set(year, offset);
  }
  return offset;
}

function abbreviation(date: Date): string {
  const name = /\(([^)]*)\)/.exec(date.toString())?.[1] ?? 'UTC';
  const short = new Intl.DateTimeFormat('en-US', { timeZoneName: 'short' }).formatToParts(date);
  const given = short.find((part) => part.type === 'timeZoneName')?.value ?? name;
  return /^[A-Z]{2,5}$/.test(given) ? given : europeanName(name, given);
}

/** ICU's English data spells out `Central European Standard Time`; C libraries say CET and CEST. */
function europeanName(name: string, given: string): string {
  const words: Readonly<Record<string, string>> = {
    'Coordinated Universal Time': 'UTC',
    'Central European Standard Time': 'CET',
    'Central European Summer Time': 'CEST',
    'Eastern European Standard Time': 'EET',
    'Eastern European Summer Time': 'EEST',
    'Western European Standard Time': 'WET',
    'Western European Summer Time': 'WEST',
    'British Summer Time': 'BST',
    'Greenwich Mean Time': 'GMT',
    'Japan Standard Time': 'JST',
    'India Standard Time': 'IST',
  };
  const numeric = /^GMT([+-])(\d+)(?::(\d+))?$/.exec(given);
  if (words[name] !== undefined) return words[name];
  return numeric === null ? given : `${numeric[1]}${numeric[2]?.padStart(2, '0')}${numeric[3] ?? ''}`;
}

interface Rule {
  readonly standard: Zone;
  readonly daylight: Zone | null;
  readonly start: string;
  readonly end: string;
}

const POSIX =
  /^([A-Za-z]{3,}|<[\w+-]+>)([+-]?\d{1,2}(?::\d\d){0,2})(?:([A-Za-z]{3,}|<[\w+-]+>)([+-]?\d{1,2}(?::\d\d){0,2})?(?:,([^,]+),([^,]+))?)?$/;

let lastText = '';
let lastRule: Rule | null = null;

function posixRule(text: string): Rule | null {
  if (text !== lastText) {
    lastText = text;
    lastRule = parseRule(text);
  }
  return lastRule;
}

function parseRule(text: string): Rule | null {
  const m = POSIX.exec(text.replace(/^:/, ''));
  if (m === null) return null;
  const standard = { offset: -clock(m[2] as string), isdst: false, name: (m[1] as string).replace(/[<>]/g, '') };
  if (m[3] === undefined) return { standard, daylight: null, start: '', end: '' };
  const offset = m[4] === undefined ? standard.offset + 3600 : -clock(m[4]);
  const daylight = { offset, isdst: true, name: m[3].replace(/[<>]/g, '') };
  return { standard, daylight, start: m[5] ?? 'M3.2.0', end: m[6] ?? 'M11.1.0' };
}

/** hh[:mm[:ss]] in seconds */
function clock(text: string): number {
  const [h = 0, m = 0, s = 0] = text.replace(/^[+-]/, '').split(':').map(Number);
  return (text.startsWith('-') ? -1 : 1) * (h * 3600 + m * 60 + s);
}

function ruleAt(rule: Rule, seconds: number): Zone {
  const { standard, daylight } = rule;
  if (daylight === null) return standard;
  const year = new Date((seconds + standard.offset) * 1000).getUTCFullYear();
  const start = transition(rule.start, year) - standard.offset;
  const end = transition(rule.end, year) - daylight.offset;
  const summer = start < end ? seconds >= start && seconds < end : seconds >= start || seconds < end;
  return summer ? daylight : standard;
}

/** `Mm.w.d/time`, `Jn/time` or `n/time`: seconds of that moment of the year, in local time. */
function transition(text: string, year: number): number {
  const [date = '', time = '2'] = text.split('/');
  const month = /^M(\d+)\.(\d)\.(\d)$/.exec(date);
  let day: number;
  if (month !== null) day = weekdayOfMonth(year, Number(month[1]) - 1, Number(month[2]), Number(month[3]));
  else if (date.startsWith('J')) {
    const n = Number(date.slice(1));
    const leap = daysFromCivil(year, 2, 1) - daysFromCivil(year, 1, 1) === 29;
    day = daysFromCivil(year, 0, 1) + n - 1 + (leap && n >= 60 ? 1 : 0);
  } else day = daysFromCivil(year, 0, 1) + Number(date);
  return day * 86400 + clock(time);
}

/** Day d (0 is Sunday) of week w (5: the last one) of a month. */
function weekdayOfMonth(year: number, month: number, week: number, weekday: number): number {
  const first = daysFromCivil(year, month, 1);
  const days = daysFromCivil(year, month + 1, 1) - first;
  let day = (((weekday - (first + 4)) % 7) + 7) % 7;
  for (let w = 1; w < week && day + 7 < days; w++) day += 7;
  return first + day;
}
