/** A report as a table for people, and as TAP for test runners. */
import type { Counts, Report, Subject } from './report.js';
import type { SubjectKind } from './suite.js';

const titles: readonly (readonly [SubjectKind, string])[] = [
  ['builtin', 'Builtins'],
  ['operands', 'What all builtins have in common'],
  ['variable', 'Variables'],
  ['module', 'Modules'],
];

const columns = ['passed', 'failed', 'skipped', 'notRun'] as const;

/** Rounded down: 100 only if it is. */
export function percent(score: number): string {
  return `${(Math.floor(score * 10) / 10).toFixed(1)} %`;
}

function row(name: string, counts: Counts, last: string): string {
  const numbers = columns.map((column) => String(counts[column]).padStart(9));
  return `${name.padEnd(18)}${numbers.join('')}   ${last}`.trimEnd();
}

function heading({ perl, version, isolated }: Report): string {
  const where = isolated ? 'each program in an IPC namespace of its own' : 'without IPC namespaces';
  return `${perl}${version === '' ? '' : `, $] ${version}`}, ${where}`;
}

function failures(subjects: readonly Subject[]): string[] {
  return subjects.flatMap(({ failures: list }) =>
    list.map(({ file, test, page }) => `${file}: ${test}\n    see ${page}`),
  );
}

/** Counts by builtin and module, the score, and everything that failed with the page that describes it. */
export function asTable(report: Report): string {
  const lines = [heading(report), '', `${''.padEnd(18)}   passed   failed  skipped  not run`];
  for (const [kind, title] of titles) {
    const subjects = report.subjects.filter((subject) => subject.kind === kind);
    if (subjects.length === 0) continue;
    lines.push(title, ...subjects.map((subject) => row(`  ${subject.subject}`, subject, subject.page)));
  }
  lines.push(row('Total', report.total, percent(report.score)));
  const failing = failures(report.subjects);
  if (failing.length > 0) lines.push('', 'Failing', ...failing);
  return `${lines.join('\n')}\n`;
}

/** One test for each subject, with its failures as diagnostics. */
export function asTap(report: Report): string {
  const lines = ['TAP version 13', `1..${report.subjects.length}`, `# ${heading(report)}`];
  for (const [index, subject] of report.subjects.entries()) {
    const fine = subject.failures.length === 0;
    lines.push(`${fine ? 'ok' : 'not ok'} ${index + 1} - ${subject.subject}: ${subject.passed} passed`);
    lines.push(...subject.failures.map(({ file, test, page }) => `# ${file}: ${test} (see ${page})`));
  }
  return `${lines.join('\n')}\n`;
}
