import type { FieldLayout, StructLayout } from '../abi/current-abi.js';
import { currentAbi } from '../abi/current-abi.js';
import type { CtlArgument } from '../libc/kernel.js';
import type { IpcObject } from './object-table.js';

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** The memory that a ctl call was given for a struct; undefined for a number, which is EFAULT. */
export function structAt(argument: CtlArgument): Uint8Array | undefined {
  return argument instanceof Uint8Array ? argument : undefined;
}

/** A copy in memory of its own: `slice` of a Buffer would be a view. */
export function copyOf(bytes: Uint8Array, start: number, end: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes.subarray(start, end));
}

/** Fills a struct as the kernel does: fields that are not named become 0. */
export function writeStruct<Field extends string>(
  into: Uint8Array,
  layout: StructLayout<Field>,
  values: Partial<Record<Field, number | bigint>>,
): void {
  into.fill(0, 0, layout.size);
  writeFields(into, layout, values);
}

/** Adds the struct ipc_perm that every object begins with. */
export function writePermissions(into: Uint8Array, object: IpcObject): void {
  const { key, uid, gid, cuid, cgid, mode, seq } = object;
  writeFields(into, currentAbi().structs.ipc_perm, { __key: key, uid, gid, cuid, cgid, mode, __seq: seq });
}

/** What IPC_SET takes out of every struct. */
export function readOwner(from: Uint8Array): { readonly uid: number; readonly gid: number; readonly mode: number } {
  const { uid, gid, mode } = currentAbi().structs.ipc_perm.fields;
  return { uid: Number(readField(from, uid)), gid: Number(readField(from, gid)), mode: Number(readField(from, mode)) };
}

export function readField(from: Uint8Array, { offset, size }: FieldLayout): number | bigint {
  const view = new DataView(from.buffer, from.byteOffset);
  if (size === 8) return view.getBigUint64(offset, littleEndian);
  return size === 4 ? view.getUint32(offset, littleEndian) : view.getUint16(offset, littleEndian);
}

function writeFields<Field extends string>(
  into: Uint8Array,
  { fields }: StructLayout<Field>,
  values: Partial<Record<Field, number | bigint>>,
): void {
  const view = new DataView(into.buffer, into.byteOffset);
  for (const [name, value] of Object.entries<number | bigint>(values as Record<string, number | bigint>)) {
    const { offset, size } = fields[name as Field];
    if (size === 8) view.setBigInt64(offset, BigInt.asIntN(64, BigInt(value)), littleEndian);
    else if (size === 4) view.setInt32(offset, Number(value), littleEndian);
    else view.setUint16(offset, Number(value), littleEndian);
  }
}
