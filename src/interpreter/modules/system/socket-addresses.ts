/** Packed socket addresses: struct sockaddr_in, sockaddr_in6 and sockaddr_un (perldoc Socket, "STRUCTURE MANIPULATORS"). */
import { readFileSync } from 'node:fs';
import { isIPv4, isIPv6 } from 'node:net';
import { AF_INET, AF_INET6, AF_UNIX } from '../../../abi/linux-sockets.js';
import type { PerlValue } from '../../../runtime/value.js';
import type { Operands, TableFunction } from '../call-table.js';

const short = (n: number): string => String.fromCharCode(n & 255, (n >> 8) & 255);
const bigShort = (n: number): string => String.fromCharCode((n >> 8) & 255, n & 255);
const familyOf = (address: string): number => address.charCodeAt(0) | (address.charCodeAt(1) << 8);

const dotted = (bytes: string): string => [...bytes].map((c) => c.charCodeAt(0)).join('.');

/** Four bytes of a dotted address, or of a name in /etc/hosts. */
export function inetAton(name: string): string | undefined {
  if (isIPv4(name)) return String.fromCharCode(...name.split('.').map(Number));
  if (/^\d+$/.test(name)) return bigShort(Number(name) >>> 16) + bigShort(Number(name) & 0xffff);
  const found = hostAddress(name);
  return found === undefined ? undefined : inetAton(found);
}

function hostAddress(name: string): string | undefined {
  const hosts = readHosts().find(([address, ...names]) => isIPv4(address ?? '') && names.includes(name));
  return hosts?.[0] ?? (name === 'localhost' ? '127.0.0.1' : undefined);
}

function readHosts(): string[][] {
  try {
    return readFileSync('/etc/hosts', 'latin1')
      .split('\n')
      .map((line) => line.replace(/#.*/, '').trim().split(/\s+/));
  } catch {
    return [];
  }
}

/** Sixteen bytes of an IPv6 address. */
export function packIpv6(text: string): string | undefined {
  if (!isIPv6(text)) return undefined;
  const plain = text.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...n: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = n.slice(0, 4).map(Number);
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  });
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = [...left, ...new Array(8 - left.length - right.length).fill('0'), ...right];
  return groups.map((group) => bigShort(Number.parseInt(group, 16))).join('');
}

/** The shortest text of sixteen bytes (RFC 5952). */
export function ipv6Text(bytes: string): string {
  const groups = Array.from({ length: 8 }, (_, i) =>
    ((bytes.charCodeAt(2 * i) << 8) | bytes.charCodeAt(2 * i + 1)).toString(16),
  );
  const text = groups.join(':');
  const zeros = [...text.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].sort((a, b) => b[0].length - a[0].length)[0];
  if (zeros === undefined) return text;
  return `${text.slice(0, zeros.index)}::${text.slice(zeros.index + zeros[0].length).replace(/^:/, '')}`;
}

function packIn(c: Operands): PerlValue {
  const address = c.text(1);
  if (c.value(1) === undefined) c.perl.die('Undefined address in Socket::pack_sockaddr_in');
  if (address.length !== 4)
    c.perl.die(`Bad arg length for Socket::pack_sockaddr_in, length is ${address.length}, should be 4`);
  return short(AF_INET) + bigShort(c.integer(0)) + address + '\0'.repeat(8);
}

function checked(c: Operands, name: string, family: number, length: number): string {
  const address = c.text(0);
  if (address.length < length)
    c.perl.die(`Bad arg length for Socket::${name}, length is ${address.length}, should be ${length}`);
  if (familyOf(address) !== family)
    c.perl.die(`Bad address family for Socket::${name}, got ${familyOf(address)}, should be ${family}`);
  return address;
}

const portOf = (address: string): number => (address.charCodeAt(2) << 8) | address.charCodeAt(3);

function unpackIn(c: Operands): PerlValue | PerlValue[] {
  const address = checked(c, 'unpack_sockaddr_in', AF_INET, 16);
  const ip = address.slice(4, 8);
  return c.want === 2 ? [portOf(address), ip] : ip;
}

function packIn6(c: Operands): PerlValue {
  const scope = c.integer(2, 0);
  return short(AF_INET6) + bigShort(c.integer(0)) + '\0\0\0\0' + c.text(1) + short(scope) + short(scope >>> 16);
}

function unpackIn6(c: Operands): PerlValue | PerlValue[] {
  const address = checked(c, 'unpack_sockaddr_in6', AF_INET6, 28);
  const ip = address.slice(8, 24);
  return c.want === 2 ? [portOf(address), ip, 0, 0] : ip;
}

const packUn = (c: Operands): PerlValue => short(AF_UNIX) + c.text(0).padEnd(108, '\0').slice(0, 108);

function unpackUn(c: Operands): PerlValue {
  const path = checked(c, 'unpack_sockaddr_un', AF_UNIX, 2).slice(2);
  return path.startsWith('\0') ? path : path.replace(/\0.*$/s, '');
}

/** sockaddr_in and its like pack in scalar context and unpack in list context with one operand. */
const either =
  (pack: TableFunction['fn'], unpack: TableFunction['fn'], most: number): TableFunction['fn'] =>
  (c) =>
    c.want === 2 && c.count < most ? unpack(c) : pack(c);

export const addressFunctions: Readonly<Record<string, TableFunction>> = {
  inet_aton: { operands: 'host', fn: (c) => inetAton(c.text(0)) },
  inet_ntoa: { operands: 'ip_address', fn: (c) => dotted(c.text(0)) },
  inet_pton: {
    operands: 'af, host',
    fn: (c) => (c.integer(0) === AF_INET6 ? packIpv6(c.text(1)) : isIPv4(c.text(1)) ? inetAton(c.text(1)) : undefined),
  },
  inet_ntop: {
    operands: 'af, ip_address',
    fn: (c) => (c.integer(0) === AF_INET6 ? ipv6Text(c.text(1)) : dotted(c.text(1))),
  },
  sockaddr_family: { operands: 'sockaddr', fn: (c) => familyOf(c.text(0)) },
  pack_sockaddr_in: { operands: 'port, ip_address', fn: packIn },
  unpack_sockaddr_in: { operands: 'sockaddr', fn: unpackIn },
  sockaddr_in: { operands: '...', fn: either(packIn, unpackIn, 2) },
  pack_sockaddr_in6: { operands: 'port, ip6_address, scope_id = 0, flowinfo = 0', fn: packIn6 },
  unpack_sockaddr_in6: { operands: 'sockaddr', fn: unpackIn6 },
  sockaddr_in6: { operands: '...', fn: either(packIn6, unpackIn6, 2) },
  pack_sockaddr_un: { operands: 'pathname', fn: packUn },
  unpack_sockaddr_un: { operands: 'sockaddr', fn: unpackUn },
  sockaddr_un: { operands: '...', fn: (c) => (c.want === 2 ? unpackUn(c) : packUn(c)) },
};
