/** Filling a picture from values (perlform, perlfunc formline). */
import { active, type Op } from '../../runtime/active.js';
import { str, toNumber } from '../../runtime/convert.js';
import { Scalar } from '../../runtime/scalar.js';
import type { PerlValue, Slot } from '../../runtime/value.js';
import { interp } from '../core/interp.js';
import { formatList } from '../functions/sprintf.js';
import { readPicture, type Step } from './picture.js';

const SPACE = /[\s\x0b]/;
// oxlint-disable-next-line no-control-regex -- control characters are what it is about
const CONTROL = /[\x00-\x1f\x7f]/;
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\x00-\x1f\x7f]/g;

/** Characters, where some don't fit in one code unit. */
const charactersOf = (text: string): ArrayLike<string> => (/[\ud800-\udfff]/.test(text) ? Array.from(text) : text);
const joined = (characters: ArrayLike<string>, from: number, to: number): string =>
  typeof characters === 'string'
    ? characters.slice(from, to)
    : Array.prototype.slice.call(characters, from, to).join('');

/** One run through a picture. The `^` fields shorten their variables. */
class Filling {
  out = '';
  /** the last line with `~~` had something in its fields: the picture is to be filled again */
  again = false;
  readonly #values: readonly Slot[];
  readonly #op: Op;
  readonly #breaks: string;
  #next = 0;
  #slot: Slot | undefined;
  #isMissing = false;
  #width = 0;
  #lineStart = 0;
  /** something in the fields of this line */
  #found = false;
  #item: ArrayLike<string> = '';
  #itemSize = 0;
  /** what a `^` field leaves begins here */
  #rest = 0;
  #skipsSpace: boolean;

  constructor(values: readonly Slot[], op: Op) {
    this.#values = values;
    this.#op = op;
    this.#breaks = str(interp().scalar('main:::').v, op);
    this.#skipsSpace = this.#breaks.includes(' ');
  }

  run(steps: readonly Step[]): void {
    for (const step of steps) this.#step(step);
  }

  #step(step: Step): void {
    switch (step.kind) {
      case 'line':
        this.#lineStart = this.out.length;
        this.#found = false;
        return;
      case 'literal':
        this.out += step.text;
        return;
      case 'fetch':
        return this.#fetch(step.width);
      case 'fit':
        return this.#fit();
      case 'fitWords':
        return this.#fitWords();
      case 'space':
        return this.#space(this.#width - this.#itemSize);
      case 'halfSpace':
        return this.#space(Math.trunc((this.#width - this.#itemSize) / 2));
      case 'item':
        this.out += joined(this.#item, 0, this.#itemSize).replace(CONTROLS, ' ');
        return;
      case 'more':
        return this.#more();
      case 'chop':
        return this.#chop();
      case 'lines':
      case 'firstLine':
        return this.#lines(step.kind === 'firstLine');
      case 'number':
        return this.#number(step);
      case 'newline':
        this.out = `${this.out.slice(0, this.#lineStart)}${this.out.slice(this.#lineStart).replace(/ +$/, '')}\n`;
        return;
      case 'unlessEmpty':
        if (this.#found) this.again ||= step.repeat;
        else this.out = this.out.slice(0, this.#lineStart);
    }
  }

  #fetch(width: number): void {
    this.#width = width;
    this.#isMissing = this.#next >= this.#values.length;
    if (this.#isMissing) active().warn('syntax', 'Not enough format arguments');
    this.#slot = this.#isMissing ? '' : this.#values[this.#next++];
  }

  #value(): PerlValue {
    return this.#slot instanceof Scalar ? this.#slot.v : this.#slot;
  }

  #text(): ArrayLike<string> {
    this.#item = charactersOf(str(this.#value(), this.#op));
    return this.#item;
  }

  #fit(): void {
    const text = this.#text();
    let size = 0;
    while (size < text.length && size < this.#width && text[size] !== '\n') {
      if (!CONTROL.test(text[size] as string)) this.#found = true;
      size++;
    }
    this.#itemSize = size;
    this.#rest = size;
  }

  /** The character after the last that fits is looked at, too: the text may break there. */
  #fitWords(): void {
    const text = this.#text();
    let cut = -1;
    let at = 0;
    for (; at < text.length; at++) {
      const c = text[at] as string;
      if (SPACE.test(c)) {
        if (this.#skipsSpace || c === '\r') cut = at;
        if (c === '\r' || at === this.#width) break;
      } else {
        if (this.#breaks.includes(c) && at + 1 < text.length) cut = at + 1;
        if (at === this.#width) break;
        if (!CONTROL.test(c)) this.#found = true;
      }
    }
    this.#rest = cut < 0 || at === text.length ? at : cut;
    this.#itemSize = this.#rest;
  }

  #space(count: number): void {
    this.#width -= count;
    this.out += ' '.repeat(Math.max(0, count));
  }

  /** `...` after a field: shown in the place of its end if there is more. */
  #more(): void {
    if (this.#afterSpace() >= this.#item.length) return;
    this.#space(this.#width - this.#itemSize);
    if (this.out.endsWith('   ')) this.out = `${this.out.trimEnd()}...`;
    else this.out = `${this.out.slice(0, -3)}...`;
  }

  #afterSpace(): number {
    let at = this.#rest;
    if (this.#skipsSpace) while (at < this.#item.length && SPACE.test(this.#item[at] as string)) at++;
    return at;
  }

  #chop(): void {
    if (this.#isMissing || !(this.#slot instanceof Scalar)) return;
    this.#slot.v = joined(this.#item, this.#afterSpace(), this.#item.length);
  }

  #lines(onlyFirst: boolean): void {
    const text = str(this.#value(), this.#op);
    this.#item = text;
    this.#rest = text.length;
    if (onlyFirst) this.#skipsSpace = false;
    if (text === '') return;
    this.#found = true;
    const newline = onlyFirst ? text.indexOf('\n') : -1;
    if (newline < 0) this.out += onlyFirst ? text : text.replace(/\n$/, '');
    else {
      this.out += text.slice(0, newline);
      this.#rest = newline + 1;
    }
  }

  #number({ decimals, zeros, blank }: Extract<Step, { kind: 'number' }>): void {
    const v = this.#value();
    const width = this.#width;
    if (blank && v === undefined) {
      this.out += ' '.repeat(width);
      return;
    }
    this.#found = true;
    const n = toNumber(v, this.#op);
    this.out += overflows(n, width, decimals) ? '#'.repeat(width) : numberText(n, width, decimals, zeros);
  }
}

function overflows(n: number, width: number, decimals: number): boolean {
  const digits = width - (n < 0 ? 1 : 0) - (decimals < 0 ? 0 : decimals + 1);
  return Math.abs(n) + 0.5 / 10 ** Math.max(0, decimals) >= 10 ** digits;
}

/** A point without digits after it is shown all the same. */
function numberText(n: number, width: number, decimals: number, zeros: boolean): string {
  const flags = `${zeros ? '0' : ''}${decimals === 0 ? '#' : ''}`;
  return formatList(`%${flags}${width}.${Math.max(0, decimals)}f`, [n], 'formline');
}

/**
 * The picture filled with the values. Where a line with `~~` had something in its fields, all is done again with values
 * asked for anew: `~~ ^<<<` with `shift @lines` prints them all.
 */
export function fillPicture(
  picture: string,
  values: () => readonly Slot[],
  op: Op,
  append: (text: string) => void,
): void {
  const steps = readPicture(picture);
  for (let again = true; again; ) {
    const filling = new Filling(values(), op);
    try {
      filling.run(steps);
    } finally {
      append(filling.out);
    }
    again = filling.again;
  }
}
