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
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDeclarations } from '../../tools/package-modules.mjs';
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

/** A package of this project's own, for the installed folder. */
function link(name: string): void {
  const place = join(installed, 'node_modules', name);
  mkdirSync(dirname(place), { recursive: true });
  if (!existsSync(place)) symlinkSync(join(root, 'node_modules', name), place);
}

/** What docs/embedding.md shows as that file. */
function quoted(name: string): string {
  const page = readFileSync(join(root, 'docs/embedding.md'), 'utf8');
  const block = page.split(/^```/m).find((text) => text.split('\n', 1)[0]?.endsWith(` examples/embedding/${name}`));
  return block?.slice(block.indexOf('\n') + 1) ?? '';
}

/** What would be published, with declarations whether or not the last build has made them. */
function stage(): void {
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] };
  for (const file of ['package.json', 'README.md', 'LICENSE', ...files.filter((name) => !name.startsWith('!'))]) {
    const source = file === 'dist' ? (process.env['DIST'] ?? 'dist') : file;
    cpSync(join(root, source), join(staged, file), { recursive: true });
  }
  writeDeclarations(root, join(staged, 'dist'));
}

beforeAll(() => {
  mkdirSync(installed, { recursive: true });
  stage();
  const [packed] = JSON.parse(run(staged, 'npm', 'pack', '--ignore-scripts', '--json')) as { filename: string }[];
  archive = join(staged, packed?.filename ?? '');
  writeFileSync(join(installed, 'package.json'), '{ "private": true, "type": "module" }');
  for (const name of ['@types/node', 'undici-types']) link(name);
  run(installed, 'npm', 'install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', archive);
}, 200_000);
afterAll(() => rmSync(place, { recursive: true }));

describe('the packed package', () => {
  test('holds what is needed and no sources or tests of its own', () => {
    const names = run(staged, 'tar', 'tzf', archive).trim().split('\n');
    expect(names).toContain('package/dist/index.d.ts');
    const folders = new Set(names.map((name) => name.split('/').slice(1, 2).join('')));
    expect([...folders].sort()).toEqual(
      ['CHANGELOG.md', 'LICENSE', 'README.md', 'bin', 'dist', 'docs', 'package.json', 't'].sort(),
    );
    expect(names.filter((name) => /\.test\.|\btest(?:ing|-env)\b|\.ts$/.test(name.replace(/\.d\.ts$/, '')))).toEqual(
      [],
    );
    expect(names.filter((name) => name.endsWith('.d.ts')).length).toBeLessThan(100);
    expect(statSync(archive).size).toBeLessThan(1_500_000);
  });

  test('is used from JavaScript, without the optional zeroperl', () => {
    cpSync(join(root, 'test/package/entries.mjs'), join(installed, 'entries.mjs'));
    const texts = ['true 11', 'Invalid argument 96 Modification of a read-only value attempted', 'yes', ''];
    expect(existsSync(join(installed, 'node_modules/@6over3'))).toBe(false);
    expect(run(installed, process.execPath, 'entries.mjs').split('\n')).toEqual(texts);
  });

  test('is used from TypeScript', () => {
    cpSync(join(root, 'test/package/entries.ts'), join(installed, 'entries.ts'));
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

  test.for(['small-host.mjs', 'interpreter.mjs', 'zeroperl.mjs', 'typed-host.mts'])(
    'runs what docs/embedding.md tells to save and run: %s',
    { timeout: 100_000 },
    (name) => {
      const [stem = ''] = name.split('.');
      writeFileSync(join(installed, name), quoted(name));
      if (stem === 'zeroperl') link('@6over3/zeroperl-ts');
      if (stem === 'typed-host') run(installed, bin('tsc'), '--module', 'nodenext', '--types', 'node', name);
      const { stdout, stderr, status } = spawnSync(process.execPath, [`${stem}.mjs`], { cwd: installed });
      expect([stdout.toString(), stderr.toString(), status]).toEqual([quoted(`${stem}.out`), '', 0]);
    },
  );

  test('is used from CommonJS', () => {
    const program = `const { Perl } = require('perl-sysv-ipc/interpreter'); console.log(new Perl().eval('6 * 7'))`;
    const works = process.features.require_module === true;
    if (works)
      expect(run(installed, process.execPath, '--no-warnings', '--input-type=commonjs', '-e', program)).toBe('42\n');
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
