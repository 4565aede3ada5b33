import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { abiOf, currentAbi } from './current-abi.js';
import { errnoNames, errnoNumbers } from './errno-names.js';
import * as files from './linux-files.js';
import * as ipc from './linux-ipc.js';
import { type Libc, libcOf, platformOf } from './platform.js';
import { signalNames, signalNumbers } from './signal-names.js';

/** The output of a Perl program, or undefined where there is no perl. */
function perl(program: string): string | undefined {
  const run = spawnSync('perl', ['-e', program], { encoding: 'utf8' });
  return run.status === 0 ? run.stdout : undefined;
}

const constantsProgram = `use IPC::SysV;
  for (grep { !/^[a-z]/ && $_ ne 'SHMLBA' } @IPC::SysV::EXPORT_OK) {
    my ($missing, $value) = IPC::SysV::_constant($_);
    print "$_ ", defined $value ? $value : 'missing', "\\n";
  }`;

describe('constants', () => {
  it('are those of real IPC::SysV, and lack what it lacks', () => {
    const output = perl(constantsProgram);
    if (output === undefined) return;
    const ours: Record<string, number> = { ...ipc, ...files, ...errnoNumbers };
    const lines = output.trimEnd().split('\n');
    expect(lines).toHaveLength(90);
    for (const line of lines) {
      const [name = '', value = ''] = line.split(' ');
      expect(`${name} ${ours[name] ?? 'missing'}`).toBe(`${name} ${value}`);
    }
  });

  it('hold the 134 names of Errno with the same numbers', () => {
    const output = perl('use Errno; print "$_ ", Errno->can($_)->(), "\\n" for sort @Errno::EXPORT_OK');
    if (output === undefined) return;
    const ours = Object.entries(errnoNumbers).map(([name, number]) => `${name} ${number}\n`);
    expect(ours.sort().join('')).toBe(output);
    expect(errnoNames.get(11)).toBe('EAGAIN');
  });

  it('name signals as perl does', () => {
    const output = perl('use Config; print "$Config{sig_name}\\n$Config{sig_num}"');
    if (output === undefined) return;
    const [names = [], numbers = []] = output.split('\n').map((line) => line.trim().split(' '));
    expect(names.map((name) => String(signalNumbers.get(name)))).toEqual(numbers);
    expect(signalNames.slice(0, 4)).toEqual(['ZERO', 'HUP', 'INT', 'QUIT']);
  });
});

describe('errno texts', () => {
  it('are those of perl in the C locale', () => {
    const output = perl('for (1..140) { $! = $_; print "$!\\n" }');
    if (output === undefined || currentAbi().platform.endsWith('musl')) return;
    const texts = currentAbi().errnoTexts;
    const ours = Array.from({ length: 140 }, (_, index) => texts[index + 1] || `Unknown error ${index + 1}`);
    expect(ours).toEqual(output.trimEnd().split('\n'));
  });
});

describe('the platform', () => {
  it('is found from system, architecture and executable', () => {
    expect(platformOf('linux', 'x64', 'glibc')).toBe('x86_64-glibc');
    expect(platformOf('linux', 'arm64', 'musl')).toBe('aarch64-musl');
    const libc: Libc = libcOf('/proc/self/exe');
    expect(currentAbi().platform).toContain(libc);
    expect(libcOf('/no/such/file')).toBe('glibc');
  });

  it.each([
    ['darwin', 'arm64'],
    ['win32', 'x64'],
    ['linux', 'arm'],
    ['linux', 'ia32'],
  ])('%s on %s gets one sentence', (system, architecture) => {
    expect(() => platformOf(system, architecture, 'glibc')).toThrow(
      new RegExp(
        `^perl-sysv-ipc needs 64-bit Linux .* this is ${system} on ${architecture}\\. A kernel in memory runs everywhere \\(perl-sysv-ipc/kernel-memory\\)\\.$`,
      ),
    );
  });

  it('decides the layout of semid_ds', () => {
    expect(abiOf('x86_64-glibc').structs.semid_ds.size).toBe(104);
    expect(abiOf('aarch64-glibc').structs.semid_ds.fields.sem_nsems.offset).toBe(64);
    expect(abiOf('x86_64-musl').structs.shmid_ds.fields.shm_segsz).toEqual({ offset: 48, size: 8, kind: 'unsigned' });
  });
});
