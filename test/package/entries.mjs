// Uses every entry of the installed package.
import { builtinTable, createPatientSysV, createSysV, errnoText } from 'perl-sysv-ipc';
import { conformance } from 'perl-sysv-ipc/conformance';
import { Perl } from 'perl-sysv-ipc/interpreter';
import { createIpcSysV, exportNames } from 'perl-sysv-ipc/ipc-sysv';
import { MemoryKernel } from 'perl-sysv-ipc/kernel-memory';
import { diagnostics } from 'perl-sysv-ipc/runtime';
import { createZeroPerl, guardKernel, runZeroPerl } from 'perl-sysv-ipc/zeroperl';

const functions = [createPatientSysV, createIpcSysV, createSysV, createZeroPerl, runZeroPerl, guardKernel, conformance];
console.log(
  functions.every((value) => typeof value === 'function'),
  Object.keys(builtinTable).length,
);
console.log(errnoText(22), exportNames.length, diagnostics.readOnly);
const perl = new Perl({ kernel: new MemoryKernel(), env: {} });
console.log(
  perl.eval(
    'use IPC::SysV qw(IPC_PRIVATE); my $id = shmget(IPC_PRIVATE, 10, 0600); shmwrite($id, "yes", 0, 3); shmread($id, my $d, 0, 3); $d',
  ),
);
