/** Pictures (perlform): a line of text with fields, as the steps that fill it from a list of values. */
import { active } from '../../runtime/active.js';

export type Step =
  /** a line begins */
  | { readonly kind: 'line' }
  | { readonly kind: 'literal'; readonly text: string }
  /** the next value, for a field of this width */
  | { readonly kind: 'fetch'; readonly width: number }
  /** as much of the value as fits: up to a newline (@), or up to a place where it may be broken (^) */
  | { readonly kind: 'fit' | 'fitWords' }
  | { readonly kind: 'space' | 'halfSpace' | 'item' | 'more' | 'chop' }
  /** all lines of the value (@*), or its first (^*) */
  | { readonly kind: 'lines' | 'firstLine' }
  | { readonly kind: 'number'; readonly decimals: number; readonly zeros: boolean; readonly blank: boolean }
  | { readonly kind: 'newline' }
  /** the end of a line with `~`, which goes if its fields are empty, or with `~~`, which is repeated until they are */
  | { readonly kind: 'unlessEmpty'; readonly repeat: boolean };

const NUMBER = /[@^](0(?=#))?(?:#+(\.#*)?|(\.#+))/y;
const TEXT = /[@^](>+|\|+|<*)(\.\.\.)?/y;

/** Reads one picture. */
class PictureReader {
  readonly #text: string;
  readonly #steps: Step[] = [];
  #at = 0;
  /** literal text begins here */
  #from = 0;
  /** a field has been filled, whose padding is due when something follows in the line */
  #padding = false;
  #blanks = 0;
  #unlessEmpty = false;
  #repeat = false;
  /** a number is shown whose variable will never be empty */
  #hasNumber = false;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Step[] {
    this.#steps.push({ kind: 'line' });
    while (this.#at < this.#text.length) this.#character(this.#text[this.#at] as string);
    this.#endOfLine(false);
    if (this.#hasNumber && this.#repeat) active().die('Repeated format line will never terminate (~~ and @#)');
    return this.#steps;
  }

  #character(c: string): void {
    if (c === '@' || c === '^') return this.#field(c === '^');
    if (c === '\n') return this.#endOfLine(true);
    if (c === '~') {
      this.#unlessEmpty = true;
      if (this.#text[this.#at + 1] === '~') {
        this.#repeat = true;
        this.#at++;
        this.#blanks++;
      }
    }
    this.#blanks = c === '~' || c === ' ' || c === '\t' ? this.#blanks + 1 : 0;
    this.#at++;
  }

  #literal(end: number): void {
    if (end <= this.#from) return;
    this.#pad();
    this.#steps.push({ kind: 'literal', text: this.#text.slice(this.#from, end).replaceAll('~', ' ') });
  }

  #pad(): void {
    if (this.#padding) this.#steps.push({ kind: 'space' });
    this.#padding = false;
  }

  /** Blanks at the end of a line are left out. */
  #endOfLine(newline: boolean): void {
    this.#literal(this.#at - this.#blanks);
    this.#padding = false;
    this.#blanks = 0;
    if (newline) this.#steps.push({ kind: 'newline' });
    if (this.#unlessEmpty) this.#steps.push({ kind: 'unlessEmpty', repeat: this.#repeat });
    if (!newline) return;
    this.#at++;
    this.#from = this.#at;
    if (this.#at >= this.#text.length) {
      this.#unlessEmpty = false;
      return;
    }
    this.#steps.push({ kind: 'line' });
    this.#unlessEmpty = this.#repeat = false;
  }

  #field(chops: boolean): void {
    this.#pad();
    this.#literal(this.#at);
    if (this.#text[this.#at + 1] === '*') this.#wholeLines(chops);
    else if (!this.#number(chops)) this.#textField(chops);
    this.#from = this.#at;
    this.#blanks = 0;
  }

  #wholeLines(chops: boolean): void {
    this.#steps.push({ kind: 'fetch', width: 2 });
    if (chops) this.#steps.push({ kind: 'firstLine' }, { kind: 'chop' });
    else this.#steps.push({ kind: 'lines' });
    this.#at += 2;
  }

  #number(chops: boolean): boolean {
    const found = this.#match(NUMBER);
    if (found === null) return false;
    const [field, zero, fraction = '', only = ''] = found;
    const point = fraction || only;
    const decimals = point === '' ? -1 : point.length - 1;
    this.#steps.push(
      { kind: 'fetch', width: field.length },
      { kind: 'number', decimals, zeros: zero !== undefined, blank: chops },
    );
    this.#hasNumber ||= !chops;
    return true;
  }

  #textField(chops: boolean): void {
    const [field, how = '', dots] = this.#match(TEXT) as RegExpExecArray;
    this.#steps.push({ kind: 'fetch', width: field.length }, { kind: chops ? 'fitWords' : 'fit' });
    if (how.startsWith('>')) this.#steps.push({ kind: 'space' });
    if (how.startsWith('|')) this.#steps.push({ kind: 'halfSpace' });
    this.#steps.push({ kind: 'item' });
    if (dots !== undefined) this.#steps.push({ kind: 'more' });
    if (chops) this.#steps.push({ kind: 'chop' });
    this.#padding = !how.startsWith('>');
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found !== null) this.#at += found[0].length;
    return found;
  }
}

const known = new Map<string, readonly Step[]>();
const MOST_KNOWN = 500;

export function readPicture(text: string): readonly Step[] {
  let steps = known.get(text);
  if (steps === undefined) {
    steps = new PictureReader(text).read();
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, steps);
  }
  return steps;
}
