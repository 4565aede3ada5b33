/** `%Foo::` (perlmod "Symbol Tables"): a package's globs, and the packages below it, as a hash. */
import { GlobValue, type PerlGlob } from '../../runtime/glob.js';
import { PerlHash } from '../../runtime/hash.js';
import type { Stash } from '../../runtime/stash.js';
import { PerlArray } from '../../runtime/array.js';
import { PerlCode } from '../../runtime/code.js';
import { MagicScalar, Scalar } from '../../runtime/scalar.js';
import { LIST, type PerlValue, ScalarRef } from '../../runtime/value.js';
import { release } from '../lifetime/counts.js';
import type { Packages } from './packages.js';

export class StashHash extends PerlHash {
  readonly #packages: Packages;
  readonly #stash: Stash;
  constructor(packages: Packages, stash: Stash) {
    super();
    this.#packages = packages;
    this.#stash = stash;
  }

  /** The glob of an entry that is there; "Bar::" is a package below. */
  #find(name: string): PerlGlob | undefined {
    if (!name.endsWith('::')) return name === '' ? undefined : this.#stash.globs.get(name);
    const below = this.#below(name.slice(0, -2));
    return this.#isThere(below) ? this.#packages.glob(`${below}::`) : undefined;
  }
  /** A package, or one with packages below it. */
  #isThere(name: string): boolean {
    const { stashes } = this.#packages;
    return stashes.has(name) || [...stashes.keys()].some((other) => other.startsWith(`${name}::`));
  }
  #below(name: string): string {
    return this.#stash.name === 'main' ? name : `${this.#stash.name}::${name}`;
  }

  override get size(): number {
    return this.keys().length;
  }
  override get truthy(): boolean {
    return this.size > 0;
  }
  override get(name: string): PerlValue {
    const glob = this.#find(name);
    return glob === undefined ? undefined : entryOf(glob);
  }
  override at(name: string): Scalar {
    return new StashElement(this, name, this.#find(name) ?? this.#stash.glob(name));
  }
  override set(name: string, value: PerlValue): void {
    if (!(value instanceof GlobValue)) return this.#setConstant(name, value);
    this.#stash.globs.set(name, value.globValue);
    this.#packages.forget(`${this.#stash.name}::${name}`);
  }
  /** A reference in the place of a glob is a constant sub (perlref, "Constant Functions" made by constant.pm). */
  #setConstant(name: string, value: PerlValue): void {
    const constant =
      value instanceof PerlArray
        ? { list: value.list() }
        : value instanceof ScalarRef
          ? { value: value.target.v }
          : null;
    if (constant === null) return;
    const glob = this.#stash.glob(name);
    const values = 'list' in constant ? constant.list : [constant.value];
    const code = new PerlCode(this.#stash, name, (_args, want) => (want === LIST ? [...values] : values.at(-1)));
    code.prototype = '';
    code.constant = constant;
    code.declared = true;
    glob.c = code;
    this.#packages.generation++;
  }
  override exists(name: string): boolean {
    return this.#find(name) !== undefined;
  }
  /** Code that is compiled already keeps the glob. */
  override delete(name: string): PerlValue {
    const value = this.get(name);
    if (name.endsWith('::')) this.#packages.stashes.delete(this.#below(name.slice(0, -2)));
    else this.#forgetGlob(name);
    this.#packages.forget(`${this.#stash.name}::${name}`);
    return value;
  }
  #forgetGlob(name: string): void {
    const glob = this.#find(name);
    this.#stash.globs.delete(name);
    if (glob !== undefined) release(glob);
  }
  override clear(): void {
    for (const name of this.keys()) this.delete(name);
  }
  override keys(): string[] {
    this.iterator = null;
    const prefix = this.#stash.name === 'main' ? '' : `${this.#stash.name}::`;
    const below = [...this.#packages.stashes.keys()]
      .filter((name) => name.startsWith(prefix) && name.length > prefix.length)
      .map((name) => `${name.slice(prefix.length).split('::')[0]}::`);
    return [...new Set([...[...this.#stash.globs.keys()].filter((name) => name !== ''), ...below])];
  }
  override values(): PerlValue[] {
    return this.keys().map((name) => this.get(name));
  }
  override aliases(): Scalar[] {
    return this.keys().map((name) => new Scalar(this.get(name)));
  }
  override list(): PerlValue[] {
    return this.keys().flatMap((name) => [name, this.get(name)]);
  }
  override nextKey(): string | undefined {
    this.iterator ??= { keys: this.keys()[Symbol.iterator](), left: Infinity, size: Infinity };
    const step = this.iterator.keys.next();
    if (!step.done) return step.value;
    this.iterator = null;
    return undefined;
  }
}

/** What a symbol table holds for a name: the glob, or where that is only a constant sub, a reference to the value. */
function entryOf(glob: PerlGlob): PerlValue {
  const constant = glob.c?.constant ?? null;
  const isPlain = glob.a === null && glob.h === null && glob.io === null && glob.s.v === undefined;
  if (constant === null || !isPlain || !('value' in constant)) return new GlobValue(glob);
  return new ScalarRef(new Scalar(constant.value));
}

/** `$Foo::{name}` as a variable. */
class StashElement extends MagicScalar {
  readonly #hash: StashHash;
  readonly #name: string;
  #glob: PerlGlob;
  constructor(hash: StashHash, name: string, glob: PerlGlob) {
    super();
    this.#hash = hash;
    this.#name = name;
    this.#glob = glob;
  }
  /** Reading it has no effects: `ref \\$Foo::{name}` may look. */
  override get magical(): boolean {
    return false;
  }
  fetch(): PerlValue {
    return entryOf(this.#glob);
  }
  store(value: PerlValue): void {
    this.#hash.set(this.#name, value);
    if (value instanceof GlobValue) this.#glob = value.globValue;
  }
}
