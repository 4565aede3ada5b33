/** What blocks, forks or leaves System V objects behind is tested in a child process that can be killed. */
export interface ChildOptions {
  /** Options of Node itself. */
  readonly flags?: readonly string[];
  /** Milliseconds until it is killed. */
  readonly timeout?: number;
}

export interface ChildResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
  readonly signal: string | null;
}

/** The options of Node that fork needs. */
export const forkOptions: readonly string[];

/** Runs a TypeScript program that imports from src/libc (`./kernel.js`) in an IPC namespace of its own. */
export function runChild(program: string, options?: ChildOptions): ChildResult;

/** The JSON that such a program prints; throws with its output if it fails. */
export function outcomeOf<Outcome = unknown>(program: string, options?: ChildOptions): Outcome;
