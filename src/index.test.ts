import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** The files and packages that an entry file loads, directly or not. */
async function loadedBy(entry: string): Promise<string[]> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const { metafile } = await build({
    entryPoints: [`${root}/${entry}`],
    absWorkingDir: root,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    write: false,
    metafile: true,
  });
  const inputs = Object.entries(metafile.inputs);
  return inputs.flatMap(([path, { imports }]) => [
    path,
    ...imports.flatMap(({ path, external }) => (external ? path : [])),
  ]);
}

describe('the embedding API', () => {
  it('loads neither the interpreter nor ohm-js', async () => {
    const loaded = await loadedBy('src/index.ts');
    expect(loaded).toContain('src/builtins/shmread.ts');
    expect(loaded.filter((path) => path.startsWith('src/interpreter/') || path === 'ohm-js')).toEqual([]);
  });

  it('and the proof sees what it looks for', async () => {
    expect(await loadedBy('src/interpreter/syntax/grammar.ts')).toContain('ohm-js');
  });
});
