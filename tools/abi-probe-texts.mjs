// The texts of strerror(3), by running a program linked with each C library.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = `
#include <stdio.h>
#include <string.h>
int main(void) {
  for (int number = 0; number <= 133; number++) puts(strerror(number));
}
`;
const unknown = /^(Unknown error \d+|No error information)$/;

/** The texts of glibc and musl; a C library that has no compiler here is left out. */
export function errnoTexts() {
  const found = {};
  for (const [libc, command, ...flags] of [
    ['glibc', 'gcc'],
    ['musl', 'musl-gcc', '-static'],
  ]) {
    const texts = run(command, flags);
    if (texts) found[libc] = texts;
  }
  return found;
}

function run(command, flags) {
  const folder = mkdtempSync(join(tmpdir(), 'errno-texts-'));
  try {
    writeFileSync(join(folder, 'texts.c'), program);
    const compiler = spawnSync(command, [...flags, '-o', join(folder, 'texts'), join(folder, 'texts.c')], {
      encoding: 'utf8',
    });
    if (compiler.error?.code === 'ENOENT') return undefined;
    if (compiler.status !== 0) throw new Error(compiler.stderr);
    const output = spawnSync(join(folder, 'texts'), { encoding: 'utf8', env: {} }).stdout;
    return output
      .trimEnd()
      .split('\n')
      .map((text, number) => (number > 0 && unknown.test(text) ? '' : text));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
