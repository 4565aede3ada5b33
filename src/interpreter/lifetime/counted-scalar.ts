/** Scalars that count what they hold: installed on the prototype when counting begins. */
import { Scalar } from '../../runtime/scalar.js';
import type { PerlValue } from '../../runtime/value.js';
import { PositionedScalar } from '../regexp/position.js';
import { drop, hold, insideOf } from './counts.js';

/** The new value is held before the old one is let go: it may be inside the old one. */
function store(s: Scalar, x: PerlValue): void {
  const inside = insideOf(s);
  const held = s.holds === true;
  const old = inside._v;
  inside._v = x;
  if (typeof x === 'object') {
    s.holds = true;
    hold(x);
  } else if (held) s.holds = false;
  if (held) drop(old);
}

export function countScalars(): void {
  Object.defineProperty(Scalar.prototype, 'v', {
    configurable: true,
    get(this: Scalar) {
      return insideOf(this)._v;
    },
    set(this: Scalar, x: PerlValue) {
      if (typeof x === 'object' || this.holds === true) store(this, x);
      else insideOf(this)._v = x;
    },
  });
  Object.defineProperty(PositionedScalar.prototype, 'v', {
    configurable: true,
    get(this: PositionedScalar) {
      return insideOf(this)._v;
    },
    set(this: PositionedScalar, x: PerlValue) {
      store(this, x);
      this.position = -1;
    },
  });
}
