import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The command of this project, or another one named by PERL_SYSV. */
export const perlSysV: readonly string[] = [process.env['PERL_SYSV'] ?? join(root, 'bin/perl-sysv')];

/** Real perl with IPC::SysV and Test::More, the judge; undefined on a machine without. */
export const realPerl: readonly string[] | undefined = findPerl();

function findPerl(): string[] | undefined {
  const perl = process.env['PERL'] ?? 'perl';
  const check = spawnSync(perl, ['-MIPC::SysV', '-MTest::More', '-e', 'print $]'], { encoding: 'utf8' });
  if (check.status === 0) return [perl];
  process.stderr.write('no perl with IPC::SysV here: programs run without being compared with real perl\n');
  return undefined;
}
