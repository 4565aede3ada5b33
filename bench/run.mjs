// Times real perl and this project in turn, question by question, in the same run, and writes results.md.
//   node bench/run.mjs [--rounds=N] [--quick] [WORD ...]     WORDs choose questions whose names contain one of them
// The command is bin/perl-sysv, or what the variable PERL_SYSV names; perl is the first in PATH, or what PERL names.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, release } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { questions } from './questions.mjs';
import { cLoop, peer } from './limits.mjs';
import { geometricMean, median, ratios } from './statistics.mjs';
import { render } from './render.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const perl = process.env.PERL ?? 'perl';
const ours = process.env.PERL_SYSV ?? join(here, '../bin/perl-sysv');
const options = process.argv.slice(2);
const words = options.filter((option) => !option.startsWith('--'));
const rounds = Number(options.find((option) => option.startsWith('--rounds='))?.slice(9) ?? 5);

/** An IPC namespace of its own where the system allows it: nothing leaks, and nobody else's objects are in the way. */
const namespace = spawnSync('unshare', ['--ipc', 'true']).status === 0 ? ['unshare', '--ipc'] : [];

function run(command, args, env = {}) {
  const [file, ...rest] = [...namespace, command, ...args];
  const { status, stdout, stderr } = spawnSync(file, rest, {
    encoding: 'utf8',
    timeout: 120_000,
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Nanoseconds of one iteration: what the file itself has measured. */
const inside = (command, args, env) => median(run(command, args, env).trim().split('\n').map(Number));

/** How often a program is started for one measurement: the clock of processor time ticks every 10 ms only. */
const STARTS = 20;

/** Nanoseconds of the whole process: of processor time, or by the clock on the wall. */
const outside = (clock) => (command, args) => {
  const code = `use Time::HiRes "time";my($n,@c)=@ARGV;my$t=time;for(1..$n){system{$c[0]}@c}$t=time-$t;
    my(undef,undef,$u,$s)=times;print STDERR 1e9*(${clock === 'wall' ? '$t' : '($u+$s)'})/$n`;
  const { stderr } = spawnSync(perl, ['-e', code, String(STARTS), command, ...args], { encoding: 'utf8' });
  return Number(stderr.split('\n').at(-1));
};

function measure({ file, args = [], kind = 'inside', env }) {
  const path = join(here, file);
  const take = kind === 'inside' ? inside : outside(kind);
  const pairs = [];
  for (let round = 0; round < rounds; round++) {
    // In turn, and each first half of the time: what slows the machine down meets both.
    const order = round % 2 === 0 ? [perl, ours] : [ours, perl];
    const times = new Map(
      order.map((command) => [command, take(command, [path, ...args], command === ours ? env : {})]),
    );
    pairs.push({ perl: times.get(perl), ours: times.get(ours) });
  }
  return pairs;
}

const chosen = questions.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const rows = [];
for (const question of chosen) {
  const row = { ...question, ...ratios(measure(question)) };
  if (words.length === 0 && question.limit) row.c = cLoop(question.limit);
  rows.push(row);
  console.log(
    `${row.name.padEnd(28)} ${row.ratio.toFixed(2).padStart(7)}  (${row.low.toFixed(2)} to ${row.high.toFixed(2)})`,
  );
}
const loops = rows.filter(({ group }) => group === 'loops').map(({ ratio }) => ratio);
if (loops.length > 0) console.log(`geometric mean of the loops: ${geometricMean(loops).toFixed(2)}`);

if (words.length === 0) {
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} processors, Linux ${release()}`;
  const versions = `node ${process.version}, perl ${run(perl, ['-e', 'print $^V'])}`;
  writeFileSync(
    join(here, 'results.md'),
    render({
      date: new Date().toISOString().slice(0, 10),
      machine,
      versions,
      rounds,
      rows,
      loops: geometricMean(loops),
      peer: peer(),
    }),
  );
}
