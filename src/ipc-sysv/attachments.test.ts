import { describe, expect, it } from 'vitest';
import { Attachments } from './attachments.js';

const segment = (address: bigint, size: bigint) => ({ base: address, address, size, readOnly: false });

describe('attachments', () => {
  it('are found by every range inside them', () => {
    const attachments = new Attachments();
    const whole = segment(0x1000n, 0x2000n);
    attachments.add(whole);
    expect([attachments.around(0x1000n, 0x2000n), attachments.around(0x2fffn, 1n)]).toEqual([whole, whole]);
    expect([attachments.around(0x1000n, 0x2001n), attachments.around(0xfffn, 2n)]).toEqual([undefined, undefined]);
  });

  it('end where a later one was mapped over them', () => {
    const attachments = new Attachments();
    attachments.add(segment(0x1000n, 0x3000n));
    attachments.add(segment(0x8000n, 0x1000n));
    const middle = { ...segment(0x2000n, 0x1000n), readOnly: true };
    attachments.add(middle);
    expect(attachments.at(0x1000n)?.size).toBe(0x1000n);
    expect(attachments.around(0x2000n, 0x10n)).toBe(middle);
    expect(attachments.around(0x3000n, 0x10n)).toBeUndefined();
    attachments.add(segment(0x1000n, 0x1000n));
    expect(attachments.at(0x8000n)?.size).toBe(0x1000n);
  });
});
