// Two programs in one process pass messages through a queue and a semaphore while the event loop turns.
import { type Value, ValueHost } from '../../src/hosts/value-host.js';
import { createPatientSysV, eventLoopPatience } from '../../src/index.js';

const scalar = (value?: Value['value']): Value => ({ value });
const [server, client] = [new ValueHost(), new ValueHost()];
const perl = createPatientSysV(server);
const other = createPatientSysV(client);
const queue = scalar(perl.msgget(scalar(0), scalar(0o600)) as number);
const semaphore = scalar(perl.semget(scalar(0), scalar(1), scalar(0o600)) as number);

let turns = 0;
const clock = setInterval(() => turns++, 1);

async function serve(): Promise<void> {
  const request = scalar();
  for (let round = 0; round < 50; round++) {
    await perl.msgrcv(queue, request, scalar(100), scalar(1), scalar(0));
    await perl.msgsnd(queue, scalar(`\x02\0\0\0\0\0\0\0got ${String(request.value).slice(8)}`), scalar(0));
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  await perl.semop(semaphore, scalar('\0\0\x01\0\0\0'));
}

async function ask(): Promise<void> {
  const answer = scalar();
  for (let round = 0; round < 50; round++) {
    await other.msgsnd(queue, scalar(`\x01\0\0\0\0\0\0\0round ${round}`), scalar(0));
    await other.msgrcv(queue, answer, scalar(100), scalar(2), scalar(0));
  }
  console.log(String(answer.value).slice(8), await other.semop(semaphore, scalar('\0\0\xff\xff\0\0')), client.errno);
}

await Promise.all([serve(), ask()]);
const hurried = createPatientSysV(client, eventLoopPatience(AbortSignal.timeout(20)));
console.log(await hurried.semop(semaphore, scalar('\0\0\xff\xff\0\0')), client.errno, turns > 2);
const receiving = other.msgrcv(queue, scalar(), scalar(100), scalar(0), scalar(0));
perl.msgctl(queue, scalar(0), scalar(0));
console.log(await receiving, client.errno);
perl.semctl(semaphore, scalar(0), scalar(0), scalar(0));
clearInterval(clock);
