import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './perls.js';

/** t/known-differences.txt: one `PATH: REASON` a line; blank lines and lines starting with # do not count. */
export function readKnownDifferences(text: string): Map<string, string> {
  const known = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, path, reason] = /^(\S+): (.+)$/.exec(line) ?? [];
    if (path === undefined || reason === undefined)
      throw new Error(`known-differences.txt: no PATH: REASON in "${line}"`);
    known.set(path, reason);
  }
  return known;
}

export const knownDifferences = readKnownDifferences(readFileSync(join(root, 't/known-differences.txt'), 'utf8'));
