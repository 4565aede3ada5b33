// One of Perl's own test files as a killable child process.
import { spawn, spawnSync } from 'node:child_process';

const namespaces = [
  ['unshare', '--ipc', '--'],
  ['unshare', '--user', '--map-root-user', '--ipc', '--'],
];
/** What runs a command in an IPC namespace of its own; empty where the system refuses. */
const isolation = namespaces.find(([file, ...args]) => spawnSync(file, [...args, 'true']).status === 0) ?? [];

/**
 * @param {readonly string[]} perl the command under test
 * @param {{ cwd: string, file: string, env: Record<string, string>, limit: number }} test
 */
export function runFile(perl, { cwd, file, env, limit }) {
  const [command, ...args] = [...isolation, ...perl, file];
  return new Promise((resolve) => {
    const started = Date.now();
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    let late = false;
    const stop = () => {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // it has just ended
      }
    };
    const timer = setTimeout(() => {
      late = true;
      stop();
    }, limit);
    child.stdout.setEncoding('latin1').on('data', (text) => (out += text));
    child.stderr.setEncoding('latin1').on('data', (text) => (err = (err + text).slice(-20_000)));
    child.on('exit', () => setTimeout(() => child.stdout.destroy(), 500).unref());
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      stop();
      resolve({ ...countTap(out), status: code ?? signal, late, out, err, seconds: (Date.now() - started) / 1000 });
    });
  });
}

/** The plan and what passed of it; a failing TODO test counts as passed, as it does for prove. */
export function countTap(text) {
  const plan = /^1\.\.(\d+)(?:[ \t]*#[ \t]*(skip.*))?/im.exec(text);
  const passed = new Set();
  const failed = [];
  let counter = 0;
  for (const line of text.split('\n')) {
    const found = /^(not )?ok\b[ \t]*(\d+)?(.*)/.exec(line);
    if (found === null) continue;
    counter = found[2] === undefined ? counter + 1 : Number(found[2]);
    if (found[1] === undefined || /#\s*TODO\b/i.test(found[3] ?? '')) passed.add(counter);
    else failed.push(counter);
  }
  for (const number of failed) passed.delete(number);
  return {
    planned: plan === null ? null : Number(plan[1]),
    skipped: plan?.[2] ?? (plan?.[1] === '0' ? 'skipped' : null),
    passed: passed.size,
    failed,
  };
}
