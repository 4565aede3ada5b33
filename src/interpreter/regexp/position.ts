/** pos (perlfunc): where the last m//g left off in a scalar. Assigning to the scalar forgets it. */
import type { Op } from '../../runtime/active.js';
import { charToUnit, unitToChar } from '../../runtime/astral.js';
import { int, str } from '../../runtime/convert.js';
import { MagicScalar, Scalar } from '../../runtime/scalar.js';
import type { PerlValue } from '../../runtime/value.js';

/** A plain scalar that has been searched with //g becomes one of these, for good. Positions are in code units. */
export class PositionedScalar extends Scalar {
  declare position: number;
  /** the last match was empty: another one here is not wanted */
  declare wasEmpty: boolean;
  override get v(): PerlValue {
    return this._v;
  }
  override set v(x: PerlValue) {
    this._v = x;
    this.position = -1;
  }
}

/** Positions in magical and read-only scalars, good while the text is the same. */
const elsewhere = new WeakMap<Scalar, { text: string; position: number; wasEmpty: boolean }>();

/** The position in code units, -1 if there is none. */
export function positionIn(target: Scalar, text: string): number {
  if (target instanceof PositionedScalar) return target.position;
  const note = elsewhere.get(target);
  return note !== undefined && note.text === text ? note.position : -1;
}

/** Was the match that ended at the position an empty one? */
export function emptyAtPosition(target: Scalar): boolean {
  if (target instanceof PositionedScalar) return target.wasEmpty;
  return elsewhere.get(target)?.wasEmpty ?? false;
}

export function setPositionIn(target: Scalar, text: string, position: number, wasEmpty: boolean): void {
  if (target instanceof PositionedScalar) {
    target.position = position;
    target.wasEmpty = wasEmpty;
  } else if (Object.getPrototypeOf(target) === Scalar.prototype) becomePositioned(target, position, wasEmpty);
  else elsewhere.set(target, { text, position, wasEmpty });
}

export function clearPosition(target: Scalar): void {
  if (target instanceof PositionedScalar) target.position = -1;
  else elsewhere.delete(target);
}

/** The fields come first: to add some once the prototype has changed takes V8 twenty times as long. */
function becomePositioned(target: Scalar, position: number, wasEmpty: boolean): void {
  const positioned = target as PositionedScalar;
  positioned.position = position;
  positioned.wasEmpty = wasEmpty;
  Object.setPrototypeOf(target, PositionedScalar.prototype);
}

/** pos SCALAR */
export function pos(target: Scalar): PerlValue {
  if (!(target instanceof PositionedScalar) && !elsewhere.has(target)) return undefined;
  const text = str(target.v, 'match position');
  const unit = positionIn(target, text);
  return unit < 0 ? undefined : unitToChar(text, unit);
}

/** pos(SCALAR) = value: negative values count from the end; undef clears. */
export function setPos(target: Scalar, value: PerlValue, op: Op = 'match position'): void {
  if (value === undefined) {
    clearPosition(target);
    return;
  }
  const text = target.v === undefined ? '' : str(target.v, op);
  const length = unitToChar(text, text.length);
  const wanted = Number(int(value, op));
  const char = Math.min(length, wanted < 0 ? Math.max(0, length + wanted) : wanted);
  setPositionIn(target, text, charToUnit(text, char), false);
}

/** pos as an lvalue: `pos($x) = 3`, `local pos`, \pos($x). */
export class PosLvalue extends MagicScalar {
  readonly lvalueKind = 'pos';
  readonly #target: Scalar;
  constructor(target: Scalar) {
    super();
    this.#target = target;
  }
  override fetch(): PerlValue {
    return pos(this.#target);
  }
  override store(x: PerlValue): void {
    setPos(this.#target, x);
  }
}
