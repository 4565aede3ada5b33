// Would the test of kept attachments notice if one of the reasons why nobody can tell (docs/architecture.md) were gone? Each
// is taken out of a copy of the project, and t/processes/kept-attachments.t has to fail there.
//   node test/stress/broken-hooks.mjs [WORD ...]     only those with one of the words in their name
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const words = process.argv.slice(2);

/** What is taken out: the files, and a text in each with what stands in its place. */
const faults = {
  'nothing at all': [],
  'system calls of the C library': [['src/libc/results.ts', 'if (burst[BURST] !== 0) letGo();', '']],
  'system calls through the gate': [['src/libc/gate/calls.ts', 'if (keeping[BURST] !== 0) letGo();', '']],
  'input and output': [
    ['src/interpreter/io/descriptor-stream.ts', '  letGo();', ''],
    ['src/interpreter/functions/table.ts', 'letGo();', ''],
  ],
  fork: [['src/libc/fork.ts', '  letGo();', '']],
  'the timer': [
    ['src/libc/idle-timer.ts', '  if (sys.syscall_timer_settime', '  if (number < 0 && sys.syscall_timer_settime'],
  ],
  'looking at the status': [
    ['src/libc/kept-segment-io.ts', 'isSame(this.status, known.status)', 'true'],
    [
      'src/libc/gate/copy.ts',
      'longs[STATUS_BEFORE] = statusBefore;',
      'longs[STATUS_BEFORE] = longs[STATUS] as bigint;',
    ],
  ],
  'attaching anew in every second': [
    ['src/libc/kept-segment-io.ts', 'return currentSecond() === segment.second;', 'return true;'],
    ['src/libc/kept-segment-io.ts', 'if (currentSecond() === segment.second) return;', 'if (segment.used > 0) return;'],
  ],
};

function run(folder, command, args) {
  return spawnSync(command, args, { cwd: folder, encoding: 'utf8', timeout: 300_000 });
}

/** Whether the test fails in a copy with that fault. */
function isNoticed(changes) {
  const folder = mkdtempSync(join(tmpdir(), 'broken-'));
  try {
    for (const name of ['src', 'tools', 'bin', 't', 'package.json', 'tsconfig.json'])
      cpSync(join(root, name), join(folder, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const [file, text, instead] of changes) {
      const path = join(folder, file);
      const before = readFileSync(path, 'utf8');
      if (!before.includes(text)) throw new Error(`${file} does not say: ${text}`);
      writeFileSync(
        path,
        before.replaceAll(text, () => instead),
      );
    }
    const built = run(folder, process.execPath, ['tools/build.mjs', '--fast']);
    if (built.status !== 0) throw new Error(built.stderr);
    const { status, stdout, stderr } = run(folder, 'unshare', [
      '--ipc',
      'bin/perl-sysv',
      '--no-cache',
      't/processes/kept-attachments.t',
    ]);
    const failed = `${stdout}${stderr}`.split('\n').filter((line) => line.startsWith('not ok'));
    for (const line of failed) console.log(`      ${line}`);
    return status !== 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

let wrong = 0;
for (const [name, changes] of Object.entries(faults)) {
  if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
  const noticed = isNoticed(changes);
  if (noticed !== changes.length > 0) wrong++;
  console.log(
    `${noticed === changes.length > 0 ? 'ok' : 'NOT OK'}  without ${name}: ${noticed ? 'noticed' : 'not noticed'}`,
  );
}
process.exitCode = wrong === 0 ? 0 : 1;
