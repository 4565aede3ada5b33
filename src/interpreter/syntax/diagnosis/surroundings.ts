/** What the second reading of a wrong program asks its surroundings, and what it tells them. */
export interface Surroundings {
  /** a declared or defined sub; its name may be qualified */
  sub(name: string): KnownSub | null;
  packageExists(name: string): boolean;
  handleExists(name: string): boolean;
  /** a package variable */
  exists(sigil: string, name: string): boolean;
  /** a sub that was imported in place of a keyword of its name */
  replaces(word: string): boolean;
  /** a package variable that came from elsewhere, so that strict allows it */
  imported(sigil: string, name: string): boolean;
  feature(name: string): boolean;
  /** letters beyond ASCII belong to names */
  readonly utf8: boolean;
  /** `\N{NAME}` */
  hasCharacter(name: string): boolean;
  strict(kind: 'vars' | 'subs' | 'refs'): boolean;
  /** a lexical of the surroundings of an evaluated text */
  lexical(name: string): boolean;
  /** pragmas and package, to be put back at the end of a block */
  state(): unknown;
  restore(state: unknown): void;
  readonly pkg: string;
  setPackage(name: string): void;
  /**
   * A statement that is carried out while the program is read: `use`, BEGIN, the definition of a sub. Throws what Perl
   * throws; the result are complaints of the compiler. `visible`: the variables that there are.
   */
  carryOut(text: string, line: number, visible: readonly VisibleName[]): readonly string[];
  declareSub(name: string, prototype: string | null): void;
  /** A warning: with its place, if it has one of its own. `byDefault`: it is on unless switched off. */
  warn(category: string, message: string, file: string, line: number, byDefault: boolean): void;
}

export interface KnownSub {
  readonly prototype: string | null;
  readonly fullName: string;
  readonly constant: boolean;
}

export interface VisibleName {
  readonly key: string;
  readonly our: string | null;
}
