/** The grammar as Ohm's recipe: 230 ms are saved at the first parse of a process. Made again only when perl.ohm changed. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeWhole } from './write-whole.mjs';

export async function writeRecipe(source, target) {
  const text = readFileSync(source, 'utf8');
  const version = createHash('sha256').update(text).digest('hex');
  if (versionOf(target) === version) return;
  const { grammar } = await import('ohm-js');
  writeWhole(target, `{"version":"${version}","recipe":${JSON.stringify(JSON.parse(grammar(text).toRecipe()))}}\n`);
}

function versionOf(path) {
  try {
    return /^\{"version":"(\w+)"/.exec(readFileSync(path, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
