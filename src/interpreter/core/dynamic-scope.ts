/** The stack of things that `local` promised to restore (perlsub, "Temporary Values via local()"). */

export class DynamicScope {
  readonly undo: ((() => void) | object)[] = [];
  /** the end of a lexical's scope: only where references are counted (interpreter/lifetime) */
  leave: (variable: object) => void = () => {};

  /** The height to return to. */
  mark(): number {
    return this.undo.length;
  }
  /** What to do when the scope ends, or a lexical that ends with it. */
  save(restore: (() => void) | object): void {
    this.undo.push(restore);
  }
  /** Run what was saved above the mark, last first. */
  unwind(mark: number): void {
    while (this.undo.length > mark) {
      const last = this.undo.pop() as (() => void) | object;
      if (typeof last === 'function') (last as () => void)();
      else this.leave(last);
    }
  }
}
