/** Collecting garbage on demand, and finding out within a synchronous program what has become garbage. */
import v8 from 'node:v8';
import vm from 'node:vm';

let collect: (() => void) | undefined;
let checkpoint: (() => void) | undefined;

/** A full collection (some 10 ms). */
export function collectGarbage(): void {
  if (collect === undefined) {
    v8.setFlagsFromString('--expose-gc');
    collect = vm.runInNewContext('gc') as () => void;
  }
  collect();
}

/**
 * What a WeakRef refers to is kept until the running job ends (ECMA-262, "ClearKeptObjects"), and a Perl program is one
 * job. A context with a queue of its own for promises has an end of its own after each evaluation.
 */
export function forgetKeptObjects(): void {
  if (checkpoint === undefined) {
    const context = vm.createContext({}, { microtaskMode: 'afterEvaluate' });
    const script = new vm.Script('Promise.resolve().then(() => {})');
    checkpoint = () => void script.runInContext(context);
  }
  checkpoint();
}

/**
 * Collect garbage and give the memory back to the system, which a plain collection does not: V8 does so before it looks
 * for objects (where node has that function).
 */
export function releaseMemory(): void {
  const { queryObjects } = v8 as { queryObjects?: (constructor: unknown, options: { format: 'count' }) => number };
  if (queryObjects === undefined) collectGarbage();
  else queryObjects(class Nothing {}, { format: 'count' });
}
