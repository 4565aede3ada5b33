// Whole programs: the examples of the documentation, those of examples/, and others in many styles, under real perl and under this project.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Outcome, runChild } from './support/child.js';
import { filesBelow } from './support/files.js';
import { isolated, isolation } from './support/isolation.js';
import { perlSysV, realPerl, root } from './support/perls.js';

const folders = ['t/perlfunc', 't/perlvar', 't/pages', 't/programs', 'examples'];
const programs = folders.flatMap((folder) => filesBelow(folder, '.pl'));
const perls = { 'real perl': realPerl, 'perl-sysv': perlSysV };
const each = isolation === undefined ? test : test.concurrent;

function run(perl: readonly string[], program: string): Promise<Outcome> {
  return runChild(isolated([...perl, program]), { cwd: root, limit: 20_000 });
}

/** A program with a .out beside it must print just that. */
function expectedOutput(program: string): string | undefined {
  const path = join(root, program.replace(/\.pl$/, '.out'));
  return existsSync(path) ? readFileSync(path, 'latin1') : undefined;
}

for (const [name, perl] of Object.entries(perls)) {
  describe.skipIf(perl === undefined)(name, () => {
    each.for(programs)('%s', { timeout: 25_000 }, async (program, { expect }) => {
      const outcome = await run(perl ?? [], program);
      expect(outcome).toMatchObject({ stderr: '', status: 0, timedOut: false });
      const output = expectedOutput(program);
      if (output !== undefined) expect(outcome.stdout).toBe(output);
    });
  });
}

test('every example has its output beside it', () => {
  expect(programs.filter((program) => expectedOutput(program) === undefined)).toEqual([]);
});

describe.skipIf(isolation === undefined)('leftovers', () => {
  each.for(programs)('%s removes what it creates', { timeout: 25_000 }, async (program, { expect }) => {
    const command = [...(realPerl ?? perlSysV), program].map((word) => `'${word}'`).join(' ');
    const script = `${command} >/dev/null; tail -q -n +2 /proc/sysvipc/*`;
    const { stdout } = await runChild(isolated(['sh', '-c', script]), { cwd: root });
    expect(stdout).toBe('');
  });
});
