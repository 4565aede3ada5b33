// One end of exchange.pl without stopping the event loop: waiting.mjs DIST EXCHANGE.PL ask SHMID SEMID MSQID ROUNDS
import { readFileSync } from 'node:fs';
import * as zeroperl from '@6over3/zeroperl-ts';

const [, , dist, program, ...words] = process.argv;
const { createZeroPerl } = await import(`${dist}/hosts/zeroperl/index.js`);
const { perl } = await createZeroPerl(zeroperl, { wait: true, stdout: (text) => process.stdout.write(text) });
let turns = 0;
const count = () => {
  turns++;
  turning = setImmediate(count);
};
let turning = setImmediate(count);
const { success } = await perl.eval(`@ARGV = qw(${words.join(' ')});\n${readFileSync(program, 'utf8')}`);
clearImmediate(turning);
perl.flush();
if (!success) console.log(perl.getLastError());
console.log(turns > 5 ? 'the event loop went on' : 'the event loop stood still');
