/** Storable dclone: a deep copy that keeps shared and cyclic structure. */
import { isPlainArray } from '../../../../runtime/arguments.js';
import { PerlArray } from '../../../../runtime/array.js';
import { PerlCode } from '../../../../runtime/code.js';
import { PerlHash } from '../../../../runtime/hash.js';
import { Scalar } from '../../../../runtime/scalar.js';
import { PerlGlob } from '../../../../runtime/glob.js';
import { refType } from '../../../../runtime/stringify-ref.js';
import { type PerlValue, referentOf, ScalarRef, type Slot } from '../../../../runtime/value.js';
import { tieOf } from '../../../library/tie.js';

export interface ClonerOptions {
  hooks(object: PerlValue, copy: (v: PerlValue) => PerlValue): PerlValue | null;
  tie(variable: Scalar | PerlArray | PerlHash, object: PerlValue): void;
  fail(message: string): never;
}

export class Cloner {
  private readonly copies = new Map<object, object>();
  private readonly o: ClonerOptions;
  constructor(options: ClonerOptions) {
    this.o = options;
  }

  value(v: PerlValue): PerlValue {
    const referent = referentOf(v);
    if (referent === null) return v;
    const known = this.copies.get(referent);
    if (known !== undefined) return known instanceof Scalar ? new ScalarRef(known) : (known as PerlValue);
    if (referent.blessed) {
      const hooked = this.o.hooks(v, (inner) => this.value(inner));
      if (hooked !== null) {
        this.copies.set(referent, referentOf(hooked) as object);
        return hooked;
      }
    }
    const copy = this.copy(v);
    const target = referentOf(copy);
    if (target !== null && referent.blessed && target !== referent) target.blessed = referent.blessed;
    return copy;
  }

  private copy(v: PerlValue): PerlValue {
    if (v instanceof PerlArray) {
      const array = new PerlArray();
      this.copies.set(v, array);
      if (this.tied(v, array)) return array;
      for (let i = 0; i < v.length; i++) array.a[i] = this.slot(isPlainArray(v) ? v.a[i] : v.get(i));
      return array;
    }
    if (v instanceof PerlHash) {
      const hash = new PerlHash();
      this.copies.set(v, hash);
      if (this.tied(v, hash)) return hash;
      for (const key of v.keys()) hash.m.set(key, this.slot(plainHash(v) ? v.m.get(key) : v.get(key)));
      return hash;
    }
    if (refType(v) === 'REGEXP') return v;
    if (v instanceof ScalarRef) {
      const scalar = new Scalar(undefined);
      this.copies.set(v.target, scalar);
      if (!this.tied(v.target, scalar)) scalar.v = this.value(v.target.v);
      return new ScalarRef(scalar);
    }
    if (v instanceof PerlCode) return this.o.fail("Can't store CODE items");
    if (v instanceof PerlGlob) return this.o.fail("Can't store GLOB items");
    return v;
  }

  /** The copy of a tied variable is tied to a copy of the object. */
  private tied(from: Scalar | PerlArray | PerlHash, to: Scalar | PerlArray | PerlHash): boolean {
    const object = tieOf(from);
    if (object === null) return false;
    this.o.tie(to, this.value(object));
    return true;
  }

  private slot(slot: Slot): Slot {
    if (!(slot instanceof Scalar)) return this.value(slot);
    const known = this.copies.get(slot);
    if (known instanceof Scalar) return known;
    const copy = new Scalar(undefined);
    this.copies.set(slot, copy);
    if (!this.tied(slot, copy)) copy.v = this.value(slot.v);
    return copy;
  }
}

const plainHash = (h: PerlHash): boolean => Object.getPrototypeOf(h) === PerlHash.prototype;
