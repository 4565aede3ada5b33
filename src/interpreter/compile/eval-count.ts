/** The number in `(eval 5)`: how many string evals there have been. */
let evalCount = 0;

/** The name of the next text. */
export function nextEvalName(): string {
  evalCount++;
  return `(eval ${evalCount})`;
}

/** Evals that are only counted: what perl's own modules would have run. */
export function countEvals(n: number): void {
  evalCount += n;
}
