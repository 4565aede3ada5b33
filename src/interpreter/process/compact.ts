/**
 * A fork costs in proportion to the memory it must share page by page. In a program that forks much, what parsing has
 * left behind is therefore collected once.
 */
import { collectGarbage } from './garbage.js';

/** A collection takes some 20 ms: worth it for programs that fork often, and have a heap of this many bytes. */
const OFTEN = 10;
const LARGE = 24_000_000;

let forks = 0;

/** Called at each fork. */
export function compactOnce(): void {
  forks++;
  if (forks !== OFTEN || process.memoryUsage().heapUsed < LARGE) return;
  collectGarbage();
  collectGarbage();
}
