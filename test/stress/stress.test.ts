// Processes under load, with small counts; `npm run stress` asks the same with large ones.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runChild } from '../support/child.js';
import { isolated } from '../support/isolation.js';
import { perlSysV, realPerl, root } from '../support/perls.js';
import { answerTo, questions, runsOf } from './questions.mjs';

const limit = 60_000;
const perls = { 'perl-sysv': perlSysV, 'real perl': realPerl };

describe.each(questions)('$program', (question) => {
  test.each(runsOf(question, perls))('$name', { timeout: limit + 5000 }, async ({ perl, other }) => {
    const program = join(root, 'test/stress/programs', question.program);
    const operands = [String(question.few), ...(question.few_more ?? []), ...other];
    const outcome = await runChild(isolated([...perl, program, ...operands]), { cwd: root, limit });
    expect(outcome).toEqual({ stdout: answerTo(question, question.few), stderr: '', status: 0, timedOut: false });
  });
});
