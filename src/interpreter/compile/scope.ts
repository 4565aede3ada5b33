/** Lexical scopes during compilation: which JavaScript variable stands for which Perl variable. */
import type { Sigil } from '../syntax/ast.js';

export interface VarInfo {
  readonly key: string;
  /** the JavaScript identifier of the container */
  readonly js: string;
  readonly kind: 'my' | 'our' | 'state';
  /** `our`: the full name of the package variable */
  readonly glob: string | null;
  /** index into the file's statics, once a named sub or BEGIN block captured it; -1: an ordinary JavaScript variable */
  static: number;
  /** the function context that declares it, once emitted */
  fn: FnContext;
}

/** A loop (or bare block) that next, last and redo can reach. */
export interface LoopContext {
  readonly label: string | null;
  /** JavaScript label of the loop statement and of the inner block that `next` leaves (null: plain continue) */
  readonly js: string;
  readonly nextJs: string | null;
  readonly redoJs: string | null;
  /** a bare block: next and last both leave it */
  readonly once: boolean;
  readonly fn: FnContext;
  /** `given`, or a foreach whose variable is $_: what `when` leaves (perlsyn, "Switch Statements") */
  readonly topic: 'given' | 'foreach' | null;
  /** the value of a `when` block is what the function answers */
  readonly answers: boolean;
  /** someone throws LoopControl to reach it */
  caught: boolean;
  usesRedo: boolean;
  /** it keeps the values of a list (`Lifetimes.walk`) */
  walks: boolean;
}

/**
 * One JavaScript function being generated. `sub`: a Perl sub (return works directly); `inner`: an arrow function around a
 * do block, map block and the like (return must be thrown); `eval`: an eval block (return works, loops are outside).
 */
export class FnContext {
  readonly kind: 'sub' | 'inner' | 'eval' | 'file';
  readonly parent: FnContext | null;
  readonly temps: string[] = [];
  readonly loops: LoopContext[] = [];
  /** JavaScript labels of the `when` blocks around */
  readonly whens: string[] = [];
  /** an inner function throws ReturnControl */
  catchesReturn = false;
  /** state variables, declared outside the function */
  readonly states: string[] = [];
  /** how many `try` blocks are around the statement */
  guards = 0;
  usesArgs = false;
  /** what becomes of a die that is a statement of its own (deaths.ts) */
  death: 'thrown' | 'returned' | 'handed on' = 'thrown';
  /** contains ends of scopes or statements that must not look further out (ends.ts) */
  counts = false;
  /** JavaScript variables of functions further out that it uses */
  readonly captures = new Set<string>();
  /** a sub with the lvalue attribute */
  lvalue = false;
  /** the variable with the context of the call that `return` answers */
  returnWant: string;
  constructor(kind: FnContext['kind'], parent: FnContext | null) {
    this.kind = kind;
    this.parent = parent;
    this.returnWant = kind === 'inner' && parent !== null ? parent.returnWant : 'want';
  }
  /** The function that `return` leaves. */
  get returnTarget(): FnContext {
    let f: FnContext = this;
    while (f.kind === 'inner' && f.parent !== null) f = f.parent;
    return f;
  }
  /** The function that owns @_. */
  get sub(): FnContext {
    let f: FnContext = this;
    while ((f.kind === 'inner' || f.kind === 'eval') && f.parent !== null) f = f.parent;
    return f;
  }
}

/** One JavaScript block: hoisted declarations and whether `local` must be undone at its end. */
export class Scope {
  readonly vars = new Map<string, VarInfo>();
  readonly pending: VarInfo[] = [];
  readonly hoisted: string[] = [];
  hasLocal = false;
  /** the condition of an `if`: what it declares ends with the block around it when the program runs */
  ofCondition = false;
  /** inside a statement modifier: what is declared must outlive the JavaScript block */
  inModifier = false;
  /** declares lexicals that end with it (ends.ts) */
  hasMy = false;
  /** goto may skip declarations: all variables exist from the start */
  jumpedInto = false;
  /** contains a match: the block's end brings back the captures of before (perlre "Capture groups") */
  hasMatch = false;
  readonly parent: Scope | null;
  readonly fn: FnContext;
  constructor(parent: Scope | null, fn: FnContext) {
    this.parent = parent;
    this.fn = fn;
  }
  lookup(key: string): VarInfo | null {
    for (let s: Scope | null = this; s !== null; s = s.parent) {
      const v = s.vars.get(key);
      if (v !== undefined) return v;
    }
    return null;
  }
  /** Make the declarations of the finished statement visible (perlsub: "not visible until after the statement"). */
  introduce(): void {
    for (const v of this.pending) this.vars.set(v.key, v);
    this.pending.length = 0;
  }
}

export function varKey(sigil: Sigil | string, name: string): string {
  return sigil + name;
}
