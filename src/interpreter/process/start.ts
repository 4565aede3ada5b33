/** Starting a program in a new process with posix_spawn: system, backticks and pipe opens. */
import { canFork, fork, leave } from '../../libc/fork.js';
import type { Program } from '../../libc/program-search.js';
import { spawn } from '../../libc/spawn.js';
import type { DescriptorAction } from '../../libc/spawn.js';
import { waitpid } from '../../libc/waiting.js';
import { errnoText } from '../../runtime/errno.js';
import { interp } from '../core/interp.js';
import { flushAll } from '../io/file-handle.js';
import { fail } from '../io/perl.js';
import type { Command } from './command.js';
import { prepareProcess } from './prepare.js';
import { restarting } from './signal-delivery.js';

/** The pid, or -1 after setting $! and warning. */
export function start({ program, joinErrors }: Command, descriptors: DescriptorAction[] = []): number {
  prepareProcess();
  flushAll();
  const actions = joinErrors ? [...descriptors, { do: 'dup2', from: 1, to: 2 } as const] : descriptors;
  const pid = spawn(program, { descriptors: actions });
  if (pid >= 0) return pid;
  fail(pid);
  warnAsChild(() => cannotExec(program, -pid));
  return -1;
}

/** In perl it is the forked child that warns: what $SIG{__WARN__} does then, its parent never sees. */
function warnAsChild(warn: () => void): void {
  const hook = interp().glob('main::SIG').hv.get('__WARN__');
  if (hook === undefined || !canFork()) {
    warn();
    return;
  }
  const pid = fork();
  if (pid === 0) {
    warn();
    flushAll();
    leave(0);
  }
  restarting(() => waitpid(pid, 0));
}

/** `Can't exec "x": No such file or directory` */
export function cannotExec(program: Program, errno: number): void {
  interp().warn('exec', `Can't exec "${program.file}": ${errnoText(errno)}`);
}
