// What the runner's guards allow and remove: guards.mjs DIST
import { readFileSync } from 'node:fs';

const { runZeroPerl } = await import(`${process.argv[2]}/hosts/zeroperl/index.js`);
const left = (...kinds) =>
  kinds
    .map((kind) => `${kind} ${readFileSync(`/proc/sysvipc/${kind}`, 'utf8').trim().split('\n').length - 1}`)
    .join(', ');
const run = (program, options = {}) => {
  const status = runZeroPerl({ args: ['-e', program], linuxErrno: true, ...options });
  console.log(`status ${status}, left: ${left('shm', 'sem', 'msg')}`);
};

const make = 'shmget($_, 10, 01600), semget($_, 2, 01600), msgget($_, 01600) for 0, 0x70; ';
run(`${make} die "in the middle\\n"`, { removeObjects: true, stderr: 1 });
run(`shmget(0x71, 10, 01600); msgget(0x71, 01600)`);
// What was there before stays.
run(`${make} shmget(0x71, 0, 0); msgget(0x71, 0)`, { removeObjects: true });
const look = `
  for my $key (0x71, 0x72) {
      for ([ shmget => shmget($key, 10, 01600) ], [ semget => semget($key, 1, 01600) ], [ msgget => msgget($key, 01600) ]) {
          printf "%s(0x%x): %s\\n", $_->[0], $key, defined $_->[1] ? 'allowed' : "$!";
      }
  }
  print 'an id that was not got: ', shmread(0, my $data, 0, 1) || $!, "\\n";
  print 'a private object: ', defined semget(0, 1, 0600) ? 'allowed' : "$!", "\\n";`;
run(look, { allowKeys: [0x72], removeObjects: true });
run(look, { allowKeys: (key) => key === 0x71, removeObjects: true });
run(`shmctl(shmget(0x71, 0, 0), 0, 0); msgctl(msgget(0x71, 0), 0, 0)`);
