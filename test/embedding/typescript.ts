import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Outcome, runChild } from '../support/child.js';
import { isolated } from '../support/isolation.js';
import { root } from '../support/perls.js';

/** Runs a TypeScript program of this folder in an IPC namespace of its own. */
export async function runTypeScript(name: string, ...args: string[]): Promise<Outcome> {
  // Inside the project, so that the bundle finds koffi.
  const folder = mkdtempSync(join(root, 'node_modules', '.embedding-'));
  const program = join(folder, 'program.mjs');
  const options = { bundle: true, packages: 'external', platform: 'node', format: 'esm' } as const;
  try {
    await build({ ...options, entryPoints: [join(root, 'test/embedding', name)], outfile: program });
    return await runChild(isolated([process.execPath, program, ...args]), { limit: 20_000 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
