import type { Integer } from '../runtime/host.js';

/** A segment attached by `shmat`. `base` is what the program takes for its address, `address` where it really is. */
export interface Attachment {
  readonly base: bigint;
  readonly address: bigint;
  /** All that is mapped: the segment's size, rounded up to pages. */
  readonly size: bigint;
  readonly readOnly: boolean;
}

/** The attachments that the program made and may read and write by address. A forked child inherits them. */
export class Attachments {
  private readonly byBase = new Map<bigint, Attachment>();

  /** SHM_REMAP may have put it over a part of an older one, which then ends there. */
  add(attachment: Attachment): void {
    const { address, size } = attachment;
    for (const older of this.byBase.values()) {
      if (older.address + older.size <= address || address + size <= older.address) continue;
      if (older.address < address) this.byBase.set(older.base, { ...older, size: address - older.address });
      else this.byBase.delete(older.base);
    }
    this.byBase.set(attachment.base, attachment);
  }

  /** The attachment that begins there. */
  at(base: bigint): Attachment | undefined {
    return this.byBase.get(base);
  }

  delete(base: bigint): void {
    this.byBase.delete(base);
  }

  /** The attachment that the whole range lies in. */
  around(base: bigint, length: Integer): Attachment | undefined {
    const whole = this.byBase.get(base);
    if (whole !== undefined) return length <= whole.size ? whole : undefined;
    for (const attachment of this.byBase.values()) {
      const offset = base - attachment.base;
      if (offset >= 0n && offset + BigInt(length) <= attachment.size) return attachment;
    }
    return undefined;
  }
}
