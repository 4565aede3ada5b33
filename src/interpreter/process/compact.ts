/**
 * A fork costs in proportion to the memory it must share page by page. In a program that forks much, what parsing has
 * left behind is therefore given back once, and what remains moves together into huge pages (libc/huge-pages.ts).
 */
import v8 from 'node:v8';
import { canFork } from '../../libc/fork.js';
import { placedTogether, useHugePages } from '../../libc/huge-pages.js';
import { releaseMemory } from './garbage.js';

/** All this takes some 100 ms, as long as it saves in some hundreds of forks. */
const OFTEN = 150;

let forks = 0;

/** Called at each fork. */
export function compactOnce(): void {
  forks++;
  if (forks !== OFTEN || !canFork()) return;
  placedTogether(moveEverything);
  useHugePages();
}

/** V8 moves what is on every other page at each of the collections of which releasing memory consists. */
function moveEverything(): void {
  v8.setFlagsFromString('--compact-on-every-full-gc');
  releaseMemory();
  v8.setFlagsFromString('--no-compact-on-every-full-gc');
}
