import { perInterpreter } from '../../runtime/per-interpreter.js';

/** The number in `(eval 5)`: how many string evals an interpreter has had. */
const evals = perInterpreter(() => ({ count: 0 }));

/** The name of the next text. */
export function nextEvalName(): string {
  const state = evals();
  state.count++;
  return `(eval ${state.count})`;
}

/** Evals that are only counted: what perl's own modules would have run. */
export function countEvals(n: number): void {
  evals().count += n;
}
