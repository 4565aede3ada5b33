/** A script whose #! line names a program other than perl is handed to that program, as perl does (perlrun). */
import { exec } from '../libc/exec.js';

export function namesOtherProgram(firstLine: string): boolean {
  return (
    firstLine.startsWith('#!') &&
    !firstLine.includes('perl') &&
    !firstLine.includes('indir') &&
    /^#!\s*\//.test(firstLine)
  );
}

/** Does not return. */
export function execInterpreter(firstLine: string, script: string, argv: readonly string[]): never {
  const [, file = '', option] = /^#!\s*(\S+)(?:\s+(.*\S))?/.exec(firstLine) ?? [];
  const environment = Object.entries(process.env).map(([name, value]) => `${name}=${value}`);
  exec({ file, argv: [file, ...(option === undefined ? [] : [option]), script, ...argv], environment });
  process.stderr.write(`Can't exec ${file}\n`);
  process.exit(1);
}
