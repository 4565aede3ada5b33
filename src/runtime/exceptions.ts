/** How Perl-level events travel through JavaScript. None is an Error: a stack trace costs much and tells nothing. */
import type { PerlValue } from './value.js';

/** die: the value becomes $@. */
export class PerlDie {
  readonly value: PerlValue;
  constructor(value: PerlValue) {
    this.value = value;
  }
}

/** What leaves loops (perlsyn), and `given` and `when` blocks. */
export type JumpKind = 'next' | 'last' | 'redo' | 'break' | 'continue' | 'when' | 'default';

/** next, last, redo that leave a sub, eval or do block. */
export class LoopControl {
  readonly kind: JumpKind;
  readonly label: string | null;
  constructor(kind: JumpKind, label: string | null) {
    this.kind = kind;
    this.label = label;
  }
}

/** return out of a do block or a loop body compiled as a function of its own. */
export class ReturnControl {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}

/** exit(N): runs END blocks at the top. */
export class PerlExit {
  readonly status: number;
  constructor(status: number) {
    this.status = status;
  }
}
