// The package as it is published: packed, installed into an empty folder with install scripts off, and used.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../support/perls.js';

const place = mkdtempSync(join(tmpdir(), 'package-'));
const [staged, installed] = [join(place, 'staged'), join(place, 'installed')];
const bin = (name: string): string => join(root, 'node_modules/.bin', name);
let archive = '';

function run(cwd: string, file: string, ...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(file, args, { cwd, encoding: 'utf8', timeout: 170_000 });
  if (status !== 0) throw new Error(`${file} ${args.join(' ')}: ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

/** What would be published, with declarations whether or not the last build has made them. */
function stage(): void {
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] };
  for (const file of ['package.json', 'README.md', 'LICENSE', ...files.filter((name) => !name.startsWith('!'))]) {
    const source = file === 'dist' ? (process.env['DIST'] ?? 'dist') : file;
    cpSync(join(root, source), join(staged, file), { recursive: true });
  }
  spawnSync(bin('tsc'), ['-p', root, '--emitDeclarationOnly', '--outDir', join(staged, 'dist')], { cwd: root });
}

beforeAll(() => {
  mkdirSync(installed, { recursive: true });
  stage();
  const [packed] = JSON.parse(run(staged, 'npm', 'pack', '--ignore-scripts', '--json')) as { filename: string }[];
  archive = join(staged, packed?.filename ?? '');
  writeFileSync(join(installed, 'package.json'), '{ "private": true, "type": "module" }');
  run(installed, 'npm', 'install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', archive);
}, 200_000);
afterAll(() => rmSync(place, { recursive: true }));

describe('the packed package', () => {
  test('holds what is needed and no sources or tests of its own', () => {
    const names = run(staged, 'tar', 'tzf', archive).trim().split('\n');
    expect(names).toContain('package/dist/index.d.ts');
    expect(names.filter((name) => /\.test\.|^package\/(src|test|tools|bench)\//.test(name))).toEqual([]);
    expect(statSync(archive).size).toBeLessThan(3_000_000);
  });

  test('is used from JavaScript, without the optional zeroperl', () => {
    cpSync(join(root, 'test/package/entries.mjs'), join(installed, 'entries.mjs'));
    const texts = ['true 11', 'Invalid argument 96 Modification of a read-only value attempted', 'yes', ''];
    expect(existsSync(join(installed, 'node_modules/@6over3'))).toBe(false);
    expect(run(installed, process.execPath, 'entries.mjs').split('\n')).toEqual(texts);
  });

  test('is used from TypeScript', () => {
    cpSync(join(root, 'test/package/entries.ts'), join(installed, 'entries.ts'));
    mkdirSync(join(installed, 'node_modules/@types'), { recursive: true });
    for (const name of ['@types/node', 'undici-types'])
      symlinkSync(join(root, 'node_modules', name), join(installed, 'node_modules', name));
    const strict = [
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      'node',
      '--exactOptionalPropertyTypes',
    ];
    expect(run(installed, bin('tsc'), '--noEmit', ...strict, 'entries.ts')).toBe('');
  });

  test('runs what docs/embedding.md tells to save and run', () => {
    const page = readFileSync(join(root, 'docs/embedding.md'), 'utf8');
    const [, program = ''] = /^```js examples\/embedding\/small-host\.mjs\n([\s\S]*?)^```$/m.exec(page) ?? [];
    const [, output] = /^```text examples\/embedding\/small-host\.out\n([\s\S]*?)^```$/m.exec(page) ?? [];
    writeFileSync(join(installed, 'small-host.mjs'), program);
    expect(run(installed, process.execPath, 'small-host.mjs')).toBe(output);
  });

  test('has the command', () => {
    const program = 'use IPC::SysV qw(IPC_CREAT); print IPC_CREAT, "\\n"';
    expect(run(installed, join(installed, 'node_modules/.bin/perl-sysv'), '-e', program)).toBe('512\n');
    expect(readdirSync(join(installed, 'node_modules')).sort()).toContain('koffi');
  });

  test('satisfies publint and attw', () => {
    run(staged, bin('publint'), '--strict', archive);
    run(staged, bin('attw'), archive, '--profile', 'esm-only');
  });
});
