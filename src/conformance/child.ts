import { spawn } from 'node:child_process';

/** What a program did: everything that can be compared between two Perls. */
export interface Outcome {
  stdout: string;
  stderr: string;
  /** Exit status, or the name of the signal that ended it. */
  status: number | string;
  timedOut: boolean;
}

export interface ChildOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  stdin?: string;
  /** Milliseconds after which the program and everything it started is killed. */
  limit?: number;
}

/**
 * Runs a program in a process group of its own. A blocking semop cannot be interrupted inside a test worker,
 * but a process group can be killed.
 */
export function runChild(command: readonly string[], options: ChildOptions = {}): Promise<Outcome> {
  const [file, ...args] = command;
  if (file === undefined) throw new Error('no command');
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: options.cwd, env: options.env ?? process.env, detached: true });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      killGroup(child.pid);
    }, options.limit ?? 30_000);
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdin.on('error', () => {}); // a program that does not read its input closes it
    child.stdin.end(options.stdin ?? '');
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ stdout: latin1(out), stderr: latin1(err), status: code ?? signal ?? 'unknown', timedOut });
    });
  });
}

/** Perl writes bytes: latin1 keeps each of them. */
function latin1(chunks: Buffer[]): string {
  return Buffer.concat(chunks).toString('latin1');
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself just now.
  }
}
