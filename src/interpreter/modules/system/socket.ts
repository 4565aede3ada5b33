/** Socket (perldoc Socket): constants, and addresses as the packed strings the socket functions take. */
import { currentAbi } from '../../../abi/current-abi.js';
import * as sockets from '../../../abi/linux-sockets.js';
import type { PerlValue } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { defineConstants, exportsOf, type NativeModule, words } from '../native-module.js';
import { addressFunctions } from './socket-addresses.js';
import { multicastFunctions } from './socket-multicast.js';
import { defineTable } from '../call-table.js';
import { otherConstants, unknownConstants } from './socket-constants.js';
import { getaddrinfo, getnameinfo } from './socket-names.js';

/** What is imported only on request. */
const rare =
  /^(?:IP_(?:ADD|BIND|DROP|FREEBIND|MTU|MULTICAST|NODEFRAG|PMTU|RECVERR|TRANSPARENT)|IPPROTO|IPTOS|IPV6|TCP|AI|NIx?|EAI|SOCK_(?:NONBLOCK|CLOEXEC)|SO_(?:\w+FORCE|LOCK|TIMESTAMP))/;

const functionsByDefault =
  words(`sockaddr_family pack_sockaddr_in unpack_sockaddr_in sockaddr_in pack_sockaddr_in6 unpack_sockaddr_in6
  sockaddr_in6 pack_sockaddr_un unpack_sockaddr_un sockaddr_un inet_aton inet_ntoa`);

export const socket: NativeModule = {
  version: '2.038',
  install(perl) {
    const constants = { ...sockets, SOMAXCONN: currentAbi().constants.SOMAXCONN, ...otherConstants };
    defineConstants(perl, 'Socket', constants);
    const names = [...Object.keys(constants), ...unknownConstants];
    const always = [
      ...names.filter((name) => !rare.test(name)),
      ...words('INADDR_ANY INADDR_BROADCAST INADDR_LOOPBACK INADDR_NONE'),
      ...functionsByDefault,
    ];
    const onRequest = [
      ...words('CR LF CRLF $CR $LF $CRLF inet_pton inet_ntop getaddrinfo getnameinfo IN6ADDR_ANY IN6ADDR_LOOPBACK'),
      ...Object.keys(multicastFunctions),
      ...names.filter((name) => rare.test(name)),
    ];
    exportsOf(perl, 'Socket', {
      always,
      onRequest,
      tags: {
        all: [...always, ...onRequest],
        crlf: words('CR LF CRLF $CR $LF $CRLF'),
        addrinfo: [...words('getaddrinfo getnameinfo'), ...names.filter((name) => /^(?:AI|NIx?|EAI)_/.test(name))],
      },
    });
    defineTexts(perl);
    defineTable(perl, 'Socket', { ...addressFunctions, ...multicastFunctions, getaddrinfo, getnameinfo });
    for (const name of unknownConstants)
      perl.define(`Socket::${name}`, () => perl.die(`Your vendor has not defined Socket macro ${name}, used`), '');
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
