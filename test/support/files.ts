import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './perls.js';

/** Paths below a folder of the project, relative to the project, whose names end in one of the endings; sorted. */
export function filesBelow(folder: string, ...endings: string[]): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .map((name) => join(folder, name))
    .sort();
}
