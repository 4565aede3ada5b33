/** A scalar whose string is kept as bytes (byte-string.ts) while it only grows, or is read from segments. */
import { isWide } from './astral.js';
import { ByteString } from './byte-string.js';
import { Scalar } from './scalar.js';
import type { PerlValue } from './value.js';

/** Shorter strings are joined by JavaScript. */
const WORTHWHILE = 256;

export class GrowingString extends Scalar {
  /** Turn a plain scalar holding a long string into this. False if it is another kind of scalar or has wide characters. */
  static become(s: Scalar, before: string, size = before.length * 4): s is GrowingString {
    if (before.length < WORTHWHILE || Object.getPrototypeOf(s) !== Scalar.prototype || isWide(before)) return false;
    GrowingString.keepIn(s, new ByteString(size)).add(before);
    return true;
  }

  /** Can parts of this scalar's string be changed where they lie? A plain scalar with a long one turns into this. */
  static holds(s: Scalar): s is GrowingString {
    if (s instanceof GrowingString) return true;
    if (s.readonly || s.magical) return false;
    const value = s.v;
    return typeof value === 'string' && GrowingString.become(s, value);
  }

  /** Turn a plain scalar into one with a buffer, whatever its value was. Null if it is another kind of scalar. */
  static emptied(s: Scalar, size: number): GrowingString | null {
    if (Object.getPrototypeOf(s) !== Scalar.prototype) return null;
    GrowingString.keepIn(s, new ByteString(size));
    return s as GrowingString;
  }

  private static keepIn(s: Scalar, bytes: ByteString): ByteString {
    // A reference that it held is given up as by any assignment.
    s.v = undefined;
    const g = s as GrowingString;
    Object.setPrototypeOf(g, GrowingString.prototype);
    g._v = bytes as unknown as PerlValue;
    return bytes;
  }

  /** The string, in place of an ordinary value. */
  get kept(): ByteString {
    return this._v as unknown as ByteString;
  }
  override get v(): PerlValue {
    return this.kept.text;
  }
  override set v(x: PerlValue) {
    // Emptied, it keeps its memory, as Perl's strings do.
    if (x === '') this.kept.clear();
    else this.settle(x);
  }
  /** Back to a plain scalar with this value. */
  private settle(x: PerlValue): void {
    Object.setPrototypeOf(this, Scalar.prototype);
    this._v = undefined;
    (this as Scalar).v = x;
  }
  /** Append characters; wide ones end the arrangement. */
  add(piece: string): void {
    const { kept } = this;
    if (!kept.add(piece)) this.settle(kept.text + piece);
  }
}
