import { cString, cStringArray } from './c-string.js';
import { inheritStandardDescriptors } from './descriptors.js';
import { type Program, searchProgram } from './program-search.js';
import { sys } from './results.js';

/**
 * Replaces this process by a program, as execvp(3) would: answers only if that failed, -errno. Descriptors without
 * FD_CLOEXEC stay open, ignored signals stay ignored, noted ones become default.
 */
export function exec(program: Program): number {
  inheritStandardDescriptors();
  const environment = cStringArray(program.environment);
  return searchProgram(program, (path, argv) => sys.execve(cString(path), cStringArray(argv), environment));
}
