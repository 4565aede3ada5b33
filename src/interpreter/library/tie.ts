/** tie, tied, untie (perltie): the container keeps its identity and changes its class. */
import { active } from '../../runtime/active.js';
import { PerlArray } from '../../runtime/array.js';
import { str, toNumber, truthy } from '../../runtime/convert.js';
import { ArrayElement, HashElement } from '../../runtime/element-alias.js';
import { PerlGlob } from '../../runtime/glob.js';
import { PerlHash } from '../../runtime/hash.js';
import { MagicScalar, Scalar } from '../../runtime/scalar.js';
import { LIST, type PerlValue, referentOf, SCALAR, VOID } from '../../runtime/value.js';
import { GlobScalar } from './glob-scalar.js';
import { type Interp, interp } from '../core/interp.js';

/** The object behind a tied thing, and what the thing was before. */
interface Tie {
  readonly object: PerlValue;
  readonly prototype: object;
  readonly saved: unknown;
}
const ties = new WeakMap<object, Tie>();

function objectOf(x: object): PerlValue {
  return ties.get(x)?.object;
}
function ask(x: object, method: string, ...args: PerlValue[]): PerlValue {
  return active().callMethod(objectOf(x), method, args, SCALAR) as PerlValue;
}
function can(x: object, method: string): boolean {
  const perl = interp();
  const object = objectOf(x);
  const stash = referentOf(object)?.blessed ?? perl.stash(str(object));
  return perl.findMethod(stash, method) !== null;
}
function tell(x: object, method: string, ...args: PerlValue[]): void {
  active().callMethod(objectOf(x), method, args, VOID);
}

/** Tied scalars whose FETCH or STORE runs now: inside, the variable is a plain one (perl's save_magic). */
const asleep = new Set<TiedScalar>();
/** What the variables hold apart from their magic: the value fetched or stored last. */
const plainValues = new WeakMap<TiedScalar, PerlValue>();

export class TiedScalar extends MagicScalar {
  override fetch(): PerlValue {
    if (asleep.has(this)) return plainValues.get(this);
    const v = this.asleepDuring(() => ask(this, 'FETCH'));
    plainValues.set(this, v);
    return v;
  }
  override store(v: PerlValue): void {
    plainValues.set(this, v);
    if (!asleep.has(this)) this.asleepDuring(() => tell(this, 'STORE', v));
  }
  private asleepDuring<T>(action: () => T): T {
    asleep.add(this);
    try {
      return action();
    } finally {
      asleep.delete(this);
    }
  }
}

/** $NEGATIVE_INDICES of the class (perltie "Tying Arrays"): such indexes reach its methods as they are. */
function takesNegative(array: TiedArray): boolean {
  const flag = referentOf(objectOf(array))?.blessed?.globs.get('NEGATIVE_INDICES');
  return flag !== undefined && truthy(flag.s.v);
}

export class TiedArray extends PerlArray {
  override get length(): number {
    const size = toNumber(ask(this, 'FETCHSIZE'));
    if (size < 0) active().die('FETCHSIZE returned a negative value');
    return size;
  }
  override set length(n: number) {
    tell(this, 'STORESIZE', n);
  }
  private subscript(i: number): number {
    return i < 0 && !takesNegative(this) ? i + this.length : i;
  }
  override get(i: number): PerlValue {
    const at = this.subscript(i);
    return at < 0 && !takesNegative(this) ? undefined : ask(this, 'FETCH', at);
  }
  override set(i: number, v: PerlValue): void {
    const at = this.subscript(i);
    if (at < 0 && !takesNegative(this))
      active().die(`Modification of non-creatable array value attempted, subscript ${i}`);
    tell(this, 'STORE', at, v);
  }
  override at(i: number): Scalar {
    return new ArrayElement(this, this.subscript(i));
  }
  override exists(i: number): boolean {
    return truthy(ask(this, 'EXISTS', this.subscript(i)));
  }
  override delete(i: number): PerlValue {
    return ask(this, 'DELETE', this.subscript(i));
  }
  override clear(): void {
    tell(this, 'CLEAR');
  }
  override list(): PerlValue[] {
    return Array.from({ length: this.length }, (_, i) => this.get(i));
  }
  override assign(list: PerlValue[]): void {
    this.clear();
    if (list.length > 0) tell(this, 'EXTEND', list.length);
    list.forEach((v, i) => {
      tell(this, 'STORE', i, v);
    });
  }
  override push(v: PerlValue): number {
    return this.pushList([v]);
  }
  override pushList(list: PerlValue[]): number {
    tell(this, 'PUSH', ...list);
    return this.length;
  }
  override pop(): PerlValue {
    return ask(this, 'POP');
  }
  override shift(): PerlValue {
    return ask(this, 'SHIFT');
  }
  override unshiftList(list: PerlValue[]): number {
    tell(this, 'UNSHIFT', ...list);
    return this.length;
  }
  override splice(offset: number, count: number, list: PerlValue[]): PerlValue[] {
    return active().callMethod(objectOf(this), 'SPLICE', [offset, count, ...list], LIST) as PerlValue[];
  }
}

export class TiedHash extends PerlHash {
  override get size(): number {
    return this.keys().length;
  }
  override get truthy(): boolean {
    return truthy(this.scalarValue);
  }
  /** The hash in scalar context (perltie "SCALAR this"); without that method, whether there is a first key. */
  get scalarValue(): PerlValue {
    if (can(this, 'SCALAR')) return ask(this, 'SCALAR');
    if (this.lastKey !== undefined) return 1;
    return ask(this, 'FIRSTKEY') === undefined ? '' : 1;
  }
  override get(k: string): PerlValue {
    return ask(this, 'FETCH', k);
  }
  override set(k: string, v: PerlValue): void {
    tell(this, 'STORE', k, v);
  }
  override at(k: string): Scalar {
    return new HashElement(this, k);
  }
  override exists(k: string): boolean {
    return truthy(ask(this, 'EXISTS', k));
  }
  override delete(k: string): PerlValue {
    return ask(this, 'DELETE', k);
  }
  override clear(): void {
    tell(this, 'CLEAR');
  }
  override keys(): string[] {
    const out: string[] = [];
    for (let k = ask(this, 'FIRSTKEY'); k !== undefined; k = ask(this, 'NEXTKEY', k)) out.push(str(k));
    return out;
  }
  override values(): PerlValue[] {
    return this.keys().map((k) => this.get(k));
  }
  override list(): PerlValue[] {
    return this.keys().flatMap((k) => [k, this.get(k)]);
  }
  override aliases(): Scalar[] {
    return this.keys().map((k) => this.at(k));
  }
  private lastKey: PerlValue = undefined;
  override nextKey(): string | undefined {
    const k = this.lastKey === undefined ? ask(this, 'FIRSTKEY') : ask(this, 'NEXTKEY', this.lastKey);
    this.lastKey = k;
    return k === undefined ? undefined : str(k);
  }
  override resetIterator(): void {
    this.lastKey = undefined;
  }
}

type Tieable = Scalar | PerlArray | PerlHash | PerlGlob;

function constructorName(x: Tieable): string {
  if (x instanceof Scalar) return 'TIESCALAR';
  if (x instanceof PerlArray) return 'TIEARRAY';
  return x instanceof PerlHash ? 'TIEHASH' : 'TIEHANDLE';
}

/** tie VARIABLE, CLASS, LIST */
export function tie(perl: Interp, x: Tieable, list: PerlValue[]): PerlValue {
  const [given, ...args] = list;
  const cls = given === '' ? 'main' : given;
  const method = constructorName(x);
  checkClass(perl, cls, method);
  const object = perl.callMethod(cls, method, args, SCALAR) as PerlValue;
  if (object === undefined) return undefined;
  if (!(x instanceof Scalar) && referentOf(object) === x && !(x instanceof PerlGlob))
    perl.die('Self-ties of arrays and hashes are not supported');
  if (ties.has(x)) forget(x);
  if (x instanceof PerlGlob) {
    perl.tieHandle(x, object);
    return object;
  }
  tieTo(perl, x, object);
  return object;
}
/** Ties a variable to an object that is there already. */
export function tieTo(perl: Interp, x: Scalar | PerlArray | PerlHash, object: PerlValue): void {
  const prototype = Object.getPrototypeOf(x) as object;
  ties.set(x, { object, prototype, saved: savedValue(x) });
  if (perl.lifetimes !== null) {
    perl.lifetimes.hold(object);
    x.watched = true;
  }
  Object.setPrototypeOf(
    x,
    x instanceof Scalar ? TiedScalar.prototype : x instanceof PerlArray ? TiedArray.prototype : TiedHash.prototype,
  );
}
/** The object of a tied variable; null if it is not tied. */
export function tieOf(x: object): PerlValue | null {
  return ties.get(x)?.object ?? null;
}
function checkClass(perl: Interp, cls: PerlValue, method: string): void {
  if (typeof cls === 'object') return;
  const name = str(cls) || 'main';
  if (perl.findMethod(perl.stash(name), method) !== null) return;
  if (perl.stash(name).globs.size > 0) perl.die(`Can't locate object method "${method}" via package "${name}"`);
  perl.die(`Can't locate object method "${method}" via package "${name}" (perhaps you forgot to load "${name}"?)`);
}
function savedValue(x: Scalar | PerlArray | PerlHash): unknown {
  if (x instanceof Scalar) return x.v;
  return null;
}
export function tied(x: Tieable): PerlValue {
  if (x instanceof GlobScalar) return tied(x.glob);
  if (x instanceof PerlGlob) return (x.io as { tied?: PerlValue } | null)?.tied;
  return ties.get(x)?.object;
}
export function untie(perl: Interp, x: Tieable): PerlValue {
  if (x instanceof PerlGlob) {
    perl.untieHandle(x);
    return 1;
  }
  const t = ties.get(x);
  if (t === undefined) return 1;
  const cls = referentOf(t.object)?.blessed;
  if (cls && perl.findMethod(cls, 'UNTIE') !== null) perl.callMethod(t.object, 'UNTIE', [], VOID);
  forget(x);
  if (x instanceof Scalar && plainValues.has(x as TiedScalar)) x.v = plainValues.get(x as TiedScalar);
  perl.lifetimes?.drop(t.object);
  return 1;
}
export function hasTie(x: object): boolean {
  return ties.has(x);
}
/** A tied variable has come to its end: UNTIE is not told. */
export function untieQuietly(perl: Interp, x: object): void {
  const t = ties.get(x);
  forget(x as Scalar);
  perl.lifetimes?.drop(t?.object);
}
function forget(x: Scalar | PerlArray | PerlHash | PerlGlob): void {
  const t = ties.get(x) as Tie;
  ties.delete(x);
  Object.setPrototypeOf(x, t.prototype);
}
