// Runs what docs/embedding.md shows under several JavaScript runtimes and prints its table of what works where.
//
//   node tools/test-runtimes.mjs NODE BUN ...      the paths of their programs; build first
//
// Each row is a program with what it must print, in an IPC namespace of its own where that is possible.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const namespace = spawnSync('unshare', ['--ipc', 'true']).status === 0 ? ['unshare', '--ipc'] : [];
const at = (path) => join(root, path);
const shown = (path) => readFileSync(at(path), 'utf8');
const dist = at('dist');

/** What runs, and what it prints: the whole text, or a pattern. */
const rows = [
  ['the small host', ['examples/embedding/small-host.mjs'], shown('examples/embedding/small-host.out')],
  [
    'the host in TypeScript, as it is',
    ['examples/embedding/typed-host.mts'],
    shown('examples/embedding/typed-host.out'),
  ],
  [
    'the interpreter as a library',
    ['examples/embedding/interpreter.mjs'],
    /^hello world\nbye\nstatus 3\ntotal 42\nFROM PERL\n/,
  ],
  [
    'the kernel in memory, no koffi',
    ['test/embedding/other-platform.mjs', dist, 'darwin', 'arm64'],
    /^builtins 0 [^]*attached 3,4/,
  ],
  ['zeroperl', ['examples/embedding/zeroperl.mjs'], shown('examples/embedding/zeroperl.out')],
  [
    'two zeroperls that wait for each other',
    ['test/zeroperl/two-guests.mjs', dist],
    /the event loop went on\n0 left\n$/,
  ],
  ['`runZeroPerl`, seven programs', ['test/zeroperl/guards.mjs', dist], /left: shm 0, sem 0, msg 0\n$/],
  ['the command: [the tour](../examples/tour.pl)', ['bin/perl-sysv', 'examples/tour.pl'], shown('examples/tour.out')],
];

function verdict(runtime, [, words, expected]) {
  const flags =
    words[0].startsWith('bin/') && !/bun$/.test(runtime)
      ? ['--single-threaded', '--v8-pool-size=1', '--stack-size=4000']
      : [];
  const command = [...namespace, runtime, ...flags, ...words.map((word, index) => (index === 0 ? at(word) : word))];
  const { stdout } = spawnSync(command[0], command.slice(1), { cwd: root, encoding: 'utf8', timeout: 60_000 });
  return (typeof expected === 'string' ? stdout === expected : expected.test(stdout)) ? 'works' : 'no';
}

const runtimes = process.argv.slice(2).length > 0 ? process.argv.slice(2) : [process.execPath];
const names = runtimes.map((runtime) => {
  const version = spawnSync(runtime, ['--version'], { encoding: 'utf8' }).stdout.trim();
  return version.startsWith('v') ? `Node ${version.slice(1)}` : `Bun ${version}`;
});
console.log(`| | ${names.join(' | ')} |\n|---|${'---|'.repeat(names.length)}`);
for (const row of rows) console.log(`| ${row[0]} | ${runtimes.map((runtime) => verdict(runtime, row)).join(' | ')} |`);
