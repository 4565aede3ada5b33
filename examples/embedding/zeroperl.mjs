// Real perl in WebAssembly with System V IPC: npm install perl-sysv-ipc @6over3/zeroperl-ts
import * as zeroperl from '@6over3/zeroperl-ts';
import { createZeroPerl } from 'perl-sysv-ipc/zeroperl';

const { perl, removeObjects } = await createZeroPerl(zeroperl, {
  linuxErrno: true, // $! in the kernel's numbers
  wait: true, // blocking calls let the event loop go on
  allowKeys: [0x1234], // other keys are EACCES, other objects do not exist
  stdout: (text) => process.stdout.write(text),
});

await perl.eval(`
  use IPC::SysV qw(IPC_PRIVATE IPC_CREAT);
  my $id = shmget(IPC_PRIVATE, 100, 0600);
  shmwrite($id, join('', map chr, 0 .. 99), 0, 100);
  shmread($id, my $bytes, 0, 100);
  print $bytes eq join('', map chr, 0 .. 99) ? "every byte is right\\n" : "wrong\\n";
  print defined shmget(0x9999, 1, IPC_CREAT | 0600) ? 'allowed' : $! + 0 . " $!", "\\n";
`);
perl.flush();
removeObjects(); // eval runs no END blocks
