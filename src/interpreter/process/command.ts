/** How perl turns what system, exec, backticks and pipe opens are given into a program (perlfunc exec). */
import type { Program } from '../../libc/program-search.js';
import { str } from '../../runtime/convert.js';
import { interp } from '../core/interp.js';
import { utf8Bytes } from '../io/encoding.js';

/** The environment a new program gets: what %ENV holds. */
export function environment(): string[] {
  const env = interp().glob('main::ENV').hv;
  return env.keys().map((name) => bytes(`${name}=${str(env.get(name) ?? '', 'exec')}`));
}

/** Text as the kernel gets it: its bytes, up to a NUL. */
function bytes(text: string): string {
  const whole = /[^\x00-\xff]/.test(text) ? utf8Bytes(text) : text;
  const nul = whole.indexOf('\0');
  return nul < 0 ? whole : whole.slice(0, nul);
}

const byShell = (command: string): Program => ({
  file: '/bin/sh',
  argv: ['sh', '-c', bytes(command)],
  environment: environment(),
});

const special = /[^ A-Za-z][^]*/;
const shellCharacters = new Set('$&*(){}[]\'";\\|?<>~`\n');

/** A command and whether 2>&1 was taken off its end. */
export interface Command {
  readonly program: Program;
  readonly joinErrors: boolean;
}

/** A list: no shell ever. `file` is the indirect object of `system { file } @list`. */
export function listProgram(list: readonly string[], file?: string): Program {
  return { file: bytes(file ?? list[0] ?? ''), argv: list.map(bytes), environment: environment() };
}

/** One text: split at blanks, unless it has something only the shell understands. */
export function parseCommand(text: string): Command {
  let command = text.replace(/^[ \t\n\r\f\v]+/, '');
  if (/^exec\s/.test(command) || /^\w+=/.test(command)) return { program: byShell(command), joinErrors: false };
  let joinErrors = false;
  if (special.test(command)) {
    if (command.endsWith('\n')) command = command.slice(0, -1);
    const joined = /^([^]*)\s2>&1\s*$/.exec(command);
    if (joined !== null && !hasShellCharacter(joined[1]!)) {
      command = joined[1]!;
      joinErrors = true;
    } else if (hasShellCharacter(command)) return { program: byShell(command), joinErrors: false };
  }
  const words = command.split(/[ \t\n\r\f\v]+/).filter((w) => w !== '');
  return { program: listProgram(words), joinErrors };
}

function hasShellCharacter(command: string): boolean {
  for (const c of command) if (shellCharacters.has(c)) return true;
  return false;
}
