/**
 * The string that pack builds, with perl's two modes. It starts as plain bytes. A wide character, or a template that
 * begins with U, turns it into UTF-8 inside (`flagged`); then in character mode each value is one character, and in U0
 * mode the values are the UTF-8 bytes themselves.
 */
import { active } from '../../runtime/active.js';
import { isWide } from '../../runtime/astral.js';
import { FlaggedString, type PerlValue } from '../../runtime/value.js';
import { countCharacters, decodeUtf8, encodeCharacter, encodeUtf8, positionOfCharacter } from './pack-utf8.js';

export class PackOutput {
  private buffer = '';
  private flagged: boolean;
  /** flagged and in character mode */
  private characters = false;
  /** where the open groups began, outermost first; the whole string is the first */
  private readonly starts: number[] = [0];
  constructor(startsWithU: boolean) {
    this.flagged = startsWithU;
  }

  finish(): PerlValue {
    if (!this.flagged) return this.buffer;
    const text = decodeUtf8(this.buffer, 'pack');
    return isWide(text) || !/[\x80-\xff]/.test(text) ? text : new FlaggedString(text);
  }

  /** Append characters of at most 0xFF. */
  bytes(bytes: string): void {
    this.buffer += this.characters ? encodeUtf8(bytes) : bytes;
  }
  /** Append a string; one with the UTF-8 flag makes the whole so. */
  text(text: string, flagged: boolean): void {
    if (!flagged || (this.flagged && !this.characters)) return this.bytes(flagged ? encodeUtf8(text) : text);
    this.upgrade();
    this.buffer += encodeUtf8(text);
  }
  /** W: a character, whatever its size. */
  character(code: number): void {
    if (code > 0xff && !this.characters) {
      if (this.flagged) {
        active().warn('pack', "Character in 'W' format wrapped in pack");
        this.buffer += String.fromCharCode(code & 255);
        return;
      }
      this.upgrade();
    }
    this.buffer += this.characters ? encodeCharacter(code) : String.fromCharCode(code);
  }
  /** U: the UTF-8 bytes of a character. */
  unicode(code: number): void {
    this.bytes(encodeCharacter(code));
  }
  /** C0 */
  characterMode(): void {
    this.characters = this.flagged;
  }
  /** U0 */
  byteMode(): void {
    if (!this.flagged) this.upgrade();
    this.characters = false;
  }
  private upgrade(): void {
    if (!this.flagged) {
      const before = this.buffer;
      for (let i = 0; i < this.starts.length; i++) this.starts[i] = encodeUtf8(before.slice(0, this.starts[i])).length;
      this.buffer = encodeUtf8(before);
    }
    this.flagged = true;
    this.characters = true;
  }

  enterGroup(): void {
    this.starts.push(this.buffer.length);
  }
  leaveGroup(): void {
    this.starts.pop();
  }
  /** Where the n-th innermost group began. */
  groupStart(n: number): number {
    return this.starts[this.starts.length - n] ?? 0;
  }
  end(): number {
    return this.buffer.length;
  }
  /** The length so far, in units of the mode. */
  position(): number {
    return this.characters ? countCharacters(this.buffer) : this.buffer.length;
  }
  nuls(n: number): void {
    this.buffer += '\0'.repeat(n);
  }
  align(to: number): void {
    if (to > 0) this.nuls((to - (this.position() % to)) % to);
  }
  /** X: take away the last n. */
  back(n: number): void {
    const left = this.position() - n;
    if (left < 0) active().die("'X' outside of string in pack");
    this.buffer = this.buffer.slice(0, this.characters ? positionOfCharacter(this.buffer, 0, left) : left);
  }
  /** @ and . : cut or fill up to `offset` units from a byte position. */
  moveTo(from: number, offset: number, inBytes: boolean): void {
    const counting = this.characters && !inBytes;
    const have = counting ? countCharacters(this.buffer.slice(from)) : this.buffer.length - from;
    if (offset >= have) this.nuls(offset - have);
    else if (offset >= 0) {
      this.buffer = this.buffer.slice(0, counting ? positionOfCharacter(this.buffer, from, offset) : from + offset);
    } else this.backFrom(from, -offset, counting);
  }
  private backFrom(from: number, n: number, counting: boolean): void {
    const before = this.buffer.slice(0, from);
    const left = (counting ? countCharacters(before) : from) - n;
    if (left < 0) active().die("'%' outside of string in pack".replace('%', '.'));
    this.buffer = before.slice(0, counting ? positionOfCharacter(before, 0, left) : left);
  }
}
