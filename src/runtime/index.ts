/** What a Perl that embeds the builtins may want beside them (docs/embedding.md). */
export { doubleToCInt, toCInt } from './c-integer.js';
export { diagnostics } from './diagnostics.js';
export { errnoFromInteger, errnoNumber, errnoText, exitStatusOfDie } from './errno.js';
export { errnoHashExists, errnoHashFetch, errnoHashKeys, errnoPosixNames } from './errno-hash.js';
export type { Bytes, Host, HostMemory, Integer, Preparation } from './host.js';
