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

const FENCE: LabelledBlock = { positions: {} };

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
  /** A block that no goto may leave (the comparison of sort), while `inside` runs. */
  fenced<T>(inside: () => T): T {
    if (this.wanted.size === 0) return inside();
    this.running.push(FENCE);
    try {
      return inside();
    } finally {
      this.leave(FENCE);
    }
  }
  /** The innermost block that has the label; `fence`: there is one in between. */
  find(label: string): GotoControl | 'fence' | null {
    for (let i = this.running.length - 1; i >= 0; i--) {
      const block = this.running[i] as LabelledBlock;
      if (block === FENCE) return 'fence';
      const position = Object.hasOwn(block.positions, label) ? block.positions[label] : undefined;
      if (position !== undefined) return new GotoControl(block, position);
    }
    return null;
  }
}
