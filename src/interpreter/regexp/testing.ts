/** For tests: answers of the real perl, and a stand-in for the running interpreter. */
import { spawnSync } from 'node:child_process';
import { setActive, type ActivePerl } from '../../runtime/active.js';

/** What a Perl program (which finds its input in $in) returns, through JSON. */
export function askPerl<T>(program: string, input: unknown): T {
  const code = `use JSON::PP; local $/; my $js = JSON::PP->new->ascii->allow_nonref->canonical;
    my $in = $js->decode(scalar <STDIN>); my $out = do { ${program} }; print $js->encode($out);`;
  const ascii = JSON.stringify(input).replace(
    /[\x7f-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const run = spawnSync('perl', ['-e', code], { input: ascii, maxBuffer: 1 << 28, timeout: 120_000 });
  if (run.status !== 0) throw new Error(`perl: ${run.stderr.toString()}`);
  return JSON.parse(run.stdout.toString()) as T;
}

/** What die throws in tests. */
export class TestDeath extends Error {}

/** An interpreter that collects warnings and throws what dies; nothing else is needed here. */
export function runWithoutInterpreter(): { warnings: string[] } {
  const warnings: string[] = [];
  const perl: Partial<ActivePerl> = {
    warns: () => true,
    warn: (_category, message) => void warnings.push(message),
    uninitialized: (op) => void warnings.push(`Use of uninitialized value in ${op}`),
    opText: String,
    die: (message) => {
      throw new TestDeath(message);
    },
  };
  setActive(perl as ActivePerl);
  return { warnings };
}
