/** Core functions on sockets and network names (perlfunc, "Low-level socket functions", "Fetching network info"). */
import { AF_INET } from '../../abi/linux-sockets.js';
import type { Op } from '../../runtime/active.js';
import { int, str } from '../../runtime/convert.js';
import { LIST } from '../../runtime/value.js';
import type { PerlValue, Want } from '../../runtime/value.js';
import { findHost, findProtocol, findService, packedAddress } from '../sockets/network-files.js';
import type { HostEntry, Protocol, Service } from '../sockets/network-files.js';
import {
  accept,
  bind,
  connect,
  getpeername,
  getsockname,
  getsockopt,
  listen,
  recv,
  send,
  setsockopt,
  shutdown,
  socket,
  socketpair,
} from '../sockets/socket-handles.js';
import type { CoreFunctionTable } from './core-function.js';

type Answer = PerlValue | PerlValue[];

function hostAnswer(host: HostEntry | undefined, want: Want, scalar: PerlValue): Answer {
  if (want !== LIST) return host === undefined ? undefined : scalar;
  return host === undefined ? [] : [host.name, host.aliases.join(' '), AF_INET, 4, host.address];
}

function gethostbyname(op: Op, want: Want, name: PerlValue): Answer {
  const text = str(name, op);
  const numeric = packedAddress(text);
  const host =
    numeric === null
      ? findHost((h) => h.name === text || h.aliases.includes(text))
      : { name: text, aliases: [], address: numeric };
  return hostAnswer(host, want, host?.address);
}

function gethostbyaddr(op: Op, want: Want, address: PerlValue): Answer {
  const packed = str(address, op);
  const host = findHost((h) => h.address === packed);
  return hostAnswer(host, want, host?.name);
}

function serviceAnswer(s: Service | undefined, want: Want, scalar: PerlValue): Answer {
  if (want !== LIST) return s === undefined ? undefined : scalar;
  return s === undefined ? [] : [s.name, s.aliases.join(' '), s.port, s.protocol];
}

function getservbyname(op: Op, want: Want, name: PerlValue, protocol: PerlValue): Answer {
  const [text, proto] = [str(name, op), str(protocol, op)];
  const s = findService((x) => (x.name === text || x.aliases.includes(text)) && (proto === '' || x.protocol === proto));
  return serviceAnswer(s, want, s?.port);
}

function getservbyport(op: Op, want: Want, port: PerlValue, protocol: PerlValue): Answer {
  const [number, proto] = [Number(int(port, op)), str(protocol, op)];
  const s = findService((x) => x.port === number && (proto === '' || x.protocol === proto));
  return serviceAnswer(s, want, s?.name);
}

function protocolAnswer(p: Protocol | undefined, want: Want, scalar: PerlValue): Answer {
  if (want !== LIST) return p === undefined ? undefined : scalar;
  return p === undefined ? [] : [p.name, p.aliases.join(' '), p.number];
}

function getprotobyname(op: Op, want: Want, name: PerlValue): Answer {
  const text = str(name, op);
  const p = findProtocol((x) => x.name === text || x.aliases.includes(text));
  return protocolAnswer(p, want, p?.number);
}

function getprotobynumber(op: Op, want: Want, number: PerlValue): Answer {
  const n = Number(int(number, op));
  const p = findProtocol((x) => x.number === n);
  return protocolAnswer(p, want, p?.name);
}

export const socketFunctions: CoreFunctionTable = {
  socket: { operands: 'Fsss', returns: 's', fn: socket },
  socketpair: { operands: 'FFsss', returns: 's', fn: socketpair },
  bind: { operands: 'fs', returns: 's', fn: bind },
  connect: { operands: 'fs', returns: 's', fn: connect },
  listen: { operands: 'fs', returns: 's', fn: listen },
  accept: { operands: 'Ff', returns: 's', fn: accept },
  shutdown: { operands: 'fs', returns: 's', fn: shutdown },
  send: { operands: 'fss?s', returns: 's', fn: send },
  recv: { operands: 'fSss', returns: 's', fn: recv },
  setsockopt: { operands: 'fsss', returns: 's', fn: setsockopt },
  getsockopt: { operands: 'fss', returns: 's', fn: getsockopt },
  getsockname: { operands: 'f', returns: 's', fn: getsockname },
  getpeername: { operands: 'f', returns: 's', fn: getpeername },
  gethostbyname: { operands: 's', returns: 'w', fn: gethostbyname },
  gethostbyaddr: { operands: 'ss', returns: 'w', fn: gethostbyaddr },
  getservbyname: { operands: 'ss', returns: 'w', fn: getservbyname },
  getservbyport: { operands: 'ss', returns: 'w', fn: getservbyport },
  getprotobyname: { operands: 's', returns: 'w', fn: getprotobyname },
  getprotobynumber: { operands: 's', returns: 'w', fn: getprotobynumber },
};
