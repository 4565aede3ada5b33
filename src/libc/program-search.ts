import { EACCES, ENOENT, ENOEXEC, ENOTDIR } from '../abi/linux-errno.js';
import { X_OK } from '../abi/linux-files.js';
import { cString } from './c-string.js';
import { sys } from './results.js';

/** A program to run. Names, arguments and `NAME=value` pairs are byte strings. */
export interface Program {
  /** A path, or without any slash a name to look for in the PATH of `environment`. */
  readonly file: string;
  /** Argument 0 first. */
  readonly argv: readonly string[];
  readonly environment: readonly string[];
}

/** Where execvp(3) looks if there is no PATH. */
const DEFAULT_PATH = '/bin:/usr/bin';

/**
 * execvp(3) around a function that runs one path and answers >= 0 or -errno: the search along PATH, the error it ends
 * with, and the shell for a file that the kernel does not recognise. PATH is the one the program will see, which for
 * Perl is %ENV's.
 */
export function searchProgram(program: Program, run: (path: string, argv: readonly string[]) => number): number {
  if (program.file === '') return -ENOENT;
  if (program.file.includes('/')) return runOrShell(program, program.file, run);
  let denied = false;
  for (const path of candidates(program)) {
    if (isAbsent(sys.access(cString(path), X_OK))) continue;
    const result = runOrShell(program, path, run);
    if (result !== -EACCES && !isAbsent(result)) return result;
    denied ||= result === -EACCES;
  }
  return denied ? -EACCES : -ENOENT;
}

/** Asked before a costly attempt: is there nothing of this name in this folder, or no such folder? */
const isAbsent = (result: number): boolean => result === -ENOENT || result === -ENOTDIR;

function* candidates(program: Program): Generator<string> {
  const path = program.environment.find((pair) => pair.startsWith('PATH='))?.slice(5) ?? DEFAULT_PATH;
  for (const folder of path.split(':')) yield folder === '' ? `./${program.file}` : `${folder}/${program.file}`;
}

function runOrShell(program: Program, path: string, run: (path: string, argv: readonly string[]) => number): number {
  const result = run(path, program.argv);
  return result === -ENOEXEC ? run('/bin/sh', ['/bin/sh', path, ...program.argv.slice(1)]) : result;
}
