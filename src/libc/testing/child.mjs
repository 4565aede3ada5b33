import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const libc = fileURLToPath(new URL('..', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Whether this system lets us have an IPC namespace of our own. */
const unshared = spawnSync('unshare', ['--ipc', 'true']).status === 0 ? ['unshare', '--ipc'] : [];

export const forkOptions = ['--single-threaded', '--v8-pool-size=1'];

export function runChild(program, options = {}) {
  const built = buildSync({
    stdin: { contents: program, resolveDir: libc, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  const command = [...unshared, process.execPath, ...(options.flags ?? []), '--input-type=module'];
  const run = spawnSync(command[0], command.slice(1), {
    cwd: root,
    input: built.outputFiles[0].text,
    encoding: 'utf8',
    timeout: options.timeout ?? 10_000,
    killSignal: 'SIGKILL',
  });
  return { stdout: run.stdout, stderr: run.stderr, status: run.status, signal: run.signal };
}

export function outcomeOf(program, options = {}) {
  const { stdout, stderr, status, signal } = runChild(program, options);
  if (status !== 0) throw new Error(`child ended with ${signal ?? status}\n${stdout}${stderr}`);
  return JSON.parse(stdout);
}
