import { spawnSync } from 'node:child_process';

const candidates = [
  ['unshare', '--ipc', '--'],
  ['unshare', '--user', '--map-root-user', '--ipc', '--'],
] as const;

function works(prefix: readonly string[]): boolean {
  const [file, ...args] = prefix;
  return file !== undefined && spawnSync(file, [...args, 'true'], { stdio: 'ignore' }).status === 0;
}

/**
 * What to put before a command so that it runs in an IPC namespace of its own: nothing leaks, keys cannot
 * collide, ids start at 0. Undefined where the system refuses; then tests have to run one after the other.
 */
export const isolation: readonly string[] | undefined = candidates.find(works);

if (isolation === undefined) {
  process.stderr.write(
    'unshare --ipc is refused here: the Perl tests share the IPC objects of this machine, one at a time\n',
  );
}

/** The command in a fresh IPC namespace, where that is possible; it may then change the limits there. */
export function isolated(command: readonly string[]): string[] {
  return isolation === undefined ? [...command] : [...isolation, 'env', 'SYSV_OWN_NAMESPACE=1', ...command];
}
