// Messages of docs/perldiag.md that real perl does not have: where it would touch foreign memory, and our own notices.
import { describe, expect, test } from 'vitest';
import { runChild } from './support/child.js';
import { isolated } from './support/isolation.js';
import { perlSysV } from './support/perls.js';

const attached = (flag: string) =>
  `use IPC::SysV qw(shmat memread memwrite SHM_RDONLY SHM_REMAP); my $id = shmget(0, 10, 0600); END { shmctl($id, 0, 0) }
  my $address = shmat($id, undef, ${flag}); `;

const provoked: readonly (readonly [message: string, program: string, switches?: readonly string[]])[] = [
  [
    'Address range of %s is not inside an attached shared memory segment',
    `${attached('0')} memread($address, my $text, 5, 100_000)`,
  ],
  ['Shared memory segment is attached read-only in %s', `${attached('SHM_RDONLY')} memwrite($address, 'x', 0, 1)`],
  [
    'shmat with SHM_REMAP may replace nothing but an attached shared memory segment',
    `${attached('0')} shmat($id, pack('J', 0x10000), SHM_REMAP)`,
  ],
  [
    'IPC::SysV was loaded without its native half',
    'use IPC::SysV; undef &IPC::SysV::_constant; IPC::SysV::_constant(1)',
  ],
  ['perl-sysv: %s (--kernel=memory)', 'exit 1', ['--kernel=memory']],
];

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const pattern = (message: string) => new RegExp(`^${message.split('%s').map(escaped).join('.*')}`, 'm');

describe('messages of this project', () => {
  test.for(provoked)('%s', async ([message, program, switches = []]) => {
    const { stderr, status } = await runChild(isolated([...perlSysV, ...switches, '-e', program]));
    expect(stderr).toMatch(pattern(message));
    expect(status).not.toBe(0);
  });
});
