import type { FieldLayout } from '../abi/current-abi.js';
import { narrow } from '../runtime/c-integer.js';
import { diagnostics } from '../runtime/diagnostics.js';
import type { Integer } from '../runtime/host.js';
import { toArray } from './bytes.js';
import type { ModuleEnvironment } from './module-environment.js';
import { SUBROUTINE } from './module-host.js';
import { type StatClass, statLayout } from './stat-layouts.js';

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** The method `pack` of the stat classes: the C struct of the object's fields. Fields never set are 0. */
export function packStat<S>(env: ModuleEnvironment<S>, className: StatClass, object: S): Uint8Array {
  const { host } = env;
  if (!host.isObjectOf(object, className)) host.croak(diagnostics.notStatObject('pack', className));
  const { size, fields } = statLayout(className);
  const struct = new DataView(new ArrayBuffer(size));
  fields.forEach((field, index) => {
    const element = host.elementOf(object, index);
    if (element !== undefined) setField(struct, field, host.toInteger(element, SUBROUTINE));
  });
  return new Uint8Array(struct.buffer);
}

/** The method `unpack`: sets every field of the object from the C struct. */
export function unpackStat<S>(env: ModuleEnvironment<S>, className: StatClass, object: S, packed: S): void {
  const { host } = env;
  if (!host.isObjectOf(object, className)) host.croak(diagnostics.notStatObject('unpack', className));
  const bytes = host.toInternalBytes(packed, SUBROUTINE);
  const { size, fields } = statLayout(className);
  if (bytes.length !== size) host.croak(diagnostics.badStatLength(className, bytes.length, size));
  const array = toArray(bytes);
  const struct = new DataView(array.buffer, array.byteOffset, size);
  fields.forEach((field, index) => {
    host.setElementOf(object, index, getField(struct, field));
  });
}

function setField(struct: DataView, { offset, size }: FieldLayout, value: Integer): void {
  if (size === 8) struct.setBigInt64(offset, BigInt.asIntN(64, BigInt(value)), littleEndian);
  else if (size === 4) struct.setInt32(offset, Number(BigInt.asIntN(32, BigInt(value))), littleEndian);
  else struct.setInt16(offset, Number(BigInt.asIntN(16, BigInt(value))), littleEndian);
}

/** The field as perl's IV: what has 64 bits is signed, whatever the header says. */
function getField(struct: DataView, { offset, size, kind }: FieldLayout): Integer {
  if (size === 8) return narrow(struct.getBigInt64(offset, littleEndian));
  if (size === 2) return struct.getUint16(offset, littleEndian);
  return kind === 'signed' ? struct.getInt32(offset, littleEndian) : struct.getUint32(offset, littleEndian);
}
