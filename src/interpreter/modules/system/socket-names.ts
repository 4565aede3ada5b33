/** getaddrinfo and getnameinfo of Socket, for numbers, localhost and /etc/hosts: there is no synchronous DNS here. */
import { readFileSync } from 'node:fs';
import { AF_INET, AF_INET6, SOCK_STREAM } from '../../../abi/linux-sockets.js';
import { PerlHash } from '../../../runtime/hash.js';
import { int } from '../../../runtime/convert.js';
import { Dual, type PerlValue } from '../../../runtime/value.js';
import type { Operands, TableFunction } from '../call-table.js';
import { inetAton, ipv6Text, packIpv6 } from './socket-addresses.js';

const noError = new Dual(0, '');
const unknownName = new Dual(-2, 'Name or service not known');

function portOf(service: string): number {
  if (/^\d*$/.test(service)) return Number(service);
  try {
    const line = new RegExp(`^${service.replace(/\W/g, '\\$&')}\\s+(\\d+)/`, 'm').exec(
      readFileSync('/etc/services', 'latin1'),
    );
    return line ? Number(line[1]) : -1;
  } catch {
    return -1;
  }
}

function hint(c: Operands, name: string, otherwise: number): number {
  const hints = c.value(2);
  const v = hints instanceof PerlHash ? hints.get(name) : undefined;
  return v === undefined ? otherwise : Number(int(v, 'getaddrinfo'));
}

export const getaddrinfo: TableFunction = {
  operands: '...',
  fn(c) {
    const host =
      c.value(0) === undefined || c.text(0) === '' ? (hint(c, 'flags', 0) & 1 ? '0.0.0.0' : '127.0.0.1') : c.text(0);
    const port = c.count > 1 && c.value(1) !== undefined ? portOf(c.text(1)) : 0;
    const ipv4 = hint(c, 'family', 0) === AF_INET6 ? undefined : inetAton(host);
    const ipv6 = hint(c, 'family', 0) === AF_INET ? undefined : packIpv6(host);
    if (port < 0 || (ipv4 === undefined && ipv6 === undefined)) return [unknownName];
    const packedPort = String.fromCharCode(port >> 8, port & 255);
    const family = ipv6 === undefined ? AF_INET : AF_INET6;
    const addr =
      ipv6 === undefined ? `\x02\0${packedPort}${ipv4}${'\0'.repeat(8)}` : `\x0a\0${packedPort}\0\0\0\0${ipv6}\0\0\0\0`;
    const type = hint(c, 'socktype', SOCK_STREAM);
    const entries: [string, PerlValue][] = [
      ['family', family],
      ['socktype', type],
      ['protocol', hint(c, 'protocol', type === SOCK_STREAM ? 6 : 17)],
      ['addr', addr],
      ['canonname', undefined],
    ];
    return [noError, new PerlHash(new Map(entries))];
  },
};

export const getnameinfo: TableFunction = {
  operands: 'addr, flags = 0, xflags = 0',
  fn(c) {
    const address = c.text(0);
    const port = (address.charCodeAt(2) << 8) | address.charCodeAt(3);
    const host =
      address.charCodeAt(0) === AF_INET6
        ? ipv6Text(address.slice(8, 24))
        : [...address.slice(4, 8)].map((b) => b.charCodeAt(0)).join('.');
    return [noError, host, `${port}`];
  },
};
