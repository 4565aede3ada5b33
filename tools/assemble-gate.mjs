// Makes src/libc/gate/code.ts of the assembler sources beside it.
//   node tools/assemble-gate.mjs            compares; exit status 1 on a difference
//   node tools/assemble-gate.mjs --write    writes it anew (needs the assemblers of both architectures)
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../src/libc/gate/', import.meta.url));
const table = join(folder, 'code.ts');

/** Architectures in Node's spelling, and what the names of their tools begin with. */
const prefixes = { x64: 'x86_64-linux-gnu-', arm64: 'aarch64-linux-gnu-' };

/** Bytes and entries of an architecture's source; undefined without its assembler. */
export function assemble(architecture) {
  const prefix = prefixes[architecture];
  const scratch = mkdtempSync(join(tmpdir(), 'gate-'));
  const run = (tool, ...args) => spawnSync(prefix + tool, args, { cwd: scratch, encoding: 'utf8' });
  try {
    const step = run('as', '-o', 'gate.o', join(folder, `${architecture}.s`));
    if (step.error) return undefined;
    if (step.status !== 0) throw new Error(step.stderr);
    run('objcopy', '-O', 'binary', '-j', '.text', 'gate.o', 'gate.bin');
    const symbols = [...run('nm', 'gate.o').stdout.matchAll(/^([0-9a-f]+) [Tt] (\w+)$/gm)];
    const entries = Object.fromEntries(symbols.map(([, offset, name]) => [name, Number.parseInt(offset, 16)]));
    return { bytes: readFileSync(join(scratch, 'gate.bin')), entries };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** The text of code.ts. */
function render(found) {
  const rows = Object.entries(found).map(([architecture, { bytes, entries }]) => {
    const lines = bytes
      .toString('hex')
      .match(/.{1,96}/g)
      .map((line) => `      '${line}',\n`);
    const { enter, exact, kept, box } = entries;
    return `  ${architecture}: {
    enter: ${enter},
    exact: ${exact},
    kept: ${kept},
    box: ${box},
    bytes: [
${lines.join('')}    ].join(''),
  },
`;
  });
  return `/** Made by tools/assemble-gate.mjs of x64.s and arm64.s. */
export interface GateCode {
  /** Where the three functions begin, and where the address of the box has to be put. */
  readonly enter: number;
  readonly exact: number;
  readonly kept: number;
  readonly box: number;
  /** In hexadecimal. */
  readonly bytes: string;
}

/** By architecture, in Node's spelling. */
export const gateCode: Readonly<Record<string, GateCode>> = {
${rows.join('')}};
`;
}

/** Whether code.ts is what the assemblers say; undefined if not both are here. */
export function isFresh() {
  const found = Object.fromEntries(Object.keys(prefixes).map((name) => [name, assemble(name)]));
  if (Object.values(found).includes(undefined)) return undefined;
  if (process.argv.includes('--write')) writeFileSync(table, render(found));
  return readFileSync(table, 'utf8') === render(found);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const fresh = isFresh();
  console.log(fresh === undefined ? 'not both assemblers are here' : fresh ? 'code.ts is fresh' : 'code.ts is stale');
  process.exitCode = fresh === false ? 1 : 0;
}
