/**
 * V8 compiles a function when it is first called. What every child does first and last, its parent has not done yet: each
 * child would compile that anew. Before the second fork the parent therefore goes through it, without effect.
 */
import { renewKicks } from '../../libc/kicks.js';
import { processId, renewProcessId } from './process-id.js';

const rehearsals: (() => void)[] = [renewProcessId, renewKicks, processId];
let forks = 0;

/** After so many calls V8 has a place for a function's feedback; before, each property access is a call into its runtime. */
const TIMES = 40;

/** Something that children do and that does no harm here. */
export function rehearseLater(action: () => void): void {
  rehearsals.push(action);
}

/** Called at each fork. */
export function rehearseOnce(): void {
  forks++;
  if (forks !== 2) return;
  for (let time = 0; time < TIMES; time++) for (const action of rehearsals) action();
}
