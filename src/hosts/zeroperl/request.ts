/**
 * What the guest's glue (perl/SysV/Guest.pm) packs for a call, read where it lies in the guest's memory: a header with the
 * address of the reply, and one record for each operand.
 */

/** An operand as the guest has converted it. */
export interface Operand {
  readonly kind: Kind;
  readonly flags: number;
  /** Its eight bytes as each of the kinds of number. */
  readonly integer: bigint;
  readonly double: number;
  /** A string's bytes, in the guest's memory: good until the guest runs again. */
  readonly bytes: Uint8Array;
}

export interface Request {
  readonly reply: DataView;
  /** 1 at first; more when the call waits. */
  readonly attempt: number;
  readonly name: string;
  readonly operands: readonly Operand[];
}

export type Kind = (typeof kinds)[number];
/** `unread` is a string that the guest reads only when it is needed: whoever has tied it notices. */
const kinds = ['undef', 'integer', 'unsigned', 'double', 'bytes', 'wide', 'unread'] as const;

/** The flags of a record. */
export const WAS_UNDEF = 1;
export const READ_ONLY = 2;
export const NO_PLACE = 4;
export const IS_INTEGER = 8;
export const IS_STRING = 16;

const NAME_AT = 12;
const NAME_SIZE = 40;
const HEADER = NAME_AT + NAME_SIZE;
const RECORD = 16;
const REPLY_SIZE = 24;

/** WebAssembly's memory has the low byte first. */
export const LOW_BYTE_FIRST = true;

/** The request at an address of the guest's memory. */
export function readRequest(memory: ArrayBuffer, address: number): Request {
  const view = new DataView(memory, address);
  const count = view.getUint32(8, LOW_BYTE_FIRST);
  const name = Buffer.from(memory, address + NAME_AT, NAME_SIZE)
    .toString('latin1')
    .replace(/\0+$/, '');
  return {
    reply: new DataView(memory, view.getUint32(0, LOW_BYTE_FIRST), REPLY_SIZE),
    attempt: view.getUint32(4, LOW_BYTE_FIRST),
    name,
    operands: Array.from({ length: count }, (_, index) => readOperand(memory, address + HEADER + index * RECORD)),
  };
}

function readOperand(memory: ArrayBuffer, address: number): Operand {
  const view = new DataView(memory, address, RECORD);
  const kind = kinds[view.getUint8(0)] ?? 'undef';
  const start = kind === 'bytes' ? view.getUint32(8, LOW_BYTE_FIRST) : 0;
  return {
    kind,
    flags: view.getUint8(1),
    integer: kind === 'unsigned' ? view.getBigUint64(8, LOW_BYTE_FIRST) : view.getBigInt64(8, LOW_BYTE_FIRST),
    double: view.getFloat64(8, LOW_BYTE_FIRST),
    bytes: new Uint8Array(memory, start, kind === 'bytes' ? view.getUint32(4, LOW_BYTE_FIRST) : 0),
  };
}
