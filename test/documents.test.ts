// The examples of the source documents, which say that shmget returns -1, do the same when it does.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { type Outcome, runChild } from './support/child.js';
import { filesBelow } from './support/files.js';
import { isolated, isolation } from './support/isolation.js';
import { perlSysV, root } from './support/perls.js';

const [command = ''] = perlSysV;

function run(...args: string[]): Promise<Outcome> {
  return runChild(isolated([command, ...args]), { cwd: root });
}

/** Most examples take the id 0, which a fresh namespace gives first, for a failure: they run with it taken. */
function runAfterFirstSegment(...args: string[]): Promise<Outcome> {
  const quoted = [command, ...args].map((arg) => `'${arg}'`).join(' ');
  return runChild(isolated(['sh', '-c', `ipcmk -M 1 >/dev/null && exec ${quoted}`]), { cwd: root });
}

const hasIpcmk = spawnSync('ipcmk', ['--version']).status === 0;
const minusOne = '--failed-get=-1';

describe.skipIf(isolation === undefined || !hasIpcmk)('examples of the source documents', () => {
  test.for(filesBelow('t/documents', '.pl'))('%s does the same with and without -1', async (file) => {
    expect(await runAfterFirstSegment(minusOne, file)).toEqual(await runAfterFirstSegment(file));
  });

  test('without a segment the lookup by key fails with its errno', async () => {
    const { status, stderr } = await runAfterFirstSegment(minusOne, 't/documents/001/well-known-key.pl');
    expect(stderr).toMatch(/^shmget: No such file or directory at \S+ line 2\.\n$/);
    expect(status).toBe(2);
  });
});

describe(minusOne, () => {
  const failing = ['shmget(-99, 1, 0)', 'semget(-99, 1, 0)', 'msgget(-99, 0)'];

  test.for(failing)('%s is -1, defined and false', async (call) => {
    const program = `my $id = ${call}; print join ' ', $id == -1 ? 1 : 0, defined $id ? 1 : 0, $id ? 1 : 0, $! + 0`;
    expect((await run(minusOne, '-e', program)).stdout).toBe('1 1 0 2');
  });

  test.for(failing)('%s is undef without the switch', async (call) => {
    const program = `my $id = ${call}; print defined $id ? 1 : 0, $! + 0`;
    expect((await run('-e', program)).stdout).toBe('02');
  });

  test('the check of source document 000 sees a failure', async () => {
    const program = 'my $id = shmget(-99, 0, 0); if ($id == -1) { die "shmget failed: $!" }';
    const { status, stderr } = await run(minusOne, '-e', program);
    expect(stderr).toBe('shmget failed: No such file or directory at -e line 1.\n');
    expect(status).toBe(2);
  });
});
