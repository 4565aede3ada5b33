/** The string that unpack reads: plain bytes, or UTF-8 inside, read by characters or (U0) by bytes. */
import { active } from '../../runtime/active.js';
import { fromCodePoint } from '../../runtime/astral.js';
import { countCharacters, decodeAt, positionOfCharacter, utf8Length, warnMalformed } from './pack-utf8.js';

export class UnpackInput {
  readonly flagged: boolean;
  private readonly s: string;
  /** flagged and in character mode */
  private byCharacter: boolean;
  private at = 0;
  private readonly starts: number[] = [0];
  constructor(s: string, flagged: boolean, byCharacter: boolean) {
    this.s = s;
    this.flagged = flagged;
    this.byCharacter = byCharacter;
  }

  characterMode(): void {
    this.byCharacter = this.flagged;
  }
  byteMode(): void {
    this.byCharacter = false;
  }
  atEnd(): boolean {
    return this.at >= this.s.length;
  }
  /** Are its units bytes, which may be read in place? */
  isPlain(): boolean {
    return !this.byCharacter;
  }
  get text(): string {
    return this.s;
  }
  /** Go on by n bytes: where they begin. */
  pass(n: number): number {
    const start = this.at;
    this.at += n;
    return start;
  }
  /** Units left, in the mode. */
  left(): number {
    return this.byCharacter ? countCharacters(this.s.slice(this.at)) : this.s.length - this.at;
  }
  /** Units of the whole string, perl's "long enough". */
  whole(): number {
    return this.s.length;
  }

  /** n bytes for a type of bytes; wider characters are wrapped, with a warning. */
  take(n: number, code: string): string {
    if (!this.byCharacter) {
      const bytes = this.s.slice(this.at, this.at + n);
      this.at += n;
      return bytes;
    }
    let out = '';
    let wrapped = false;
    for (let i = 0; i < n; i++) {
      const c = this.nextCharacter();
      if (c > 0xff) wrapped = true;
      out += String.fromCharCode(c & 0xff);
    }
    if (wrapped) active().warn('unpack', `Character${code === 'c' ? '' : '(s)'} in '${code}' format wrapped in unpack`);
    return out;
  }
  /** The rest as bytes, not consumed. */
  restBytes(): string {
    if (!this.byCharacter) return this.s.slice(this.at);
    const before = this.at;
    let out = '';
    while (!this.atEnd()) out += String.fromCharCode(this.nextCharacter() & 0xff);
    this.at = before;
    return out;
  }
  /** n units as a string of characters. */
  takeCharacters(n: number): string {
    if (!this.byCharacter) return this.take(n, 'a');
    let out = '';
    for (let i = 0; i < n; i++) out += fromCodePoint(this.nextCharacter());
    return out;
  }
  /** Z: at most n units, up to a NUL; a star leaves off behind the NUL. */
  takeUntilNul(n: number, star: boolean): string {
    const before = this.at;
    const text = this.takeCharacters(n);
    const nul = text.indexOf('\0');
    if (nul < 0) return text;
    if (star) {
      this.at = before;
      this.takeCharacters(Array.from(text.slice(0, nul)).length + 1);
    }
    return text.slice(0, nul);
  }
  /** One unit as a number. */
  nextCharacter(): number {
    if (!this.byCharacter) return this.s.charCodeAt(this.at++);
    const { code, length } = decodeAt(this.s, this.at);
    this.at += length;
    return code;
  }
  /** U: one character out of UTF-8 bytes, which in character mode are characters themselves. */
  nextUtf8(): number {
    if (!this.byCharacter) {
      const { code, length } = decodeAt(this.s, this.at);
      if (code < 0) warnMalformed(this.s, this.at, length, 'unpack');
      this.at += length;
      return Math.max(0, code);
    }
    const before = this.at;
    const first = this.nextCharacter();
    let bytes = String.fromCharCode(first & 0xff);
    for (let i = utf8Length(first & 0xff); i > 1 && !this.atEnd(); i--)
      bytes += String.fromCharCode(this.nextCharacter() & 0xff);
    const { code, length } = decodeAt(bytes, 0);
    if (code < 0) {
      warnMalformed(bytes, 0, length, 'unpack');
      this.at = positionOfCharacter(this.s, before, length);
    }
    return Math.max(0, code);
  }

  enterGroup(): void {
    this.starts.push(this.at);
  }
  restartGroup(): void {
    this.starts[this.starts.length - 1] = this.at;
  }
  leaveGroup(): void {
    this.starts.pop();
  }
  /** Units since the beginning. */
  offset(): number {
    return this.byCharacter ? countCharacters(this.s.slice(0, this.at)) : this.at;
  }
  skip(n: number): void {
    if (n > this.left()) active().die("'x' outside of string in unpack");
    this.at = this.byCharacter ? positionOfCharacter(this.s, this.at, n) : this.at + n;
  }
  back(n: number): void {
    const target = this.offset() - n;
    if (target < 0) active().die("'X' outside of string in unpack");
    this.at = this.byCharacter ? positionOfCharacter(this.s, 0, target) : target;
  }
  /** @ : from the start of the innermost group. */
  moveTo(n: number, inBytes: boolean): void {
    const start = this.starts[this.starts.length - 1] as number;
    const counting = this.byCharacter && !inBytes;
    const there = counting ? countCharacters(this.s.slice(start)) : this.s.length - start;
    if (n > there) active().die("'@' outside of string in unpack");
    this.at = counting ? positionOfCharacter(this.s, start, n) : start + n;
  }
  /** . : the offset from the n-th innermost group, from here (0) or from the very beginning (null). */
  offsetFrom(n: number | null, inBytes: boolean): number {
    const start = n === null ? 0 : n === 0 ? this.at : (this.starts[this.starts.length - n] ?? 0);
    return this.byCharacter && !inBytes ? countCharacters(this.s.slice(start, this.at)) : this.at - start;
  }
}
