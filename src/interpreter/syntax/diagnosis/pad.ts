/**
 * The lexical variables of the subs being read. After a mistake the blocks that were open are left without an end, and what
 * they declared stays visible: perl then finds some variables that it should not, and misses others.
 */
interface Name {
  readonly key: string;
  readonly our: string | null;
  introduced: boolean;
  ended: boolean;
}

class SubNames {
  readonly names: Name[] = [];
  floor = 0;
  /** the first name that waits for the end of its statement; -1: none */
  pending = -1;
  readonly outer: SubNames | null;
  constructor(outer: SubNames | null) {
    this.outer = outer;
  }
}

export interface FoundName {
  /** the package of an `our` variable; null: a lexical */
  readonly our: string | null;
}

export class Pad {
  #sub = new SubNames(null);

  /** A sub begins; the result puts back what was before. */
  enterSub(): () => void {
    const outer = this.#sub;
    this.#sub = new SubNames(outer);
    return () => {
      this.#sub = outer;
    };
  }
  /** A block begins; the result forgets about it, without ending what it declared. */
  enterBlock(): () => void {
    const sub = this.#sub;
    const { floor, pending } = sub;
    sub.floor = sub.names.length;
    sub.pending = -1;
    return () => {
      sub.floor = floor;
      sub.pending = pending;
    };
  }
  /** The block that began last ends, and with it what it declared. */
  endBlock(): void {
    const { names, floor } = this.#sub;
    for (let i = floor; i < names.length; i++) (names[i] as Name).ended = true;
    this.#sub.pending = -1;
  }
  /** `"my" variable $x masks earlier declaration in same scope` (perldiag, category shadow) */
  duplicates(key: string, our: string | null, kind: string): string[] {
    const { names, floor } = this.#sub;
    const what = key.startsWith('&') ? 'subroutine' : 'variable';
    const masked = names.findLast((name, i) => i >= floor && name.key === key && !name.ended);
    if (masked !== undefined && (our === null || masked.our === null)) {
      const word = our !== null ? 'our' : kind === 'state' ? 'state' : 'my';
      const where = masked.introduced ? 'scope' : 'statement';
      return [`"${word}" ${what} ${key} masks earlier declaration in same ${where}`];
    }
    const again =
      our === null ? -1 : names.findLastIndex((name) => name.key === key && !name.ended && name.our === our);
    if (again < 0) return [];
    const hint = again < floor ? ['\t(Did you mean "local" instead of "our"?)\n'] : [];
    return [`"our" ${what} ${key} redeclared`, ...hint];
  }
  declare(key: string, our: string | null): void {
    const sub = this.#sub;
    if (sub.pending < 0) sub.pending = sub.names.length;
    sub.names.push({ key, our, introduced: false, ended: false });
  }
  /** What has been declared can be seen from now on. */
  introduce(): void {
    const sub = this.#sub;
    if (sub.pending < 0) return;
    for (let i = sub.pending; i < sub.names.length; i++) (sub.names[i] as Name).introduced = true;
    sub.pending = -1;
  }
  find(key: string): FoundName | null {
    for (let sub: SubNames | null = this.#sub; sub !== null; sub = sub.outer) {
      const found = sub.names.findLast((name) => name.key === key && name.introduced && !name.ended);
      if (found !== undefined) return found;
    }
    return null;
  }
  /** All that can be seen here. */
  visible(): Name[] {
    const found = new Map<string, Name>();
    for (let sub: SubNames | null = this.#sub; sub !== null; sub = sub.outer) {
      for (const name of sub.names.toReversed()) {
        if (name.introduced && !name.ended && !found.has(name.key)) found.set(name.key, name);
      }
    }
    return [...found.values()];
  }
}
