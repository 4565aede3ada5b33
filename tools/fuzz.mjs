// Random cases under real perl and under this project, compared line by line: npm run fuzz [-- CASES [SEED]].
// A run that differs is made smaller: the fewest calls that still differ are printed.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const ours = process.env.PERL_SYSV ?? join(root, 'bin/perl-sysv');
const isolated = spawnSync('unshare', ['--ipc', 'true']).status === 0 ? ['unshare', '--ipc'] : [];
/** The generators and their share of the cases. */
const programs = [
  ['t/fuzz/calls.pl', 0.6],
  ['t/fuzz/modules.pl', 0.2],
  ['t/fuzz/numbers.pl', 0.2],
];
const CASES_A_RUN = 500;

function output(perl, program, seed, count, only) {
  const [command, ...args] = [...isolated, perl, program, String(seed), String(count)];
  const env = { ...process.env, ...(only === undefined ? {} : { FUZZ_ONLY: only.join(',') }) };
  const run = spawnSync(command, args, {
    cwd: root,
    env,
    encoding: 'latin1',
    timeout: 120_000,
    killSignal: 'SIGKILL',
    maxBuffer: 2 ** 28,
  });
  return [...run.stdout.split('\n'), `stderr: ${run.stderr}`, `status: ${run.status} ${run.signal ?? ''}`];
}

/** Where two runs part: the lines around it and the number of the call, or null. */
function difference(program, seed, count, only) {
  const real = output('perl', program, seed, count, only);
  const mine = output(ours, program, seed, count, only);
  const at = real.findIndex((line, i) => line !== mine[i]);
  if (at < 0) return null;
  let start = at;
  while (start > 0 && !/^\d+ /.test(real[start])) start--;
  const show = (lines) => lines.slice(start, at + 3).join('\n');
  return {
    call: Number(/^\d+/.exec(real[start])?.[0] ?? count),
    text: `real perl:\n${show(real)}\nours:\n${show(mine)}`,
  };
}

/** Fewer calls that still differ, by leaving out ever smaller parts. */
export function shrink(calls, fails) {
  let kept = calls;
  for (let part = Math.ceil(kept.length / 2); part >= 1; part = part === 1 ? 0 : Math.ceil(part / 2)) {
    for (let from = 0; from < kept.length; ) {
      const fewer = [...kept.slice(0, from), ...kept.slice(from + part)];
      if (fewer.length > 0 && fails(fewer)) kept = fewer;
      else from += part;
    }
  }
  return kept;
}

function check(program, seed, count) {
  const found = difference(program, seed, count);
  if (found === null) return true;
  const all = Array.from({ length: found.call }, (_, i) => i + 1);
  const fewest = shrink(all, (only) => difference(program, seed, count, only) !== null);
  const smallest = difference(program, seed, count, fewest) ?? found;
  console.log(
    `${program}, seed ${seed}: differs; smallest case FUZZ_ONLY=${fewest.join(',')} ${program} ${seed} ${count}\n${smallest.text}`,
  );
  return false;
}

function main() {
  const cases = Number(process.argv[2] ?? 5000);
  let seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
  let made = 0;
  let failed = 0;
  for (const [program, share] of programs) {
    for (let left = Math.ceil(cases * share); left > 0; left -= CASES_A_RUN) {
      const count = Math.min(left, CASES_A_RUN);
      if (!check(program, seed, count)) failed++;
      made += count;
      seed++;
    }
  }
  console.log(
    `${made} random cases, the last seed was ${seed - 1}: ${failed === 0 ? 'no difference' : `${failed} runs differ`}`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
