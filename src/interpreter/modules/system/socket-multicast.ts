/** Membership of multicast groups as setsockopt takes it: struct ip_mreq and its like (perldoc Socket). */
import type { PerlValue } from '../../../runtime/value.js';
import type { Operands, TableFunction } from '../call-table.js';

function bytes(c: Operands, i: number, name: string, length: number): string {
  const text = c.text(i);
  if (text.length !== length)
    c.perl.die(`Bad arg length Socket::${name}, length is ${text.length}, should be ${length}`);
  return text;
}

/** Addresses of four bytes each; those that are not given are the any address. */
function pack(name: string, count: number): TableFunction['fn'] {
  return (c) => {
    let packed = '';
    for (let i = 0; i < count; i++) packed += c.value(i) === undefined ? '\0\0\0\0' : bytes(c, i, name, 4);
    return packed;
  };
}

function unpack(name: string, count: number): TableFunction['fn'] {
  return (c): PerlValue[] => {
    const text = c.text(0);
    if (text.length !== 4 * count)
      c.perl.die(`Bad arg length for Socket::${name}, length is ${text.length}, should be ${4 * count}`);
    return Array.from({ length: count }, (_, i) => text.slice(4 * i, 4 * i + 4));
  };
}

/** struct ip_mreq_source has the interface in the middle, the functions have it last. */
const swapped = ([group, device, source]: PerlValue[]): PerlValue[] => [group, source, device];

function packIpv6(c: Operands): PerlValue {
  const index = Buffer.alloc(4);
  index.writeUInt32LE(c.integer(1) >>> 0);
  return bytes(c, 0, 'pack_ipv6_mreq', 16) + index.toString('latin1');
}

function unpackIpv6(c: Operands): PerlValue[] {
  const text = c.text(0);
  if (text.length !== 20)
    c.perl.die(`Bad arg length for Socket::unpack_ipv6_mreq, length is ${text.length}, should be 20`);
  return [text.slice(0, 16), Buffer.from(text.slice(16), 'latin1').readUInt32LE()];
}

function packSource(c: Operands): PerlValue {
  const packed = pack('pack_ip_mreq_source', 3)(c) as string;
  return packed.slice(0, 4) + packed.slice(8) + packed.slice(4, 8);
}

export const multicastFunctions: Readonly<Record<string, TableFunction>> = {
  pack_ip_mreq: { operands: 'multiaddr, interface = &PL_sv_undef', fn: pack('pack_ip_mreq', 2) },
  unpack_ip_mreq: { operands: 'mreq_sv', fn: unpack('unpack_ip_mreq', 2) },
  pack_ip_mreq_source: { operands: 'multiaddr, source, interface = &PL_sv_undef', fn: packSource },
  unpack_ip_mreq_source: {
    operands: 'mreq_sv',
    fn: (c) => swapped(unpack('unpack_ip_mreq_source', 3)(c) as PerlValue[]),
  },
  pack_ipv6_mreq: { operands: 'multiaddr, ifindex', fn: packIpv6 },
  unpack_ipv6_mreq: { operands: 'mreq_sv', fn: unpackIpv6 },
};
