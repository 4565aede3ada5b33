/** Runs the suite under a Perl and tells what it does as real perl does it (docs/conformance.md). */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChild } from './child.js';
import { isolated, isolation } from './isolation.js';
import { type ProgramOutcome, type Report, Tally } from './report.js';
import { type SuiteFile, suite } from './suite.js';

/** The folder of the package: programs run there, and their names are relative to it. */
export const packageFolder: string = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A Perl inside of this process: runs the program with this absolute path, and answers what it printed. */
export type EmbeddedPerl = (path: string) => ProgramOutcome | Promise<ProgramOutcome>;

/** What is judged, and how. */
export interface ConformanceOptions {
  /** The words of a command that takes a program's name and Perl's switch -e, or an embedded interpreter. */
  readonly perl: readonly string[] | EmbeddedPerl;
  /** Only programs whose name (`t/builtins/shmget.t`) or subject (`IPC::Msg`) matches. */
  readonly only?: RegExp;
  /** Milliseconds until a program is killed; 120,000 if absent. An embedded interpreter cannot be killed. */
  readonly limit?: number;
  /** Told of each program when it has ended. */
  readonly progress?: (file: string, outcome: ProgramOutcome) => void;
}

/**
 * Runs the suite, program after program. A command runs in an IPC namespace of its own where the system allows that, and is
 * killed at the limit.
 *
 * @returns what passed and failed, by builtin and module, with the page that describes what is missing. It never rejects
 * because of a failing program; it rejects if the command does not exist.
 */
export async function conformance(options: ConformanceOptions): Promise<Report> {
  const { perl } = options;
  const version = typeof perl === 'function' ? '' : await versionOf(perl);
  const tally = new Tally();
  for (const row of suite.filter((candidate) => wanted(candidate, options.only))) {
    const outcome = await runProgram(perl, row.file, options.limit ?? 120_000);
    tally.add(row, outcome);
    options.progress?.(row.file, outcome);
  }
  if (typeof perl === 'function') return tally.report('embedded', '', false);
  return tally.report(perl.join(' '), version, isolation() !== undefined);
}

function wanted({ file, subject }: SuiteFile, only: RegExp | undefined): boolean {
  return only === undefined || only.test(file) || only.test(subject);
}

async function runProgram(perl: ConformanceOptions['perl'], file: string, limit: number): Promise<ProgramOutcome> {
  if (typeof perl !== 'function') return runChild(isolated([...perl, file]), { cwd: packageFolder, limit });
  try {
    return await perl(join(packageFolder, file));
  } catch (error) {
    return { stdout: '', stderr: String(error), status: 'exception' };
  }
}

async function versionOf(perl: readonly string[]): Promise<string> {
  return (await runChild([...perl, '-e', 'print $]'], { limit: 10_000 })).stdout;
}
