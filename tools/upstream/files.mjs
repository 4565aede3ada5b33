// Which of Perl's own tests concern this project.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The System V files: those of perl itself run in t/, those of the distribution in its own folder. */
export function ipcFiles() {
  const core = ['shm', 'sem', 'semctl', 'msg'].map((name) => ({
    name: `t/io/${name}.t`,
    folder: 't',
    file: `io/${name}.t`,
    env: { PERL_CORE: '1' },
  }));
  const distribution = ['ipcsysv', 'msg', 'sem', 'shm'].map((name) => ({
    name: `cpan/IPC-SysV/t/${name}.t`,
    folder: 'cpan/IPC-SysV',
    file: `t/${name}.t`,
    env: {},
  }));
  return [...core, ...distribution];
}

/** Of t/op, what programs that use System V IPC need; a star stands for any ending. */
const operators = `
  args arith* auto bop chop chr closure cond delete die* each* eval grep hash* heredoc inc index join lc list local* method
  numconvert oct ord pack push range ref repeat reverse sort splice split* smartmatch sprintf* sub sub_lval substr switch tie* time undef vec wantarray write
`
  .trim()
  .split(/\s+/)
  .map((name) => new RegExp(`^${name.replace('*', '.*')}$`));

export function coreFiles(tree) {
  const tests = (folder) => readdirSync(join(tree, 't', folder)).filter((name) => name.endsWith('.t'));
  const names = [
    ...tests('base').map((name) => `base/${name}`),
    ...tests('cmd').map((name) => `cmd/${name}`),
    ...tests('op')
      .filter((name) => operators.some((operator) => operator.test(name.slice(0, -2))))
      .map((name) => `op/${name}`),
  ];
  return names.map((file) => ({ name: `t/${file}`, folder: 't', file, env: { PERL_CORE: '1' } }));
}
