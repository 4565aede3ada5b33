/** An IPC namespace for each test program (unshare(1)): nothing leaks, keys cannot collide, ids start at 0. */
import { spawnSync } from 'node:child_process';

const candidates = [
  ['unshare', '--ipc', '--'],
  ['unshare', '--user', '--map-root-user', '--ipc', '--'],
] as const;

function works(prefix: readonly string[]): boolean {
  const [file, ...args] = prefix;
  return file !== undefined && spawnSync(file, [...args, 'true'], { stdio: 'ignore' }).status === 0;
}

let known: readonly string[] | null | undefined;

/**
 * What to put before a command so that it runs in an IPC namespace of its own; undefined where the system refuses. The
 * programs there may change limits: SYSV_OWN_NAMESPACE tells them.
 */
export function isolation(): readonly string[] | undefined {
  known ??= candidates.find(works) ?? null;
  return known ?? undefined;
}

/** The command in a fresh IPC namespace, where that is possible. */
export function isolated(command: readonly string[]): string[] {
  const prefix = isolation();
  return prefix === undefined ? [...command] : [...prefix, 'env', 'SYSV_OWN_NAMESPACE=1', ...command];
}
