/** Perl hashes: a Map in insertion order (Perl's own order is random). Slots as in arrays. */
import { Scalar } from './scalar.js';
import type { Stash } from './stash.js';
import type { PerlValue, Referent, Slot } from './value.js';

/** Where `each` has come to. */
interface Walk {
  readonly keys: IterableIterator<string>;
  /** so many keys are still to come: those that are added meanwhile do not make it endless */
  left: number;
  /** of the hash, at the last step */
  size: number;
}

export class PerlHash implements Referent {
  declare m: Map<string, Slot>;
  blessed: Stash | null = null;
  declare rc?: number | undefined;
  declare queued?: number;
  declare watched?: boolean;
  /** the position of each/keys/values */
  protected iterator: Walk | null = null;
  constructor(m: Map<string, Slot> = new Map()) {
    this.m = m;
  }

  get size(): number {
    return this.m.size;
  }
  get(k: string): PerlValue {
    const e = this.m.get(k);
    return e instanceof Scalar ? e.v : e;
  }
  set(k: string, v: PerlValue): void {
    const e = this.m.get(k);
    if (e instanceof Scalar) e.v = v;
    else this.m.set(k, v);
  }
  /** The element as a container, created if needed. */
  at(k: string): Scalar {
    const e = this.m.get(k);
    if (e instanceof Scalar) return e;
    const box = new Scalar(e);
    this.m.set(k, box);
    return box;
  }
  exists(k: string): boolean {
    return this.m.has(k);
  }
  delete(k: string): PerlValue {
    const e = this.m.get(k);
    this.m.delete(k);
    return e instanceof Scalar ? e.v : e;
  }
  clear(): void {
    this.m = new Map();
    this.iterator = null;
  }
  /** %h = LIST (already checked for an odd number of elements) */
  assign(list: PerlValue[], keyOf: (v: PerlValue) => string): void {
    this.clear();
    for (let i = 0; i < list.length; i += 2) this.set(keyOf(list[i]), list[i + 1]);
  }
  /** keys %h: resets the iterator */
  keys(): string[] {
    this.iterator = null;
    return [...this.m.keys()];
  }
  values(): PerlValue[] {
    this.iterator = null;
    const out: PerlValue[] = [];
    for (const e of this.m.values()) out.push(e instanceof Scalar ? e.v : e);
    return out;
  }
  /** values as aliases */
  aliases(): Scalar[] {
    return this.keys().map((k) => this.at(k));
  }
  /** key, value, key, value ... */
  list(): PerlValue[] {
    const out: PerlValue[] = [];
    for (const [k, e] of this.m) out.push(k, e instanceof Scalar ? e.v : e);
    return out;
  }
  /** each: the next key, or undefined at the end */
  nextKey(): string | undefined {
    const { m } = this;
    const walk = (this.iterator ??= { keys: m.keys(), left: m.size, size: m.size });
    walk.size = m.size;
    if (walk.left-- > 0) {
      const step = walk.keys.next();
      if (!step.done) return step.value;
    }
    this.iterator = null;
    return undefined;
  }
  /** Has something been added since the last step of `each`? */
  get hasGrown(): boolean {
    return this.iterator !== null && this.m.size > this.iterator.size;
  }
  resetIterator(): void {
    this.iterator = null;
  }
  /** Is it worth looking at (scalar(%h), boolean)? */
  get truthy(): boolean {
    return this.size > 0;
  }
}
