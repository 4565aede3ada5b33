/** The parser's surroundings: what it asks and tells while it walks a program in source order, and how it complains. */
import type { Cop, My, PhaseBlock, SubDef, UseStmt } from './ast.js';

export interface SubInfo {
  /** prototype, or null if it has none */
  readonly prototype: string | null;
  /** already has a body, or only declared (`sub foo;`, imported name) */
  readonly defined: boolean;
  readonly lvalue?: boolean;
  /** where it was defined, for messages: an imported sub keeps its name */
  readonly fullName?: string;
}

/** What the parser asks and tells while it walks the program in source order (the compiler implements it). */
export interface ParserEnv {
  enterScope(): void;
  leaveScope(): void;
  /** A my/our/state declaration has been read (visible from the next statement on). */
  declare(my: My): void;
  /** Current package, pragmas and warnings, for a statement that begins at this line. */
  cop(line: number): Cop;
  /** `package NAME` has been read; scoped by enterScope/leaveScope. */
  setPackage(name: string): void;
  /** `#line N "file"` has been met. */
  setFile(file: string): void;
  /** Is there a sub (declared, defined, imported) under this name, seen from the current package? */
  lookupSub(name: string): SubInfo | undefined;
  /** Has a package of this name been seen (package statement, loaded module, or something in its symbol table)? */
  packageExists(name: string): boolean;
  /** Is this bareword an opened/known file handle in the current package (STDIN, STDERR ... or an existing IO glob)? */
  handleExists(name: string): boolean;
  /** Is a builtin overridden here (imported sub of that name, or CORE::GLOBAL)? Returns the full sub name. */
  overridden(name: string): string | undefined;
  /** Is a lexical sub (`my sub`) or pragma feature visible: 'say', 'state', 'fc', 'signatures', 'isa', 'current_sub'… */
  feature(name: string): boolean;
  /** `use utf8` in force (source bytes are then decoded by the compiler before parsing: only informational). */
  hint(name: 'strict refs' | 'strict subs' | 'strict vars' | 'integer' | 'bytes' | 'utf8'): boolean;
  /** Forward declaration `sub foo($$);` (or the start of a definition: visible inside its own body). */
  declareSub(name: string, prototype: string | null, lvalue: boolean): void;
  /** A complete named sub: define it now. */
  defineSub(def: SubDef): void;
  /** use/no: carry it out now. Throws the Perl exception if it fails. */
  use(stmt: UseStmt): void;
  /** A phase block has been read: BEGIN runs now, the others are remembered. */
  begin(block: PhaseBlock): void;
  /** The code point of a character's name (`\N{NAME}`), or null. */
  namedCharacter?(name: string): number | null;
  /** `goto LABEL` was read; null: a label known only at run time. */
  noteGoto?(label: string | null): void;
  /** Something that perl may complain about: if nothing else is wrong, a second reading will tell. */
  suspect?(): void;
  /** A warning of the compile phase (e.g. "Useless use"...), category and text without the place. `byDefault`: even if
   *  no warnings were asked for. */
  warn(category: string, message: string, line: number, byDefault?: boolean): void;
  /** What overload::constant has set for literals of this kind (perldoc overload), if anything. */
  constantHandler?(kind: ConstantKind): string | undefined;
}

export type ConstantKind = 'integer' | 'float' | 'binary' | 'q';

/**
 * A syntax error: message without the place. What follows the place depends on `near`: a text: `, near "..."`; null: a
 * full stop; '' : `, at EOF`; a newline: `, at end of line`.
 */
export class PerlSyntaxError extends Error {
  readonly line: number;
  readonly near: string | null;
  constructor(message: string, line: number, near: string | null) {
    super(message);
    this.line = line;
    this.near = near;
  }
}
