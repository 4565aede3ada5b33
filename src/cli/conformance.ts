/** perl-sysv conformance: how much of Perl's System V IPC another Perl has. */
import { resolve } from 'node:path';
import { conformance } from '../conformance/conformance.js';
import { asTable, asTap } from '../conformance/render.js';
import type { Report } from '../conformance/report.js';

const usage = `Usage: perl-sysv conformance [--perl COMMAND] [--table | --json | --tap] [--only PATTERN] [--timeout SECONDS]
Runs the tests of the builtins, of $! and of the IPC modules under COMMAND (words separated by blanks; "perl" if it is not
given), and reports by builtin and module. The status is 0 if every test passes, 1 if not.
`;

type Format = (report: Report) => string;

const formats: Readonly<Record<string, Format>> = {
  '--table': asTable,
  '--json': (report) => `${JSON.stringify(report, null, 2)}\n`,
  '--tap': asTap,
};

interface Request {
  perl: readonly string[];
  format: Format;
  only?: RegExp;
  limit?: number;
}

function fail(message: string): never {
  process.stderr.write(`${message}\n${usage}`);
  process.exit(2);
}

function parse(args: readonly string[]): Request {
  const request: Request = { perl: ['perl'], format: asTable };
  const words = args.flatMap((arg) => /^(--\w+)=(.*)$/s.exec(arg)?.slice(1) ?? [arg]);
  while (words.length > 0) {
    const word = words.shift() as string;
    const format = formats[word];
    if (format === undefined) option(word, () => words.shift() ?? fail(`${word} needs a value`), request);
    else request.format = format;
  }
  return request;
}

function option(name: string, value: () => string, request: Request): void {
  if (name === '--perl') request.perl = commandOf(value());
  else if (name === '--only') request.only = new RegExp(value());
  else if (name === '--timeout') request.limit = 1000 * Number(value());
  else if (name === '--help') {
    process.stdout.write(usage);
    process.exit(0);
  } else fail(`Unknown option ${name}`);
}

/** The programs run in the folder of the package: a path is told from where the user is. */
function commandOf(text: string): string[] {
  const [file = '', ...words] = text.trim().split(/\s+/);
  return [file.includes('/') ? resolve(file) : file, ...words];
}

const isTerminal = process.stderr.isTTY;

/** Runs the subcommand with what follows its name; sets the exit status. */
export async function main(args: readonly string[]): Promise<void> {
  const { format, ...options } = parse(args);
  const progress = (file: string): void => {
    if (isTerminal) process.stderr.write(`\r\x1b[K${file}`);
  };
  try {
    const report = await conformance({ ...options, progress });
    if (isTerminal) process.stderr.write('\r\x1b[K');
    process.stdout.write(format(report));
    process.exitCode = report.score === 100 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${options.perl.join(' ')}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
