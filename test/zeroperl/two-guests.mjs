// Two guests in one process wait for each other without stopping the event loop: two-guests.mjs DIST
import { readFileSync } from 'node:fs';
import * as zeroperl from '@6over3/zeroperl-ts';

const { createZeroPerl } = await import(`${process.argv[2]}/hosts/zeroperl/index.js`);
const settings = { wait: true, linuxErrno: true, stdout: (text) => process.stdout.write(text) };
const server = await createZeroPerl(zeroperl, settings);
const client = await createZeroPerl(zeroperl, settings);

async function run({ perl }, code) {
  const { success } = await perl.eval(code);
  perl.flush();
  if (!success) console.log(perl.getLastError());
}

let turns = 0;
const count = () => {
  turns++;
  turning = setImmediate(count);
};
let turning = setImmediate(count);
await Promise.all([
  run(
    server,
    `
    my $q = msgget(77, 01600) // die "msgget: $!";
    for (1 .. 50) { msgrcv($q, my $m, 100, 1, 0) or die $!; msgsnd($q, pack('l! a*', 2, 'got ' . substr $m, 4), 0) }`,
  ),
  run(
    client,
    `
    my ($q, $m) = msgget(77, 01600) // die "msgget: $!";
    for (1 .. 50) { msgsnd($q, pack('l! a*', 1, "round $_"), 0); msgrcv($q, $m, 100, 2, 0) or die $! }
    print substr($m, 4), "\\n";
    msgctl($q, 0, 0);
    print defined msgget(77, 0) ? 'there' : 'gone', ' ', $! + 0, " $!\\n";
    shmget(0, 10, 0600);`,
  ),
]);
clearImmediate(turning);
console.log(turns > 5 ? 'the event loop went on' : 'the event loop stood still');
client.removeObjects();
server.removeObjects();
console.log(readFileSync('/proc/sysvipc/shm', 'utf8').trim().split('\n').length - 1, 'left');
