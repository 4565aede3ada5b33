/** Symbol tables and method resolution (perlmod, perlobj, mro). */
import type { PerlCode } from '../../runtime/code.js';
import { PerlArray } from '../../runtime/array.js';
import type { PerlGlob } from '../../runtime/glob.js';
import { Stash } from '../../runtime/stash.js';
import type { PerlValue } from '../../runtime/value.js';
import { str } from '../../runtime/convert.js';
import { StashHash } from './stash-hash.js';

/** Names that live in main whatever the current package (perlvar). */
const alwaysMain = /^(?:[^A-Za-z_]|\^|_$|(?:ENV|ARGV|INC|SIG|STDIN|STDOUT|STDERR|ARGVOUT)$)/;

const plainName = (name: string): string => (name.startsWith('main::') ? plainName(name.slice(6)) : name);

/** Symbol tables by package; `main::Foo` is Foo. */
class Stashes extends Map<string, Stash> {
  override get(name: string): Stash | undefined {
    return super.get(plainName(name));
  }
  override has(name: string): boolean {
    return super.has(plainName(name));
  }
  override set(name: string, stash: Stash): this {
    return super.set(plainName(name), stash);
  }
  override delete(name: string): boolean {
    return super.delete(plainName(name));
  }
}

export class Packages {
  readonly stashes = new Stashes();
  /** changes whenever a sub is defined or an @ISA changes: method caches compare it */
  generation = 0;
  /** the orders of method searches, valid for one generation */
  private readonly orders = new Map<string, string[]>();
  private ordersGeneration = -1;
  /** packages named by a package statement or loaded */
  readonly declared = new Set<string>();
  private readonly globCache = new Map<string, PerlGlob>();
  /** globs of CORE::GLOBAL:: that calls were parsed with: those calls keep them when they are deleted */
  readonly overrides = new Map<string, PerlGlob>();
  /** packages that asked for C3 (use mro 'c3') */
  readonly c3 = new Set<string>();

  stash(name: string): Stash {
    let s = this.stashes.get(name);
    if (s === undefined) {
      s = new Stash(name);
      this.stashes.set(name, s);
    }
    return s;
  }
  /** What a name means here; one that begins with a control character is spelled with a caret (perlvar).
   *  Split a qualified name: "Foo::bar" -> Foo, bar; "::x" and "main::main::x" are main's; unqualified: pkg's. */
  qualify(name: string, pkg: string): string {
    let n = name.includes("'") ? name.replace(/'/g, '::') : name;
    if (n >= '\x01' && n < ' ') n = `^${String.fromCharCode(n.charCodeAt(0) ^ 64)}${n.slice(1)}`;
    if (n.startsWith('::')) n = `main${n}`;
    if (n.includes('::')) {
      while (n.startsWith('main::') && n.indexOf('::', 6) > 0) n = n.slice(6);
      return n;
    }
    return alwaysMain.test(n) ? `main::${n}` : `${pkg}::${n}`;
  }
  /** The glob of a fully qualified name. */
  glob(fullName: string): PerlGlob {
    let g = this.globCache.get(fullName);
    if (g === undefined) {
      const at = fullName.lastIndexOf('::');
      g =
        at < 0
          ? this.stash('main').glob(fullName)
          : this.stash(fullName.slice(0, at) || 'main').glob(fullName.slice(at + 2));
      if (g.name === 'ISA' && !(g.a instanceof IsaArray)) g.a = new IsaArray(this, g.a?.a ?? []);
      if (g.name === '' && !(g.h instanceof StashHash)) g.h = new StashHash(this, g.stash);
      this.globCache.set(fullName, g);
    }
    return g;
  }
  isaArray(a: PerlArray['a']): PerlArray {
    return new IsaArray(this, a);
  }
  /** The glob if it exists. */
  find(fullName: string): PerlGlob | undefined {
    const at = fullName.lastIndexOf('::');
    const stash = this.stashes.get(at < 0 ? 'main' : fullName.slice(0, at) || 'main');
    return stash?.globs.get(at < 0 ? fullName : fullName.slice(at + 2));
  }
  forget(fullName: string): void {
    this.globCache.delete(fullName);
    this.generation++;
  }
  define(fullName: string, code: PerlCode): void {
    this.glob(fullName).c = code;
    this.generation++;
  }
  /** The classes of a method search, the class itself first (depth first, or C3). */
  linearIsa(name: string): readonly string[] {
    if (this.ordersGeneration !== this.generation) {
      this.orders.clear();
      this.ordersGeneration = this.generation;
    }
    let order = this.orders.get(name);
    if (order === undefined) {
      order = this.c3.has(name) ? this.c3Order(name) : this.depthFirstOrder(name);
      this.orders.set(name, order);
    }
    return order;
  }
  private depthFirstOrder(name: string): string[] {
    const out: string[] = [];
    const seen = new Set<string>();
    const visit = (pkg: string): void => {
      if (seen.has(pkg)) return;
      seen.add(pkg);
      out.push(pkg);
      for (const base of this.parents(pkg)) visit(base);
    };
    visit(name);
    return out;
  }
  parents(pkg: string): string[] {
    const isa = this.stashes.get(pkg)?.globs.get('ISA')?.a;
    return isa
      ? isa.list().map((v) =>
          str(v)
            .replace(/'/g, '::')
            .replace(/^(?:main)?::/, ''),
        )
      : [];
  }
  private c3Order(name: string): string[] {
    const bases = this.parents(name);
    const lists = [...bases.map((b) => this.c3Order(b)), [...bases]];
    const out = [name];
    for (;;) {
      const live = lists.filter((l) => l.length > 0);
      if (live.length === 0) return out;
      const head = live.map((l) => l[0] as string).find((h) => !live.some((l) => l.indexOf(h) > 0));
      if (head === undefined) throw new Error(`Inconsistent hierarchy during C3 merge of class '${name}'`);
      out.push(head);
      for (const l of live) if (l[0] === head) l.shift();
    }
  }
  /** Find a method: own and inherited, then UNIVERSAL. */
  findMethod(stash: Stash, method: string): PerlCode | null {
    this.refresh(stash);
    let code = stash.methods.get(method);
    if (code === undefined) {
      code = this.searchMethod([...this.linearIsa(stash.name), ...this.linearIsa('UNIVERSAL')], method);
      stash.methods.set(method, code);
    }
    return code;
  }
  private refresh(stash: Stash): void {
    if (stash.generation === this.generation) return;
    stash.methods.clear();
    stash.inherited.clear();
    stash.generation = this.generation;
  }
  /** The method as seen from the parents of a package (SUPER::). */
  findSuper(pkg: string, method: string): PerlCode | null {
    const stash = this.stash(pkg);
    this.refresh(stash);
    let code = stash.inherited.get(method);
    if (code === undefined) {
      code = this.searchMethod([...this.linearIsa(pkg).slice(1), ...this.linearIsa('UNIVERSAL')], method);
      stash.inherited.set(method, code);
    }
    return code;
  }
  private searchMethod(order: string[], method: string): PerlCode | null {
    for (const pkg of order) {
      const code = this.stashes.get(pkg)?.globs.get(method)?.c;
      if (code && (code.fn !== null || code.declared)) return code;
    }
    return null;
  }
  isa(pkg: string, base: string): boolean {
    return this.linearIsa(pkg).includes(base);
  }
}

/** @ISA: every change makes method caches stale. */
class IsaArray extends PerlArray {
  private readonly packages: Packages;
  constructor(packages: Packages, a: PerlValue[] | PerlArray['a']) {
    super(a);
    this.packages = packages;
  }
  override set(i: number, v: PerlValue): void {
    this.packages.generation++;
    super.set(i, v);
  }
  override assign(list: PerlValue[]): void {
    this.packages.generation++;
    super.assign(list);
  }
  override push(v: PerlValue): number {
    this.packages.generation++;
    return super.push(v);
  }
  override pushList(list: PerlValue[]): number {
    this.packages.generation++;
    return super.pushList(list);
  }
  override unshiftList(list: PerlValue[]): number {
    this.packages.generation++;
    return super.unshiftList(list);
  }
  override clear(): void {
    this.packages.generation++;
    super.clear();
  }
}
