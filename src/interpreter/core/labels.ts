/** goto LABEL (perlfunc goto): the labels that running blocks offer. */

/** One run of a block that has labels among its statements. */
export interface LabelledBlock {
  readonly positions: Readonly<Record<string, number>>;
}

/** Thrown by goto, caught by the block that has the label. */
export class GotoControl {
  readonly block: LabelledBlock;
  readonly position: number;
  constructor(block: LabelledBlock, position: number) {
    this.block = block;
    this.position = position;
  }
}

export class Labels {
  /** labels that some goto has named so far; null: one that is known only when it runs */
  readonly wanted = new Set<string | null>();
  private readonly running: LabelledBlock[] = [];

  enter(positions: Readonly<Record<string, number>>): LabelledBlock {
    const block = { positions };
    this.running.push(block);
    return block;
  }
  leave(block: LabelledBlock): void {
    this.running.length = this.running.lastIndexOf(block);
  }
  /** The innermost block that has the label. */
  find(label: string): GotoControl | null {
    for (let i = this.running.length - 1; i >= 0; i--) {
      const block = this.running[i] as LabelledBlock;
      const position = Object.hasOwn(block.positions, label) ? block.positions[label] : undefined;
      if (position !== undefined) return new GotoControl(block, position);
    }
    return null;
  }
}
