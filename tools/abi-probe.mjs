// Asks C compilers for every number src/abi holds.
//   node tools/abi-probe.mjs            compares src/abi with each compiler found here; exit status 1 on a difference
//   node tools/abi-probe.mjs --write    writes src/abi anew (needs the compilers of all four platforms)
// A platform without a compiler here is reported and skipped. MUSL_AARCH64_INCLUDE may name musl's headers for aarch64.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { probe, platforms } from './abi-probe-compilers.mjs';
import { renderTables } from './abi-probe-render.mjs';

const abi = fileURLToPath(new URL('../src/abi/', import.meta.url));

/** All platforms: name to findings, or undefined where no compiler is here. */
export function probeAll() {
  return new Map(platforms.map((platform) => [platform.name, probe(platform)]));
}

function write(findings) {
  const absent = [...findings].filter(([, found]) => !found).map(([name]) => name);
  if (absent.length > 0) throw new Error(`no compiler for ${absent.join(', ')}`);
  for (const [file, text] of renderTables(findings)) writeFileSync(join(abi, file), text);
}

/** The files whose committed text is not what the compilers say; undefined if not all compilers are here. */
export function staleFiles(findings) {
  if ([...findings.values()].some((found) => !found)) return undefined;
  return [...renderTables(findings)]
    .filter(([file, text]) => readFileSync(join(abi, file), 'utf8') !== text)
    .map(([file]) => file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const findings = probeAll();
  for (const [name, found] of findings)
    console.log(`${name}: ${found ? `${found.constants.size} constants` : 'no compiler'}`);
  if (process.argv.includes('--write')) write(findings);
  const stale = staleFiles(findings);
  if (stale?.length) console.log(`stale: ${stale.join(' ')}`);
  process.exitCode = stale?.length ? 1 : 0;
}
