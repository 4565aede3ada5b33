/** Socket (perldoc Socket): constants, and addresses as the packed strings the socket functions take. */
import { currentAbi } from '../../../abi/current-abi.js';
import * as sockets from '../../../abi/linux-sockets.js';
import type { PerlValue } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { defineConstants, exportsOf, type NativeModule, words } from '../native-module.js';
import { addressFunctions } from './socket-addresses.js';
import { defineTable } from '../call-table.js';
import { getaddrinfo, getnameinfo } from './socket-names.js';

/** Constants too rare for the tables of the C headers. */
const others: Readonly<Record<string, number>> = {
  SHUT_RD: 0,
  SHUT_WR: 1,
  SHUT_RDWR: 2,
  SOCK_RDM: 4,
  AF_APPLETALK: 5,
  AF_MAX: 46,
  PF_MAX: 46,
  AF_KEY: 15,
  PF_KEY: 15,
  SO_DEBUG: 1,
  SO_DONTROUTE: 5,
  SO_OOBINLINE: 10,
  SO_PASSCRED: 16,
  SO_RCVLOWAT: 18,
  SO_SNDLOWAT: 19,
  SO_DOMAIN: 39,
  SO_PROTOCOL: 38,
  SO_TIMESTAMP: 29,
  SO_RCVBUFFORCE: 33,
  SO_SNDBUFFORCE: 32,
  SCM_RIGHTS: 1,
  SCM_CREDENTIALS: 2,
  SCM_TIMESTAMP: 29,
  IP_OPTIONS: 4,
  IP_HDRINCL: 3,
  IP_TOS: 1,
  IP_TTL: 2,
  IP_RECVOPTS: 6,
  IP_RETOPTS: 7,
  IP_MULTICAST_IF: 32,
  IP_MULTICAST_TTL: 33,
  IP_MULTICAST_LOOP: 34,
  IP_ADD_MEMBERSHIP: 35,
  IP_DROP_MEMBERSHIP: 36,
  MSG_DONTROUTE: 4,
  MSG_CTRUNC: 8,
  MSG_TRUNC: 32,
  MSG_EOR: 128,
  MSG_ERRQUEUE: 0x2000,
  IPPROTO_ICMP: 1,
  IPPROTO_IGMP: 2,
  IPPROTO_RAW: 255,
  IPPROTO_ICMPV6: 58,
  IPPROTO_SCTP: 132,
  TCP_MAXSEG: 2,
  TCP_CORK: 3,
  TCP_KEEPIDLE: 4,
  TCP_KEEPINTVL: 5,
  TCP_KEEPCNT: 6,
  TCP_SYNCNT: 7,
  TCP_LINGER2: 8,
  TCP_DEFER_ACCEPT: 9,
  TCP_INFO: 11,
  TCP_QUICKACK: 12,
  TCP_CONGESTION: 13,
  TCP_USER_TIMEOUT: 18,
  TCP_FASTOPEN: 23,
  IPV6_V6ONLY: 26,
  IPV6_UNICAST_HOPS: 16,
  IPV6_MULTICAST_IF: 17,
  IPV6_MULTICAST_HOPS: 18,
  IPV6_MULTICAST_LOOP: 19,
  IPV6_JOIN_GROUP: 20,
  IPV6_LEAVE_GROUP: 21,
  AI_PASSIVE: 1,
  AI_CANONNAME: 2,
  AI_NUMERICHOST: 4,
  AI_V4MAPPED: 8,
  AI_ALL: 16,
  AI_ADDRCONFIG: 32,
  AI_NUMERICSERV: 1024,
  NI_NUMERICHOST: 1,
  NI_NUMERICSERV: 2,
  NI_NOFQDN: 4,
  NI_NAMEREQD: 8,
  NI_DGRAM: 16,
  NIx_NOHOST: 1,
  NIx_NOSERV: 2,
  EAI_BADFLAGS: -1,
  EAI_NONAME: -2,
  EAI_AGAIN: -3,
  EAI_FAIL: -4,
  EAI_NODATA: -5,
  EAI_FAMILY: -6,
  EAI_SOCKTYPE: -7,
  EAI_SERVICE: -8,
  EAI_SYSTEM: -11,
  IOV_MAX: 1024,
  UIO_MAXIOV: 1024,
};

const functionsByDefault =
  words(`sockaddr_family pack_sockaddr_in unpack_sockaddr_in sockaddr_in pack_sockaddr_in6 unpack_sockaddr_in6
  sockaddr_in6 pack_sockaddr_un unpack_sockaddr_un sockaddr_un inet_aton inet_ntoa`);

export const socket: NativeModule = {
  version: '2.038',
  install(perl) {
    const constants = { ...sockets, SOMAXCONN: currentAbi().constants.SOMAXCONN, ...others };
    defineConstants(perl, 'Socket', constants);
    const rare = /^(?:IP_(?:ADD|DROP|MULTICAST)|IPPROTO|IPV6|TCP|AI|NIx?|EAI|SOCK_(?:NONBLOCK|CLOEXEC)|SO_\w+FORCE)/;
    const names = Object.keys(constants);
    exportsOf(perl, 'Socket', {
      always: [
        ...names.filter((name) => !rare.test(name)),
        ...words('INADDR_ANY INADDR_BROADCAST INADDR_LOOPBACK INADDR_NONE'),
        ...functionsByDefault,
      ],
      onRequest: [
        ...words('CR LF CRLF $CR $LF $CRLF inet_pton inet_ntop getaddrinfo getnameinfo IN6ADDR_ANY IN6ADDR_LOOPBACK'),
        ...names.filter((name) => rare.test(name)),
      ],
      tags: {
        crlf: words('CR LF CRLF $CR $LF $CRLF'),
        addrinfo: [...words('getaddrinfo getnameinfo'), ...names.filter((name) => /^(?:AI|NIx?|EAI)_/.test(name))],
      },
    });
    defineTexts(perl);
    defineTable(perl, 'Socket', { ...addressFunctions, getaddrinfo, getnameinfo });
  },
};

function defineTexts(perl: Interp): void {
  const texts: Record<string, PerlValue> = {
    INADDR_ANY: '\0\0\0\0',
    INADDR_LOOPBACK: '\x7f\0\0\x01',
    INADDR_NONE: '\xff\xff\xff\xff',
    INADDR_BROADCAST: '\xff\xff\xff\xff',
    IN6ADDR_ANY: '\0'.repeat(16),
    IN6ADDR_LOOPBACK: `${'\0'.repeat(15)}\x01`,
    CR: '\r',
    LF: '\n',
    CRLF: '\r\n',
  };
  defineConstants(perl, 'Socket', texts);
  for (const name of ['CR', 'LF', 'CRLF']) perl.scalar(`Socket::${name}`).v = texts[name];
}
