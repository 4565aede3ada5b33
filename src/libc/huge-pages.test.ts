import { expect, it } from 'vitest';
import { holesWithin, hugeCandidates } from './huge-pages.js';

it('finds the holes between mappings', () => {
  const maps = [
    '00400000-00500000 r-xp 00000000 fe:00 1    /usr/bin/node',
    '200000000-200040000 rw-p 00000000 00:00 0',
    '200040000-200080000 rw-p 00000000 00:00 0',
    '200100000-300000000 rw-p 00000000 00:00 0',
  ].join('\n');
  expect(holesWithin(maps, { start: 0x1_ffff_0000n, length: 0x2_0000n })).toEqual([
    { start: 0x1_ffff_0000n, length: 0x1_0000n },
  ]);
  expect(holesWithin(maps, { start: 0x1_0000_0000n, length: 0x3_0000_0000n })).toEqual([
    { start: 0x1_0000_0000n, length: 0x1_0000_0000n },
    { start: 0x2_0008_0000n, length: 0x8_0000n },
    { start: 0x3_0000_0000n, length: 0x1_0000_0000n },
  ]);
});

it('takes whole huge pages of private memory that is in use', () => {
  const mapping = (line: string, size: number, used: number) =>
    `${line}\nSize:  ${size} kB\nKernelPageSize:  4 kB\nRss:  ${used} kB\nVmFlags: rd wr\n`;
  const smaps =
    mapping('00500000-00a00000 rw-p 00000000 00:00 0          [heap]', 5120, 5120) +
    mapping('01000000-01400000 rw-p 00000000 00:00 0', 4096, 100) +
    mapping('02000000-02400000 rw-s 00000000 00:05 7          /SYSV00000000', 4096, 4096) +
    mapping('03000000-03400000 r--p 00000000 00:00 0', 4096, 4096) +
    mapping('04100000-04280000 rw-p 00000000 00:00 0', 1536, 1536) +
    mapping('05000000-05400000 rw-p 00000000 00:00 0', 4096, 4000);
  expect(hugeCandidates(smaps)).toEqual([
    { start: 0x60_0000n, length: 0x40_0000n },
    { start: 0x500_0000n, length: 0x40_0000n },
  ]);
});
