/** $^A, where formline leaves what it has filled (perlvar). The top of a page is filled apart from it. */
import { str } from '../../runtime/convert.js';
import { MagicScalar } from '../../runtime/scalar.js';
import type { PerlValue } from '../../runtime/value.js';

export class Accumulator extends MagicScalar {
  private body = '';
  /** what a top-of-page format has filled, while one runs */
  top: string | null = null;

  fetch(): PerlValue {
    return this.body;
  }
  store(v: PerlValue): void {
    this.body = v === undefined ? '' : str(v);
  }
  append(text: string): void {
    if (this.top === null) this.body += text;
    else this.top += text;
  }
  /** Runs `fill` with its own accumulator; what it has left there. */
  apart(fill: () => void): string {
    this.top = '';
    try {
      fill();
      return this.top;
    } finally {
      this.top = null;
    }
  }
}
