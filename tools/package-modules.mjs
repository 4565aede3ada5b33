/** Which modules of src/ the package needs: those that its entries reach. Tests, and what only they use, stay out of it. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';

/** What package.json exports, below dist/, without endings. */
function entries(root) {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const targets = Object.values(exports).filter((target) => typeof target === 'object');
  return targets.map(({ default: file }) => file.replace('./dist/', '').replace(/\.js$/, ''));
}

/** Absolute paths of the sources that run. The subcommand of bin/perl-sysv is an entry, too. */
export async function packageModules(root) {
  const { metafile } = await build({
    entryPoints: [...entries(root), 'cli/conformance'].map((name) => join(root, 'src', `${name}.ts`)),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    write: false,
    metafile: true,
    outdir: 'x',
    absWorkingDir: root,
  });
  return Object.keys(metafile.inputs).map((path) => resolve(root, path));
}

/** The declarations that users of the entries see, by tsc, which makes them of all modules. Answers its status. */
export function writeDeclarations(root, out) {
  const tsc = join(root, 'node_modules/.bin/tsc');
  const { status } = spawnSync(tsc, ['-p', root, '--emitDeclarationOnly', '--outDir', out], { stdio: 'inherit' });
  const seen = new Set();
  for (const name of entries(root)) follow(join(out, `${name}.d.ts`), seen);
  const all = readdirSync(out, { recursive: true }).map((name) => join(out, name));
  for (const path of all) if (path.endsWith('.d.ts') && !seen.has(path)) rmSync(path);
  return status ?? 1;
}

/** Adds a declaration file and all that it mentions. */
function follow(path, seen) {
  if (seen.has(path)) return;
  seen.add(path);
  const mentioned = readFileSync(path, 'utf8').matchAll(/(?:from |import\()['"](\.[^'"]+)\.js['"]/g);
  for (const [, name] of mentioned) follow(join(dirname(path), `${name}.d.ts`), seen);
}
