/** The tables of perl's LALR grammar, which take 100 ms to make. Made again only when what they are made by has changed. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { writeWhole } from './write-whole.mjs';

/** `source`: the module that makes them (`packedTables`). */
export async function writeParserTables(source, target) {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  const text = outputFiles[0].text;
  const version = createHash('sha256').update(text).digest('hex');
  if (versionOf(target) === version) return;
  const { packedTables } = await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
  writeWhole(target, `${JSON.stringify({ version, tables: packedTables() })}\n`);
}

function versionOf(path) {
  try {
    return /^\{"version":"(\w+)"/.exec(readFileSync(path, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
