/** The parser of dates behind Time::Piece->strptime: a C library's strptime(3) as Time::Piece brings its own. */
import { brokenTime } from '../../../functions/time-calendar.js';
import { localTime } from '../../../functions/time.js';

/** Names that depend on the language. */
export interface DateNames {
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly alternativeMonths: readonly string[];
  /** AM and am, PM and pm */
  readonly morning: readonly string[];
  readonly afternoon: readonly string[];
}

/** What has been read so far; fields may be out of range, as `%z` leaves them. */
export interface ParsedDate {
  sec: number;
  min: number;
  hour: number;
  mday: number;
  mon: number;
  year: number;
  yday: number;
  /** -1: not known */
  isdst: number;
}

/** A text that does not match its format. */
export class NoDate extends Error {}

/** Formats that stand for others. */
const abbreviations: Readonly<Record<string, string>> = {
  '+': '%c',
  c: '%a %d %b %Y %I:%M:%S %p %Z',
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  R: '%H:%M',
  r: '%I:%M:%S %p',
  T: '%H:%M:%S',
  X: '%I:%M:%S %p',
  x: '%a %d %b %Y',
};

type Field = Exclude<keyof ParsedDate, 'yday' | 'isdst'>;

/** Fields that are just a number: how many digits, from what to what, and where it goes less an offset. */
const numbers: Readonly<Record<string, readonly [digits: number, least: number, most: number, Field | null, number]>> =
  {
    M: [2, 0, 59, 'min', 0],
    S: [2, 0, 60, 'sec', 0],
    H: [2, 0, 23, 'hour', 0],
    k: [2, 0, 23, 'hour', 0],
    I: [2, 0, 12, 'hour', 0],
    l: [2, 0, 12, 'hour', 0],
    d: [2, 0, 31, 'mday', 0],
    e: [2, 0, 31, 'mday', 0],
    m: [2, 1, 12, 'mon', 1],
    U: [2, 0, 53, null, 0],
    V: [2, 0, 53, null, 0],
    W: [2, 0, 53, null, 0],
    u: [1, 0, 7, null, 0],
    w: [1, 0, 6, null, 0],
  };

/** Numbers that a blank in the text may stand for, or its end. */
const optional = new Set(['M', 'S', 'Y', 'y']);

export class DateParser {
  readonly date: ParsedDate = { sec: 0, min: 0, hour: 0, mday: 1, mon: 0, year: 70, yday: 0, isdst: -1 };
  private readonly text: string;
  private readonly names: DateNames;
  private universal: boolean;
  private at = 0;

  constructor(text: string, names: DateNames, universal: boolean) {
    this.text = text;
    this.names = names;
    this.universal = universal;
  }

  /** What the format did not reach. */
  get rest(): string {
    return this.text.slice(this.at);
  }

  read(format: string): void {
    let i = 0;
    while (i < format.length && this.at < this.text.length) {
      const ch = format.charAt(i++);
      if (ch !== '%') this.literal(ch);
      else {
        const alternative = format.charAt(i) === 'O';
        if (/[EO]/.test(format.charAt(i))) i++;
        const letter = format.charAt(i++);
        const short = this.conversion(letter, alternative);
        // After a number and a blank, the rest of a word of the format is passed over.
        if (short && /^\s/.test(this.rest)) while (i < format.length && !/\s/.test(format.charAt(i))) i++;
      }
    }
  }

  private literal(ch: string): void {
    if (/\s/.test(ch)) this.match(/\s*/y);
    else if (this.text.charAt(this.at++) !== ch) throw new NoDate();
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) throw new NoDate();
    this.at = pattern.lastIndex;
    return found[0];
  }

  private number(digits: number, least: number, most: number): number {
    const n = Number(this.match(new RegExp(`\\d{1,${digits}}`, 'y')));
    if (n < least || n > most) throw new NoDate();
    return n;
  }

  /** Reads one conversion; tells whether it was one of the numbers that fill a word. */
  private conversion(letter: string, alternative: boolean): boolean {
    const { date } = this;
    const number = numbers[letter];
    if (optional.has(letter) && /^\s/.test(this.rest)) return false;
    if (number !== undefined) {
      const [digits, least, most, field, offset] = number;
      const n = this.number(digits, least, most);
      if (field !== null) date[field] = n - offset;
      return true;
    }
    const format = abbreviations[letter];
    if (format !== undefined) this.read(format);
    else if (letter === 'Y' || letter === 'y') return this.year(letter);
    else if (letter === 'C') date.year = this.number(2, 19, 99) * 100 - 1900;
    else if (letter === 'j') {
      date.yday = this.number(3, 1, 366) - 1;
      date.mday = 0;
    } else if (letter === 'n' || letter === 't') this.match(/\s+/y);
    else if (letter === 's') this.epoch();
    else if (letter === 'p' || letter === 'P') this.halfOfDay();
    else if (letter === 'Z') this.zoneName();
    else if (letter === 'z') this.zoneOffset();
    else if (letter === '%' || letter === '') this.literal('%');
    else this.name(letter, alternative);
    return false;
  }

  private year(letter: string): boolean {
    if (letter === 'Y') {
      this.date.year = this.number(4, 1900, 9999) - 1900;
    } else {
      const n = this.number(2, 0, 99);
      this.date.year = n < 69 ? n + 100 : n;
    }
    return true;
  }

  private epoch(): void {
    const seconds = Number(this.match(/\s*[+-]?\d+/y));
    Object.assign(this.date, this.universal ? localTime(seconds) : brokenTime(seconds, 0));
  }

  private startsWith(word: string): boolean {
    return this.rest.slice(0, word.length).toLowerCase() === word.toLowerCase();
  }

  private halfOfDay(): void {
    const { date, names } = this;
    const after = !names.morning.some((word) => this.startsWith(word));
    const word = (after ? names.afternoon : names.morning).find((candidate) => this.startsWith(candidate));
    if (word === undefined || date.hour > 12) throw new NoDate();
    if (after ? date.hour !== 12 : date.hour === 12) date.hour += after ? 12 : -12;
    this.at += word.length;
  }

  private zoneName(): void {
    const zone = this.match(/[A-Z]*/y);
    if (zone === 'GMT') this.universal = true;
    if (zone !== '' && !this.universal) throw new NoDate();
  }

  private zoneOffset(): void {
    const offset = this.match(/[+-]\d{4}/y);
    const sign = offset.startsWith('-') ? -1 : 1;
    this.date.hour -= sign * Number(offset.slice(1, 3));
    this.date.min -= sign * Number(offset.slice(3));
    this.universal = true;
  }

  private name(letter: string, alternative: boolean): void {
    const { names } = this;
    const lists: Readonly<Record<string, readonly string[]>> = {
      A: names.weekdays,
      a: names.shortWeekdays,
      B: alternative ? names.alternativeMonths : names.months,
      b: names.shortMonths,
      h: names.shortMonths,
    };
    const list = lists[letter];
    if (list === undefined) return;
    const index = list.findIndex((word) => this.startsWith(word));
    if (index < 0) throw new NoDate();
    if (!/[Aa]/.test(letter)) this.date.mon = index;
    this.at += (list[index] as string).length;
  }
}
