/** What a run of the suite found, by subject. */
import { builtinNames, type SubjectKind, type SuiteFile } from './suite.js';
import { type Results, readTap } from './tap.js';

/** How many tests went how. */
export interface Counts {
  /** Those that are `ok`, and TODO tests. */
  passed: number;
  /** Those that are `not ok`. */
  failed: number;
  /** Those with a SKIP directive. */
  skipped: number;
  /** Tests of programs that stopped early. */
  notRun: number;
}

/** A test that failed, or a program that stopped early. */
export interface Failure {
  /** The program, relative to the package. */
  readonly file: string;
  /** The test's name, or in parentheses why the program stopped. */
  readonly test: string;
  /** What describes the behaviour that is missing. */
  readonly page: string;
}

/** A builtin, a module, a variable, or what all builtins have in common. */
export interface Subject extends Counts {
  /** Its name. */
  readonly subject: string;
  /** Its group. */
  readonly kind: SubjectKind;
  /** The page that describes it, relative to the package. */
  readonly page: string;
  /** All that failed. */
  readonly failures: Failure[];
}

/** Everything a run found; `JSON.stringify` makes it the report of `--json`. */
export interface Report {
  /** The command, or 'embedded'. */
  readonly perl: string;
  /** What `$]` says there; empty if it says nothing. */
  readonly version: string;
  /** Whether each program had an IPC namespace of its own. */
  readonly isolated: boolean;
  /** In the order in which they were met. */
  readonly subjects: readonly Subject[];
  /** The sums. */
  readonly total: Counts;
  /** Percent of the tests that were not skipped. */
  readonly score: number;
}

/** What one program of the suite did. */
export interface ProgramOutcome {
  /** Its TAP. */
  readonly stdout: string;
  /** What it complained about. */
  readonly stderr: string;
  /** Its exit status, or a word for what ended it otherwise. */
  readonly status: number | string;
  /** It was killed at the limit. */
  readonly timedOut?: boolean;
}

const anyBuiltin = new RegExp(`\\b(?:${builtinNames.join('|')})\\b`);

/** A test of the operands belongs to the builtin that it names. */
function homeOf(test: string, row: SuiteFile): Pick<SuiteFile, 'subject' | 'kind' | 'page'> {
  const name = row.kind === 'operands' ? anyBuiltin.exec(test)?.[0] : undefined;
  return name === undefined ? row : { subject: name, kind: 'builtin', page: `docs/perlfunc/${name}.md` };
}

/** Why a program did not come to its end. */
function reasonOf({ timedOut, status, stderr }: ProgramOutcome): string {
  if (timedOut === true) return 'timed out';
  const words = stderr
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('#'));
  return `stopped with status ${status}${words[0] ? `: ${words[0]}` : ''}`;
}

/** Collects outcomes into subjects. */
export class Tally {
  readonly #subjects = new Map<string, Subject>();

  add(row: SuiteFile, outcome: ProgramOutcome): void {
    const results = readTap(outcome.stdout);
    for (const { name, verdict } of results.tests) {
      const home = homeOf(name, row);
      const subject = this.#subject(home);
      subject[verdict]++;
      if (verdict === 'failed') subject.failures.push({ file: row.file, test: name, page: home.page });
    }
    this.#addMissing(row, outcome, results);
  }

  /** A program that stopped, and one that claims success with another status. */
  #addMissing(row: SuiteFile, outcome: ProgramOutcome, { tests, complete }: Results): void {
    const failed = tests.some(({ verdict }) => verdict === 'failed');
    if (complete && (outcome.status === 0 || failed)) return;
    const subject = this.#subject(row);
    subject.notRun += Math.max(row.tests - tests.length, 1);
    subject.failures.push({ file: row.file, test: `(${reasonOf(outcome)})`, page: row.page });
  }

  #subject({ subject, kind, page }: Pick<SuiteFile, 'subject' | 'kind' | 'page'>): Subject {
    let found = this.#subjects.get(subject);
    if (found === undefined) {
      found = { subject, kind, page, passed: 0, failed: 0, skipped: 0, notRun: 0, failures: [] };
      this.#subjects.set(subject, found);
    }
    return found;
  }

  report(perl: string, version: string, isolated: boolean): Report {
    const subjects = [...this.#subjects.values()];
    const sum = (key: keyof Counts): number => subjects.reduce((n, subject) => n + subject[key], 0);
    const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), notRun: sum('notRun') };
    const counted = total.passed + total.failed + total.notRun;
    return { perl, version, isolated, subjects, total, score: counted === 0 ? 0 : (100 * total.passed) / counted };
  }
}
