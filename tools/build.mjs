// Builds dist/: JavaScript by esbuild (one file per module of the package, and the command as a few scripts), the grammar's recipe
// and perl's parser tables, declarations by tsc unless --fast.
import { cpSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleCommand, bundleStarter } from './bundle.mjs';
import { packageModules, writeDeclarations } from './package-modules.mjs';
import { writeRecipe } from './grammar-recipe.mjs';
import { writeParserTables } from './parser-tables.mjs';
import { writeWhole } from './write-whole.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, process.env.DIST ?? 'dist');
const fast = process.argv.includes('--fast');

/** Every file below dir whose name passes the test. */
function filesBelow(dir, test) {
  return readdirSync(dir, { recursive: true })
    .map((name) => join(dir, name))
    .filter((path) => test(path) && statSync(path).isFile());
}

const src = join(root, 'src');
const tablesModule = 'interpreter/syntax/diagnosis/tables.ts';
if (!fast) rmSync(out, { recursive: true, force: true });

async function writeModules() {
  await build({
    entryPoints: await packageModules(root),
    outdir: out,
    outbase: src,
    format: 'esm',
    target: 'node20',
    platform: 'node',
  });
}

/** The scripts go to a folder of their own; only when it is complete does the starter name it. */
async function writeCommand() {
  const [{ scripts, id }, starter] = await Promise.all([bundleCommand(root), bundleStarter(root)]);
  for (const [name, text] of scripts) writeWhole(join(out, 'command', id, `${name}.js`), text);
  writeWhole(
    join(out, 'cli/start.cjs'),
    `${starter}\nmodule.exports.start(require, __dirname.slice(0, -4), '${id}');\n`,
  );
  removeOldCommands(id);
}

/** Programs that are running may still load parts of the latest builds. */
function removeOldCommands(current) {
  const folder = join(out, 'command');
  const age = (name) => Date.now() - statSync(join(folder, name)).mtimeMs;
  const old = readdirSync(folder).filter((name) => name !== current && age(name) > 600_000);
  for (const name of old) rmSync(join(folder, name), { recursive: true, force: true });
}

await Promise.all([
  writeModules(),
  writeCommand(),
  writeRecipe(join(src, 'interpreter/syntax/perl.ohm'), join(out, 'interpreter/syntax/perl.recipe.json')),
  writeParserTables(join(src, tablesModule), join(out, dirname(tablesModule), 'perl.tables.json')),
]);
for (const path of filesBelow(src, (path) => /\.(ohm|pm)$/.test(path))) cpSync(path, join(out, path.slice(src.length)));
if (!fast) process.exitCode = writeDeclarations(root, out);
