import type { Bytes, Host } from '../runtime/host.js';
import type { Scratch } from './scratch.js';

/** What msgsnd and msgrcv share: a struct msgbuf is a native long, the type, and then the text. */
export const TYPE_SIZE = 8;

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** sizeof(long) in the host's Perl: what its `pack 'l!'` makes of a message type. */
export function typeSize<S>(host: Host<S>): 4 | 8 {
  return host.longSize ?? TYPE_SIZE;
}

/** The kernel's struct msgbuf of a message as the host packed it: its own if longs are as long here as there. */
export function widenMessage(message: Bytes, size: 4 | 8, scratch: Scratch): Uint8Array {
  if (size === TYPE_SIZE) return scratch.hold(message);
  const wide = scratch.room(message.length + 4);
  if (typeof message === 'string') wide.write(message, 4, 'latin1');
  else wide.set(message, 4);
  const type = new DataView(wide.buffer, wide.byteOffset);
  type.setBigInt64(0, BigInt(type.getInt32(4, littleEndian)), littleEndian);
  return wide;
}

/** A received struct msgbuf as the host unpacks it: on a 32-bit host the type keeps its low half. */
export function narrowMessage(message: Uint8Array, size: 4 | 8): Uint8Array {
  if (size === TYPE_SIZE) return message;
  const type = new DataView(message.buffer, message.byteOffset);
  type.setInt32(4, Number(BigInt.asIntN(32, type.getBigInt64(0, littleEndian))), littleEndian);
  return message.subarray(4);
}
