import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runChild } from '../support/child.js';
import { root } from '../support/perls.js';

const platforms = ['darwin arm64', 'win32 x64', 'linux arm', 'freebsd x64'];

test.for(platforms)('%s: all but the real kernel works, and koffi is not loaded', async (name) => {
  const [platform = '', architecture = ''] = name.split(' ');
  const program = join(root, 'test/embedding/other-platform.mjs');
  const dist = join(root, process.env['DIST'] ?? 'dist');
  const command = [process.execPath, '--no-warnings', program, dist, platform, architecture];
  const { stdout, stderr, status } = await runChild(command, { limit: 25_000 });
  const sentence = `perl-sysv-ipc needs 64-bit Linux on x86_64 or aarch64, where it knows the C library's numbers and structs; this is ${platform} on ${architecture}. A kernel in memory runs everywhere (perl-sysv-ipc/kernel-memory).`;
  const lines = ['builtins 0 undefined No such file or directory', 'subs 13', 'attached 3,4 03.14 112 bytes'];
  expect([stderr, status]).toEqual(['', 0]);
  expect(stdout.trimEnd().split('\n')).toEqual([...lines, sentence, sentence]);
});
