import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exportNames } from '../../src/ipc-sysv/export-names.js';
import { runChild } from '../support/child.js';
import { isolated } from '../support/isolation.js';
import { realPerl, root } from '../support/perls.js';

const folder = mkdtempSync(join(tmpdir(), 'ipc-modules-'));
afterAll(() => rmSync(folder, { recursive: true }));

const program = join(root, 'test/embedding/ipc-modules.pl');
const ourPerl = join(root, 'src/ipc-sysv/perl');

describe('the Perl half of the IPC modules', () => {
  it.runIf(realPerl)('does in real perl what the distribution does', async () => {
    // Our native half has one sub more than the distribution's.
    writeFileSync(join(folder, 'Names.pm'), `sub IPC::SysV::_export_names { qw(${exportNames.join(' ')}) } 1;`);
    const [perl = 'perl'] = realPerl ?? [];
    const theirs = await runChild(isolated([perl, program]));
    const ours = await runChild(isolated([perl, `-I${folder}`, '-MNames', `-I${ourPerl}`, program]));
    expect(theirs.stderr).toBe('');
    expect(theirs.stdout.split('\n').length).toBeGreaterThan(500);
    expect(ours).toEqual(theirs);
  });
});
