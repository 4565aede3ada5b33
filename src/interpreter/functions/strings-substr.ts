/** substr (perlfunc): value, four operands, lvalue. */
import { active, type Op } from '../../runtime/active.js';
import { charLength, charToUnit, isAstral } from '../../runtime/astral.js';
import { int, str } from '../../runtime/convert.js';
import { GrowingString } from '../../runtime/growing-string.js';
import { MagicScalar, type Scalar } from '../../runtime/scalar.js';
import { referentOf, type PerlValue } from '../../runtime/value.js';

const OUTSIDE = 'substr outside of string';
const OP = 'substr';

function integer(v: PerlValue, op: Op, which: number): number {
  return typeof v === 'number' ? Math.trunc(v) : Number(int(v, op, which));
}

/** Where the part begins and ends, in code units: -1 if it lies outside. `length` null: to the end. */
let start = 0;
let end = 0;

function locate(text: string, offset: number, length: number | null): boolean {
  const size = charLength(text);
  let from = offset < 0 ? offset + size : offset;
  if (from > size) return false;
  let to = length === null ? size : length < 0 ? size + length : from + length;
  if (to < 0) {
    if (from < 0) return false;
    to = 0;
  }
  if (from < 0) from = 0;
  to = Math.min(Math.max(to, from), size);
  const pairs = isAstral(text);
  start = pairs ? charToUnit(text, from) : from;
  end = pairs ? charToUnit(text, to) : to;
  return true;
}

export function substr(op: Op, target: PerlValue, offset: PerlValue, ...rest: PerlValue[]): PerlValue {
  const text = str(target, op, 0);
  const from = integer(offset, op, 1);
  const length = rest.length === 0 ? null : integer(rest[0], op, 2);
  if (locate(text, from, length)) return text.slice(start, end);
  active().warn('substr', OUTSIDE);
  return undefined;
}

/** substr of a variable: a string that is kept as bytes does not become a JavaScript string for it. */
export function substrOf(op: Op, target: Scalar, offset: PerlValue, ...rest: PerlValue[]): PerlValue {
  const length = rest[0];
  if (
    target instanceof GrowingString &&
    typeof offset === 'number' &&
    (length === undefined || typeof length === 'number')
  ) {
    const { kept } = target;
    const from = Math.trunc(offset < 0 ? offset + kept.length : offset);
    const size = rest.length === 0 ? kept.length : Math.trunc(length ?? -1);
    if (from >= 0 && size >= 0 && from <= kept.length) return kept.slice(from, from + size);
  }
  return rest.length === 0 ? substr(op, target.v, offset) : substr(op, target.v, offset, length);
}

/** substr with a replacement: the old part. */
export function substrReplace(
  op: Op,
  target: Scalar,
  offset: PerlValue,
  length: PerlValue,
  replacement: PerlValue,
): PerlValue {
  const from = integer(offset, op, 1);
  const size = integer(length, op, 2);
  if (typeof replacement === 'string' && isInPlace(target, from, size, replacement)) {
    const old = target.kept.slice(from, from + size);
    if (target.kept.overwrite(from, replacement)) return old;
  }
  const text = textToChange(target, op);
  const part = str(replacement, op, 3);
  if (target.readonly) active().die('Modification of a read-only value attempted');
  if (!locate(text, from, size)) return active().die(OUTSIDE);
  const old = text.slice(start, end);
  target.v = text.slice(0, start) + part + text.slice(end);
  return old;
}

/** The same for its effect alone. */
export function substrPut(
  op: Op,
  target: Scalar,
  offset: PerlValue,
  length: PerlValue,
  replacement: PerlValue,
): PerlValue {
  if (typeof offset === 'number' && typeof length === 'number' && typeof replacement === 'string') {
    const from = Math.trunc(offset);
    if (isInPlace(target, from, Math.trunc(length), replacement) && target.kept.overwrite(from, replacement))
      return undefined;
  }
  return substrReplace(op, target, offset, length, replacement);
}

/** A part of a long byte string is replaced by one as long: a record in a table, a field in a segment's image. */
function isInPlace(target: Scalar, from: number, size: number, part: string): target is GrowingString {
  return from >= 0 && part.length === size && GrowingString.holds(target) && from + size <= target.kept.length;
}

function textToChange(target: Scalar, op: Op): string {
  const value = target.v;
  if (referentOf(value) !== null) active().warn('substr', 'Attempt to use reference as lvalue in substr');
  return str(value, op, 0);
}

/** substr as an lvalue: a window on the target that moves as perl's LVALUE does (perlguts: PERL_MAGIC_substr). */
class SubstrLvalue extends MagicScalar {
  readonly lvalueKind = 'substr';
  readonly #target: Scalar;
  #offset: number;
  #length: number | null;
  constructor(target: Scalar, offset: number, length: number | null) {
    super();
    this.#target = target;
    this.#offset = offset;
    this.#length = length;
  }
  override fetch(): PerlValue {
    const text = str(this.#target.v, OP);
    if (locate(text, this.#offset, this.#length)) return text.slice(start, end);
    active().warn('substr', OUTSIDE);
    return undefined;
  }
  override store(value: PerlValue): void {
    const size = this.#length;
    if (typeof value === 'string' && size !== null && isInPlace(this.#target, this.#offset, size, value))
      if (this.#target.kept.overwrite(this.#offset, value)) return;
    this.replace(value);
  }
  private replace(value: PerlValue): void {
    const text = textToChange(this.#target, OP);
    const part = str(value, OP);
    if (!locate(text, this.#offset, this.#length)) active().die(OUTSIDE);
    const size = charLength(part);
    const old = charLength(text.slice(start, end));
    this.#target.v = text.slice(0, start) + part + text.slice(end);
    if (this.#length !== null && this.#length >= 0) this.#length = size;
    if (this.#offset < 0) this.#offset -= size - old;
  }
}

/** The container that `substr(...) = ` assigns to; `count`: how many operands were given. */
export function substrLvalue(target: Scalar, offset: PerlValue, length: PerlValue, count: number, op: Op = OP): Scalar {
  return new SubstrLvalue(target, integer(offset, op, 1), count < 3 ? null : integer(length, op, 2));
}
