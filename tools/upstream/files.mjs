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

/** Of t/op, what programs that use System V IPC need. */
const operators = `
  aassign append args arith2 array auto bop chop chr closure concat2 cond context defined delete die die_except die_exit die_keeperr
  die_unwind do each each_array eval exists_sub exp grep hash hashassign hashwarn heredoc inc index int join lc length list local
  localref loopctl lop method my mydef negate not numconvert numify oct or ord pack pow push quotemeta range ref repeat reverse
  sort splice split sprintf sprintf2 sub substr tie tie_fetch_count tiearray tiehandle tiehash time undef unshift upgrade vec
  wantarray
`
  .trim()
  .split(/\s+/);

export function coreFiles(tree) {
  const tests = (folder) => readdirSync(join(tree, 't', folder)).filter((name) => name.endsWith('.t'));
  const names = [
    ...tests('base').map((name) => `base/${name}`),
    ...tests('cmd').map((name) => `cmd/${name}`),
    ...tests('op')
      .filter((name) => operators.includes(name.slice(0, -2)))
      .map((name) => `op/${name}`),
  ];
  return names.map((file) => ({ name: `t/${file}`, folder: 't', file, env: { PERL_CORE: '1' } }));
}
