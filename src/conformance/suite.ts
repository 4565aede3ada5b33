/** The test programs of the suite: what each is about, which page describes that, and how many tests it has. */

/** How a subject is grouped in a report. */
export type SubjectKind = 'builtin' | 'module' | 'variable' | 'operands';

/** One test program. */
export interface SuiteFile {
  /** Relative to the package. */
  readonly file: string;
  /** What its tests are counted for. */
  readonly subject: string;
  /** The subject's group. */
  readonly kind: SubjectKind;
  /** The page that describes the subject, relative to the package. */
  readonly page: string;
  /** How many tests real perl runs; what a program that stops early has not run is counted by it. */
  readonly tests: number;
}

/** The eleven, in the order of their families. */
export const builtinNames = [
  'shmget',
  'shmctl',
  'shmread',
  'shmwrite',
  'semget',
  'semctl',
  'semop',
  'msgget',
  'msgctl',
  'msgsnd',
  'msgrcv',
] as const;

const tests: Readonly<Record<(typeof builtinNames)[number], number>> = {
  shmget: 72,
  shmctl: 81,
  shmread: 125,
  shmwrite: 61,
  semget: 29,
  semctl: 89,
  semop: 67,
  msgget: 19,
  msgctl: 39,
  msgsnd: 48,
  msgrcv: 67,
};

const module = (subject: string, file: string, size: number, page = subject.replace(/::/g, '-')): SuiteFile => ({
  file,
  subject,
  kind: 'module',
  page: `docs/modules/${page}.md`,
  tests: size,
});

const operands = (name: string, size: number): SuiteFile => ({
  file: `t/arguments/${name}.t`,
  subject: 'operands',
  kind: 'operands',
  page: 'docs/perlfunc/index.md',
  tests: size,
});

const variable = (subject: string, name: string, size: number): SuiteFile => ({
  file: `t/errno/${name}.t`,
  subject,
  kind: 'variable',
  page: 'docs/perlvar.md',
  tests: size,
});

/** Every test program, in the order in which they run. */
export const suite: readonly SuiteFile[] = [
  ...builtinNames.map(
    (name): SuiteFile => ({
      file: `t/builtins/${name}.t`,
      subject: name,
      kind: 'builtin',
      page: `docs/perlfunc/${name}.md`,
      tests: tests[name],
    }),
  ),
  operands('calls', 57),
  operands('numbers', 150),
  operands('operands', 52),
  operands('order', 30),
  operands('output', 319),
  operands('results', 21),
  operands('used-again', 37),
  operands('warnings', 108),
  operands('wide-characters', 59),
  variable('$!', 'variable', 92),
  variable('$!', 'texts', 269),
  variable('$?', 'exit-status', 27),
  variable('%!', 'hash', 35),
  module('Errno', 't/errno/names.t', 270),
  module('IPC::SysV', 't/ipc-sysv/constants.t', 161),
  module('IPC::SysV', 't/ipc-sysv/import.t', 20),
  module('IPC::SysV', 't/ipc-sysv/redefined.t', 5),
  module('IPC::SysV', 't/ipc-sysv/ftok.t', 41),
  module('IPC::SysV', 't/ipc-sysv/attach.t', 75),
  module('IPC::SharedMem', 't/modules/sharedmem.t', 71),
  module('IPC::Semaphore', 't/modules/semaphore.t', 56),
  module('IPC::Msg', 't/modules/msg.t', 48),
  module('stat objects', 't/modules/stat.t', 93, 'IPC-SysV'),
];
