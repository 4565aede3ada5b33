/**
 * The types p and P of pack and unpack: addresses. JavaScript strings have none, so pack gives each packed string one
 * out of a range that no process uses; reading there answers the string, or what the variable holds by then. All other
 * addresses (attached segments) belong to the memory that the interpreter plugs in.
 */
import { type ActivePerl, active } from '../../runtime/active.js';
import { str } from '../../runtime/convert.js';
import type { HostMemory } from '../../runtime/host.js';
import { perInterpreter } from '../../runtime/per-interpreter.js';
import { Scalar } from '../../runtime/scalar.js';
import type { PerlValue, Slot } from '../../runtime/value.js';

/** Memory outside the packed strings: attached segments. */
const outside = perInterpreter<{ memory: HostMemory | null }>(() => ({ memory: null }));

export function setPackMemory(perl: ActivePerl, memory: HostMemory): void {
  outside(perl).memory = memory;
}

interface PackedString {
  /** weakly, so that packing does not keep variables alive */
  readonly container: WeakRef<Scalar> | null;
  readonly text: string;
  readonly length: number;
}

const strings = new Map<bigint, PackedString>();
const addresses = new WeakMap<Scalar, { address: bigint; length: number }>();
let next = 0x7100_0000_0000n;
const KEPT = 4096;

/** The address for pack 'p' or 'P'; undef is the null pointer. */
export function addressOfString(slot: Slot, text: string): bigint {
  const container = slot instanceof Scalar ? slot : null;
  const known = container === null ? undefined : addresses.get(container);
  if (known !== undefined && known.length >= text.length && strings.has(known.address)) return known.address;
  const address = next;
  next += BigInt((text.length + 4096) & ~15);
  strings.set(address, { container: container === null ? null : new WeakRef(container), text, length: text.length });
  if (container !== null) addresses.set(container, { address, length: text.length });
  if (strings.size > KEPT) strings.delete(strings.keys().next().value as bigint);
  return address;
}

/** The packed string that an address lies in. */
function find(address: bigint): { at: bigint; packed: PackedString } | null {
  const exact = strings.get(address);
  if (exact !== undefined) return { at: address, packed: exact };
  if (address < 0x7100_0000_0000n || address >= next) return null;
  for (const [at, packed] of strings) {
    if (address > at && address <= at + BigInt(packed.length)) return { at, packed };
  }
  return null;
}

function contentOf(packed: PackedString): string {
  const v = packed.container?.deref()?.v;
  return v === undefined ? packed.text : str(v);
}

/** Bytes at an address, as a byte string, or undefined where nobody owns it. A string has a NUL behind it. */
export function readMemory(address: bigint, length: number): string | undefined {
  const found = find(address);
  if (found !== null) {
    const offset = Number(address - found.at);
    return contentOf(found.packed)
      .slice(offset, offset + length)
      .padEnd(length, '\0');
  }
  const bytes = outside().memory?.read(address, length);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('latin1');
}

/** The C string at an address. */
export function readCString(address: bigint): string | undefined {
  const found = find(address);
  if (found !== null) return untilNul(contentOf(found.packed).slice(Number(address - found.at)));
  let text = '';
  for (let size = 64; ; size *= 2) {
    const piece = readLongest(address, size);
    if (piece === undefined) return undefined;
    text = piece;
    if (piece.includes('\0') || piece.length < size) return untilNul(text);
  }
}

/** As many bytes as there are, at most `size`: memory may end before. */
function readLongest(address: bigint, size: number): string | undefined {
  const whole = readMemory(address, size);
  if (whole !== undefined) return whole;
  let text = '';
  for (let i = 0; i < size; i++) {
    const byte = readMemory(address + BigInt(i), 1);
    if (byte === undefined) return i === 0 ? undefined : text;
    text += byte;
  }
  return text;
}

function untilNul(text: string): string {
  const nul = text.indexOf('\0');
  return nul < 0 ? text : text.slice(0, nul);
}

/** Write into the variable that was packed (memwrite, kernel commands that answer at an address). */
export function writeMemory(address: bigint, bytes: string): boolean {
  const found = find(address);
  if (found === null) return outside().memory?.write(address, Buffer.from(bytes, 'latin1')) ?? false;
  const container = found.packed.container?.deref();
  if (container === undefined) return false;
  const offset = Number(address - found.at);
  const text = contentOf(found.packed);
  if (offset + bytes.length > text.length) return false;
  container.v = text.slice(0, offset) + bytes + text.slice(offset + bytes.length);
  return true;
}

/** What unpack p or P finds, given a pointer. Wild pointers, which kill real perl, die here. */
export function valueAt(pointer: bigint, length: number | null): PerlValue {
  if (pointer === 0n) return undefined;
  const text = length === null ? readCString(pointer) : readMemory(pointer, length);
  return (
    text ?? active().die(`Address 0x${pointer.toString(16)} in unpack is not inside a string or an attached segment`)
  );
}
