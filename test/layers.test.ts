// The layering that .oxlintrc.json states is really enforced: plant violations, and see each of them caught.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from './support/perls.js';

interface Planted {
  file: string;
  text: string;
}

const imports = (file: string, specifier: string): Planted => ({
  file,
  text: `import { x } from '${specifier}';\nexport const y = x;\n`,
});

const violations: readonly Planted[] = [
  imports('src/abi/planted.ts', '../libc/kernel.js'),
  imports('src/abi/planted2.ts', 'koffi'),
  imports('src/libc/planted.ts', '../runtime/host.js'),
  imports('src/libc/deeper/planted.ts', '../../builtins/table.js'),
  imports('src/runtime/planted.ts', '../libc/kernel.js'),
  imports('src/runtime/planted2.ts', '../builtins/table.js'),
  imports('src/runtime/planted3.ts', 'koffi'),
  imports('src/builtins/planted.ts', '../ipc-sysv/ftok.js'),
  imports('src/builtins/planted2.ts', '../interpreter/compile/scope.js'),
  imports('src/builtins/planted3.ts', '../runtime/index.js'),
  imports('src/ipc-sysv/planted.ts', '../interpreter/compile/scope.js'),
  imports('src/ipc-sysv/planted2.ts', '../hosts/host.js'),
  imports('src/interpreter/compile/planted.ts', 'ohm-js'),
  imports('src/interpreter/process/planted.ts', 'koffi'),
  imports('src/interpreter/syntax/planted.ts', 'koffi'),
  imports('src/interpreter/syntax/planted2.ts', '../../cli/main.js'),
  imports('src/hosts/planted.ts', '../interpreter/compile/scope.js'),
  imports('src/kernel-memory/planted.ts', 'koffi'),
  imports('src/kernel-memory/planted2.ts', '../runtime/host.js'),
  imports('src/builtins/planted4.ts', '../kernel-memory/memory-kernel.js'),
  imports('src/conformance/planted.ts', '../runtime/host.js'),
  imports('src/interpreter/core/planted.ts', '../../conformance/suite.js'),
  imports('src/cli/planted.ts', 'koffi'),
  imports('src/planted.ts', './interpreter/compile/scope.js'),
  { file: 'src/runtime/planted4.ts', text: 'async function f() {}\nexport function g() {\n  f();\n}\n' },
  { file: 'src/runtime/planted5.ts', text: 'export const h: any = 1;\n' },
];

const permitted: readonly Planted[] = [
  imports('src/libc/allowed.ts', 'koffi'),
  imports('src/libc/allowed2.ts', '../abi/platform.js'),
  imports('src/runtime/allowed.ts', '../abi/platform.js'),
  imports('src/builtins/allowed.ts', '../libc/kernel.js'),
  imports('src/interpreter/syntax/allowed.ts', 'ohm-js'),
  imports('src/interpreter/compile/allowed.ts', '../../ipc-sysv/ftok.js'),
  imports('src/interpreter/io/allowed.ts', './file-handle.js'),
  imports('src/conformance/allowed.ts', './suite.js'),
  imports('src/cli/allowed.ts', '../interpreter/compile/scope.js'),
  imports('src/cli/allowed2.ts', '../conformance/suite.js'),
];

const folder = mkdtempSync(join(tmpdir(), 'layers-'));
let report = '';

function plant({ file, text }: Planted): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

beforeAll(() => {
  for (const name of ['.oxlintrc.json', 'tsconfig.json', 'package.json']) cpSync(join(root, name), join(folder, name));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const planted of [...violations, ...permitted]) plant(planted);
  const oxlint = join(root, 'node_modules/.bin/oxlint');
  report = spawnSync(oxlint, ['--type-aware', '-f', 'unix', 'src'], { cwd: folder, encoding: 'utf8' }).stdout;
});

afterAll(() => rmSync(folder, { recursive: true }));

const rules = /no-restricted-imports|no-floating-promises|no-explicit-any/;
const complaintsAbout = (file: string) =>
  report.split('\n').filter((line) => line.startsWith(`${file}:`) && rules.test(line));

describe('layers', () => {
  test.for(violations)('caught: $file $text', ({ file }) => {
    expect(complaintsAbout(file)).toHaveLength(1);
  });

  test.for(permitted)('permitted: $file $text', ({ file }) => {
    expect(complaintsAbout(file)).toEqual([]);
  });
});
