import { isolation } from './isolation.js';

/** What a test program said, without what may differ between two runs of it. */
export function normalisedTap(stdout: string): string[] {
  return stdout
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .map((line) => (isolation === undefined ? line.replace(/ - .*/, (name) => name.replace(/\d+/g, 'N')) : line));
}

/** The failures in TAP: test lines that are not ok (TODO excepted), and a missing plan. */
export function failuresOf(stdout: string): string[] {
  const lines = stdout.split('\n');
  const failures = lines.filter((line) => /^\s*(not ok\b(?!.*# TODO)|Bail out!)/.test(line));
  if (!lines.some((line) => /^1\.\.\d+/.test(line))) failures.push('no plan');
  return failures;
}
