/**
 * Addresses that Perl programs may hold (perlfunc pack, letters p and P): made-up ones for Perl strings, which lie nowhere
 * in particular, and real ones, of attached segments mostly, which are read through the kernel so that none can kill us.
 */
import type { Kernel } from '../../libc/kernel.js';
import type { HostMemory } from '../../runtime/host.js';
import { Scalar } from '../../runtime/scalar.js';
import { FlaggedString } from '../../runtime/value.js';
import { internalBytes } from './internal-bytes.js';

/** Where the strings seem to lie: no mapping of Linux is there by itself, and each has room for what it may grow to. */
const FIRST = 0x6000_0000_0000n;
const ROOM = 0x1_0000_0000n;
/** Strings that are no variables are remembered so long. */
const TEMPORARIES = 256;
const PAGE = 4096;

export class Pointers implements HostMemory {
  private readonly kernel: Kernel;
  private readonly addresses = new WeakMap<Scalar, bigint>();
  private readonly strings: (WeakRef<Scalar> | undefined)[] = [];
  private readonly temporaries: Scalar[] = [];

  constructor(kernel: Kernel) {
    this.kernel = kernel;
  }

  /** `pack 'P', $string`: its address, the same for the same variable. */
  addressOf(string: Scalar | string): bigint {
    const scalar = typeof string === 'string' ? this.temporary(string) : string;
    let address = this.addresses.get(scalar);
    if (address === undefined) {
      address = FIRST + BigInt(this.strings.push(new WeakRef(scalar)) - 1) * ROOM;
      this.addresses.set(scalar, address);
    }
    return address;
  }
  private temporary(text: string): Scalar {
    const scalar = new Scalar(text);
    if (this.temporaries.push(scalar) > TEMPORARIES) this.temporaries.shift();
    return scalar;
  }

  /** Bytes of a Perl string; the NUL behind it counts. */
  read(address: bigint, length: number): Uint8Array | undefined {
    const found = this.find(address);
    if (found === undefined) return undefined;
    const bytes = Buffer.from(`${found.text}\0`, 'latin1').subarray(found.offset, found.offset + length);
    return bytes.length === length ? bytes : undefined;
  }
  /** Overwrites a part of a Perl string. */
  write(address: bigint, bytes: Uint8Array): boolean {
    const found = this.find(address);
    if (found === undefined || found.scalar.magical || found.scalar.readonly) return false;
    const { scalar, text, offset } = found;
    const end = offset + bytes.length;
    if (end > text.length) return false;
    scalar.v = text.slice(0, offset) + Buffer.from(bytes).toString('latin1') + text.slice(end);
    return true;
  }

  /** `unpack 'P6'`: what lies there, as much of it as can be read; undef at the null pointer. */
  bytesAt(address: bigint, length: number): string | undefined {
    if (address === 0n) return undefined;
    const found = this.find(address);
    if (found !== undefined) return `${found.text}\0`.slice(found.offset, found.offset + length);
    const bytes = Buffer.alloc(length);
    const read = this.kernel.readAnywhere(address, bytes, length);
    return bytes.toString('latin1', 0, Math.max(0, read));
  }
  /** `unpack 'p'`: the bytes up to a NUL. */
  stringAt(address: bigint): string | undefined {
    let text = '';
    for (let at = address; ; at += BigInt(PAGE)) {
      const piece = this.bytesAt(at, PAGE);
      if (piece === undefined) return undefined;
      const end = piece.indexOf('\0');
      if (end >= 0) return text + piece.slice(0, end);
      text += piece;
      if (piece.length < PAGE) return text;
    }
  }

  private find(address: bigint): { scalar: Scalar; text: string; offset: number } | undefined {
    if (address < FIRST) return undefined;
    const scalar = this.strings[Number((address - FIRST) / ROOM)]?.deref();
    const value = scalar?.magical === false ? scalar.v : undefined;
    if (scalar === undefined || value === undefined) return undefined;
    const text = value instanceof FlaggedString ? internalBytes(value) : internalBytes(`${value as string | number}`);
    return { scalar, text, offset: Number((address - FIRST) % ROOM) };
  }
}
