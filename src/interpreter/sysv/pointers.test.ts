import { describe, expect, it } from 'vitest';
import type { Kernel } from '../../libc/kernel.js';
import { Scalar } from '../../runtime/scalar.js';
import { Pointers } from './pointers.js';

/** One page of real memory, at 0x1000. */
const page = Buffer.concat([Buffer.from('segment\0rest'), Buffer.alloc(4084, 'x')]);
const readAnywhere = (address: bigint, into: Uint8Array, length: number): number => {
  if (address < 0x1000n || address >= 0x2000n) return -14;
  return page.copy(into, 0, Number(address) - 0x1000, Number(address) - 0x1000 + length);
};
const pointers = (): Pointers => new Pointers({ readAnywhere } as unknown as Kernel);

describe('addresses of Perl strings', () => {
  it('lead to the string as it is now', () => {
    const memory = pointers();
    const variable = new Scalar('hello');
    const address = memory.addressOf(variable);
    expect(memory.addressOf(variable)).toBe(address);
    expect(memory.addressOf('hello')).not.toBe(address);
    variable.v = 'changed';
    expect([memory.bytesAt(address, 3), memory.stringAt(address + 1n), memory.bytesAt(address, 99)]).toEqual([
      'cha',
      'hanged',
      'changed\0',
    ]);
    expect(memory.write(address + 2n, Buffer.from('AN'))).toBe(true);
    expect([variable.v, memory.write(address + 6n, Buffer.from('xx'))]).toEqual(['chANged', false]);
    expect([memory.read(address, 8)?.length, memory.read(address, 9)]).toEqual([8, undefined]);
  });
});

describe('real addresses', () => {
  it('are read as far as they go', () => {
    const memory = pointers();
    expect([memory.bytesAt(0x1000n, 4), memory.stringAt(0x1000n), memory.bytesAt(0x1fffn, 4)]).toEqual([
      'segm',
      'segment',
      'x',
    ]);
    expect([memory.bytesAt(0n, 1), memory.stringAt(0n), memory.bytesAt(0x10n, 4)]).toEqual([undefined, undefined, '']);
    expect([memory.read(0x1000n, 4), memory.write(0x1000n, Buffer.from('x'))]).toEqual([undefined, false]);
  });
});
