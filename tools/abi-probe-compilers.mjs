// Runs tools/abi-probe.c through one compiler and reads its assembly.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const linuxHeaders = { x86_64: '/usr/include/x86_64-linux-gnu', aarch64: '/usr/aarch64-linux-gnu/include' };
const muslAarch64 = process.env.MUSL_AARCH64_INCLUDE ?? '/usr/include/aarch64-linux-musl';

/** The platforms src/abi knows, and how to compile for each. `after` names a folder searched after the system's own. */
export const platforms = [
  { name: 'x86_64-glibc', command: 'gcc', arguments: [] },
  { name: 'aarch64-glibc', command: 'aarch64-linux-gnu-gcc', arguments: [] },
  {
    name: 'x86_64-musl',
    command: 'musl-gcc',
    arguments: ['-idirafter', '/usr/include', '-idirafter', linuxHeaders.x86_64],
  },
  {
    name: 'aarch64-musl',
    command: 'aarch64-linux-gnu-gcc',
    arguments: ['-nostdinc', '-isystem', muslAarch64, '-idirafter', linuxHeaders.aarch64],
    needs: muslAarch64,
  },
];

/** The names file as [section, names] pairs, in its order. */
export function readNames(text = readFileSync(join(here, 'abi-probe-names.txt'), 'utf8')) {
  const sections = [];
  for (const line of text.split('\n')) {
    const heading = /^\[(.+)\]$/.exec(line)?.[1];
    if (heading) sections.push([heading, []]);
    else if (!line.startsWith('#')) sections.at(-1)?.[1].push(...line.split(' ').filter(Boolean));
  }
  return sections;
}

/** A name is asked for only where it is a macro (or one of the enumerations that glibc has no macros for). */
function header() {
  const lines = [];
  for (const [section, names] of readNames()) {
    const tag = /^struct (.+)/.exec(section)?.[1];
    if (tag) lines.push(`STRUCT(${tag})`, ...names.map((name) => `FIELD(${tag}, ${name})`));
    else for (const name of names) lines.push(`#ifdef ${name}\nCONSTANT(${name})\n#endif`);
  }
  return `${lines.join('\n')}\n`;
}

/** What one compiler says, or undefined if it is not here. */
export function probe(platform) {
  if (platform.needs && !existsSync(platform.needs)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'abi-probe-'));
  try {
    writeFileSync(join(folder, 'abi-probe-names.h'), header());
    const flags = [...platform.arguments, '-std=gnu11', '-S', '-o', '-', '-I', folder, join(here, 'abi-probe.c')];
    const run = spawnSync(platform.command, flags, { encoding: 'utf8', maxBuffer: 2 ** 26 });
    if (run.error?.code === 'ENOENT') return undefined;
    if (run.status !== 0) throw new Error(`${platform.command}: ${run.stderr}`);
    return parse(run.stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function parse(assembly) {
  const found = { constants: new Map(), structs: new Map(), types: new Map() };
  for (const [, line] of assembly.matchAll(/\.ascii "@ (.*)"/g)) {
    const [kind, name, ...rest] = line.split(' ');
    if (kind === 'constant') found.constants.set(name, Number(rest[0]) * 2 ** 32 + (Number(rest[1]) >>> 0));
    if (kind === 'type') found.types.set(name, Number(rest[0]));
    if (kind === 'struct') found.structs.set(name, { size: Number(rest[0]), fields: new Map() });
    if (kind === 'field') found.structs.get(name).fields.set(rest[0], rest.slice(1).map(Number));
  }
  return found;
}
