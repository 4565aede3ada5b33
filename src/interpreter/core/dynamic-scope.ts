/** The stack of things that `local` promised to restore (perlsub, "Temporary Values via local()"). */

export class DynamicScope {
  private readonly undo: (() => void)[] = [];

  /** The height to return to. */
  mark(): number {
    return this.undo.length;
  }
  save(restore: () => void): void {
    this.undo.push(restore);
  }
  /** Run what was saved above the mark, last first. */
  unwind(mark: number): void {
    while (this.undo.length > mark) (this.undo.pop() as () => void)();
  }
}
