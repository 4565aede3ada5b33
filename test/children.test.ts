/** What a forked child costs: how many pages it has to fetch or copy before it has done anything. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { execFileSync } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = mkdtempSync(`${tmpdir()}/children-`);
afterAll(() => rmSync(cache, { recursive: true, force: true }));

/** Page faults of the first child, and of each of 40 later ones (proc_pid_stat(5), cminflt). */
const program = `
  sub children { for (1 .. $_[0]) { my $pid = fork // die; exit 3 if $pid == 0; waitpid $pid, 0 } }
  sub faults { open my $stat, '<', '/proc/self/stat' or die; return (split ' ', (<$stat> =~ s/.*\\) //sr))[8] }
  children(1);
  my $first = faults();
  children(10);
  my $before = faults();
  children(40);
  print join ' ', $first, (faults() - $before) / 40;
`;

function faults(): number[] {
  const env = { ...process.env, XDG_CACHE_HOME: cache };
  return execFileSync(`${root}bin/perl-sysv`, ['-e', program], { encoding: 'utf8', env }).split(' ').map(Number);
}

// Without it (process/rehearse.ts), later children took as many as the first.
test('what children do at their beginning and end has been rehearsed by their parent', { timeout: 60_000 }, () => {
  faults();
  faults();
  const [first = 0, later = 0] = faults();
  expect(later).toBeLessThan(0.9 * first);
});

/** How many of V8's pages lie scattered over the address space, at first and after many forks. */
const manyForks = `
  sub scattered { open my $maps, '<', '/proc/self/maps' or die; return scalar grep { /^[1-3]?[0-9a-f]{11}-.* rw-p / } <$maps> }
  my $before = scattered();
  for (1 .. 151) { my $pid = fork // die; exit 3 if $pid == 0; waitpid $pid, 0 }
  print join ' ', $before, scattered();
`;

test.runIf(process.arch === 'x64')('a program that forks much moves its memory together', { timeout: 60_000 }, () => {
  const [before = 0, after = 0] = execFileSync(`${root}bin/perl-sysv`, ['-e', manyForks], { encoding: 'utf8' })
    .split(' ')
    .map(Number);
  expect(after).toBeLessThan(0.6 * before);
});
