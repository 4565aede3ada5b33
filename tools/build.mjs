// Builds dist/: JavaScript by esbuild (one file per module, no bundling), declarations by tsc unless --fast.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

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
if (!fast) rmSync(out, { recursive: true, force: true });
await build({
  entryPoints: filesBelow(src, (path) => path.endsWith('.ts') && !path.endsWith('.test.ts')),
  outdir: out,
  outbase: src,
  format: 'esm',
  target: 'node20',
  platform: 'node',
});
for (const path of filesBelow(src, (path) => /\.(ohm|pm)$/.test(path))) cpSync(path, join(out, path.slice(src.length)));
if (!fast) {
  const tsc = join(root, 'node_modules/.bin/tsc');
  const run = spawnSync(tsc, ['-p', root, '--emitDeclarationOnly', '--outDir', out], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
}
