/** socket, accept and the other calls that make or use socket handles (perlfunc, "Low-level socket functions"). */
import { EBADF } from '../../abi/linux-errno.js';
import { SOCK_CLOEXEC } from '../../abi/linux-sockets.js';
import { sys } from '../../libc/results.js';
import { scratchMemory } from '../../libc/scratch.js';
import type { Op } from '../../runtime/active.js';
import { int, looksLikeNumber, str } from '../../runtime/convert.js';
import type { PerlGlob } from '../../runtime/glob.js';
import type { Scalar } from '../../runtime/scalar.js';
import type { PerlValue } from '../../runtime/value.js';
import { adopt, closeImplicitly } from '../io/adopt.js';
import { DescriptorStream } from '../io/descriptor-stream.js';
import type { FileHandle } from '../io/file-handle.js';
import { rememberPipe } from '../io/forgotten.js';
import { handleIn, makeHandle, requiredGlob } from '../io/handles.js';
import { plainLayers } from '../io/layers.js';
import { vivifiedGlob } from '../io/open-function.js';
import { fail } from '../io/perl.js';
import { reportClosed } from '../io/report.js';
import { interruptedOnce } from '../process/signal-delivery.js';

const ADDRESS_ROOM = 256;
const integer = (v: PerlValue, op: Op): number => Number(int(v, op));

function putSocket(glob: PerlGlob, fd: number): void {
  rememberPipe();
  const kept = closeImplicitly(makeHandle(glob));
  adopt(glob, kept, new DescriptorStream(fd), { reads: true, writes: true }, plainLayers);
  makeHandle(glob).socket = true;
}

/** True, or undef with $! set. */
function succeeded(result: number): PerlValue {
  return result < 0 ? fail(result) : 1;
}

/** The open handle, or null after a warning. */
function socketOf(value: PerlValue, op: string): FileHandle | null {
  const glob = requiredGlob(value);
  const handle = handleIn(glob);
  if (handle?.stream && handle.fd >= 0) return handle;
  reportClosed(glob, op);
  return null;
}

export function socket(op: Op, target: Scalar, domain: PerlValue, type: PerlValue, protocol: PerlValue): PerlValue {
  const glob = vivifiedGlob(op, target, 0);
  const fd = sys.socket(integer(domain, op), integer(type, op) | SOCK_CLOEXEC, integer(protocol, op));
  if (fd < 0) return fail(fd);
  putSocket(glob, fd);
  return 1;
}

export function socketpair(op: Op, a: Scalar, b: Scalar, domain: PerlValue, type: PerlValue, protocol: PerlValue) {
  const [first, second] = [vivifiedGlob(op, a, 0), vivifiedGlob(op, b, 1)];
  const memory = scratchMemory();
  const kind = integer(type, op) | SOCK_CLOEXEC;
  const result = sys.socketpair(integer(domain, op), kind, integer(protocol, op), memory.address);
  if (result < 0) return fail(result);
  const [fd1, fd2] = [memory.int32[0]!, memory.int32[1]!];
  putSocket(first, fd1);
  putSocket(second, fd2);
  return 1;
}

export function bind(op: Op, value: PerlValue, name: PerlValue): PerlValue {
  const handle = socketOf(value, 'bind');
  if (handle === null) return undefined;
  const address = Buffer.from(str(name, op), 'latin1');
  return succeeded(sys.bind(handle.fd, address, address.length));
}

export function connect(op: Op, value: PerlValue, name: PerlValue): PerlValue {
  const handle = socketOf(value, 'connect');
  if (handle === null) return undefined;
  const address = Buffer.from(str(name, op), 'latin1');
  return succeeded(interruptedOnce(() => sys.connect(handle.fd, address, address.length)));
}

export function listen(op: Op, value: PerlValue, backlog: PerlValue): PerlValue {
  const handle = socketOf(value, 'listen');
  return handle === null ? undefined : succeeded(sys.listen(handle.fd, integer(backlog, op)));
}

export function shutdown(op: Op, value: PerlValue, how: PerlValue): PerlValue {
  const handle = socketOf(value, 'shutdown');
  if (handle === null) return undefined;
  handle.flush();
  return succeeded(sys.shutdown(handle.fd, integer(how, op))) ?? 0;
}

/** Room for an address that a call fills in, and its length. */
function addressRoom(): { memory: Buffer; length: Int32Array } {
  return { memory: Buffer.alloc(ADDRESS_ROOM), length: Int32Array.of(ADDRESS_ROOM) };
}

/** accept: the other side's packed address. */
export function accept(op: Op, target: Scalar, listening: PerlValue): PerlValue {
  const glob = vivifiedGlob(op, target, 0);
  const handle = socketOf(listening, 'accept');
  if (handle === null) return undefined;
  const { memory, length } = addressRoom();
  const fd = interruptedOnce(() => sys.accept4(handle.fd, memory, length, SOCK_CLOEXEC));
  if (fd < 0) return fail(fd);
  putSocket(glob, fd);
  return memory.toString('latin1', 0, Math.max(2, length[0]!));
}

/** send(SOCKET, MESSAGE, FLAGS, TO): the number of bytes sent. */
export function send(op: Op, value: PerlValue, message: PerlValue, flags: PerlValue, ...to: PerlValue[]): PerlValue {
  const handle = socketOf(value, 'send');
  if (handle === null) return undefined;
  const bytes = Buffer.from(str(message, op), 'latin1');
  const how = integer(flags, op);
  const address = to.length > 0 ? Buffer.from(str(to[0], op), 'latin1') : null;
  const sent = interruptedOnce(() =>
    address === null
      ? Number(sys.send(handle.fd, bytes, bytes.length, how))
      : Number(sys.sendto(handle.fd, bytes, bytes.length, how, address, address.length)),
  );
  return sent < 0 ? fail(sent) : sent;
}

/** recv: the sender's address ('' if there is none); undef on failure. */
export function recv(op: Op, value: PerlValue, buffer: Scalar, size: PerlValue, flags: PerlValue): PerlValue {
  const handle = socketOf(value, 'recv');
  if (handle === null) return undefined;
  const bytes = Buffer.alloc(integer(size, op));
  const { memory, length } = addressRoom();
  const how = integer(flags, op);
  const got = interruptedOnce(() => Number(sys.recvfrom(handle.fd, bytes, bytes.length, how, memory, length)));
  if (got < 0) return fail(got);
  buffer.v = bytes.toString('latin1', 0, got);
  return memory.toString('latin1', 0, length[0]! === ADDRESS_ROOM ? 0 : length[0]);
}

export function setsockopt(op: Op, value: PerlValue, level: PerlValue, option: PerlValue, given: PerlValue): PerlValue {
  const handle = socketOf(value, 'setsockopt');
  if (handle === null) return undefined;
  const packed = typeof given === 'string' && !looksLikeNumber(given);
  const memory = packed ? Buffer.from(str(given, op), 'latin1') : Buffer.alloc(4);
  if (!packed) memory.writeInt32LE(given === undefined ? 0 : integer(given, op) | 0);
  return succeeded(sys.setsockopt(handle.fd, integer(level, op), integer(option, op), memory, memory.length));
}

export function getsockopt(op: Op, value: PerlValue, level: PerlValue, option: PerlValue): PerlValue {
  const handle = socketOf(value, 'getsockopt');
  if (handle === null) return undefined;
  const { memory, length } = addressRoom();
  const result = sys.getsockopt(handle.fd, integer(level, op), integer(option, op), memory, length);
  return result < 0 ? fail(result) : memory.toString('latin1', 0, length[0]);
}

type NameCall = (fd: number, memory: Buffer, length: Int32Array) => number;

function nameOf(op: string, call: NameCall, value: PerlValue): PerlValue {
  const handle = socketOf(value, op);
  if (handle === null) return fail(-EBADF);
  const { memory, length } = addressRoom();
  const result = call(handle.fd, memory, length);
  return result < 0 ? fail(result) : memory.toString('latin1', 0, length[0]);
}

export const getsockname = (_op: Op, value: PerlValue): PerlValue =>
  nameOf('getsockname', (fd, memory, length) => sys.getsockname(fd, memory, length), value);

export const getpeername = (_op: Op, value: PerlValue): PerlValue =>
  nameOf('getpeername', (fd, memory, length) => sys.getpeername(fd, memory, length), value);
