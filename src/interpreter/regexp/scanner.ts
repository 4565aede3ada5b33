/** Reading a pattern's text character by character, and the sentences perl says about it (perldiag). */
import { active } from '../../runtime/active.js';

export class Scanner {
  readonly text: string;
  at = 0;
  constructor(text: string) {
    this.text = text;
  }
  get done(): boolean {
    return this.at >= this.text.length;
  }
  peek(ahead = 0): string {
    return this.text[this.at + ahead] ?? '';
  }
  startsWith(what: string): boolean {
    return this.text.startsWith(what, this.at);
  }
  /** Step over `what` if it is next. */
  eat(what: string): boolean {
    if (!this.text.startsWith(what, this.at)) return false;
    this.at += what.length;
    return true;
  }
  /** The next character (a whole code point). */
  code(): number {
    const code = this.text.codePointAt(this.at)!;
    this.at += code > 0xffff ? 2 : 1;
    return code;
  }
  /** What a sticky expression matches here, stepped over. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const m = pattern.exec(this.text);
    if (m !== null) this.at = pattern.lastIndex;
    return m;
  }
  /** Text up to (and over) `end`, or null if it never comes. */
  until(end: string): string | null {
    const stop = this.text.indexOf(end, this.at);
    if (stop < 0) return null;
    const inside = this.text.slice(this.at, stop);
    this.at = stop + end.length;
    return inside;
  }
  /** A syntax error, the place marked as perl marks it. */
  fail(message: string, at = this.at): never {
    const head = this.text.slice(0, at);
    const tail = this.text.slice(at);
    return active().die(`${message} in regex; marked by <-- HERE in m/${head} <-- HERE ${tail}/`);
  }
  /** A warning of the category regexp. */
  warn(message: string, at = this.at): void {
    const head = this.text.slice(0, at);
    active().warn('regexp', `${message} in regex; marked by <-- HERE in m/${head} <-- HERE ${this.text.slice(at)}/`);
  }
  /** Something that perl understands and this translation does not. */
  refuse(construct: string): never {
    return active().die(`Regular expression construct ${construct} is not supported in m/${this.text}/`);
  }
}
