/**
 * A fork costs in proportion to the memory it must share page by page. In a program that forks much, what parsing has
 * left behind is therefore given back once.
 */
import { releaseMemory } from './garbage.js';

/** Giving back takes as long as some 200 forks of a process this large save. */
const OFTEN = 200;
const LARGE = 30_000_000;

let forks = 0;

/** Called at each fork. */
export function compactOnce(): void {
  forks++;
  if (forks === OFTEN && process.memoryUsage().heapTotal > LARGE) releaseMemory();
}
