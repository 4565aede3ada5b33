// npm run stress: many processes for a long time. Options: --node PATH (may be repeated) runs the command with another
// Node; words select programs; --perl includes the runs in which only real perl takes part.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runChild } from '../../dist/conformance/child.js';
import { isolated } from '../../dist/conformance/isolation.js';
import { answerTo, questions, runsOf } from './questions.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const options = { node: { type: 'string', multiple: true, default: [process.execPath] }, perl: { type: 'boolean' } };
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const limit = 900_000;

const perls = {
  'perl-sysv': [process.env.PERL_SYSV ?? join(root, 'bin/perl-sysv')],
  'real perl': existsSync('/usr/bin/perl') ? [process.env.PERL ?? 'perl'] : undefined,
};

const environment = (node) => ({ ...process.env, PATH: `${dirname(node)}:${process.env.PATH}`, STRESS_VERBOSE: '1' });

/** One run with the large count: whether the answer was right. */
async function ask(question, { name, perl, other }, node) {
  const program = join(root, 'test/stress/programs', question.program);
  const command = isolated([...perl, program, String(question.many), ...other]);
  const start = performance.now();
  const { stdout, stderr, status, timedOut } = await runChild(command, { cwd: root, limit, env: environment(node) });
  const right = stdout === answerTo(question, question.many) && status === 0;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${right ? 'ok' : 'NOT OK'}  ${question.program} (${name}), ${seconds} s${timedOut ? ', timed out' : ''}`,
  );
  for (const line of `${stdout}${stderr}`.split('\n')) if (line !== '') console.log(`      ${line}`);
  return right;
}

let wrong = 0;
for (const node of values.node) {
  const { stdout } = await runChild([node, '--version']);
  console.log(`Node ${stdout.trim()}`);
  for (const question of questions) {
    if (positionals.length > 0 && !positionals.some((word) => question.program.startsWith(word))) continue;
    const runs = runsOf(question, perls).filter(({ name }) => values.perl || name.includes('perl-sysv'));
    for (const run of runs) if (!(await ask(question, run, node))) wrong++;
  }
}
console.log(wrong === 0 ? 'all right' : `${wrong} wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
