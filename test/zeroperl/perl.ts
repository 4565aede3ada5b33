import { join } from 'node:path';
import { type Outcome, runChild } from '../support/child.js';
import { isolated } from '../support/isolation.js';
import { root } from '../support/perls.js';

const here = join(root, 'test/zeroperl');
/** What is tested. */
export const dist = join(root, process.env['DIST'] ?? 'dist');
/** A Test::More that does without dup and POSIX. */
export const env = { ...process.env, ZEROPERL_INCLUDE: `${join(here, 'lib')}:${join(root, 't/lib')}` };
/** Without the optimizing compiler, which would work for seconds at each start. */
export const node = [process.execPath, '--no-warnings', '--liftoff-only'];
/** The command, as one would write `perl`. */
export const zeroPerl = [...node, join(here, 'run.mjs'), dist];

/** Runs it in an IPC namespace of its own. */
export function run(...args: string[]): Promise<Outcome> {
  return runChild(isolated([...zeroPerl, ...args]), { cwd: root, env, limit: 60_000 });
}
