/** String::CRC32: the cyclic redundancy check of zip and Ethernet. */
import { int, str } from '../../../runtime/convert.js';
import { PerlGlob, GlobValue } from '../../../runtime/glob.js';
import { readAll } from './handles.js';
import { exportsOf, type NativeModule } from '../native-module.js';

const table = Array.from({ length: 256 }, (_, i) => {
  let c = i;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c >>> 0;
});

export function crc32(bytes: string, start = 0): number {
  let c = ~start;
  for (let i = 0; i < bytes.length; i++) c = (c >>> 8) ^ (table[(c ^ bytes.charCodeAt(i)) & 255] as number);
  return ~c >>> 0;
}

export const stringCrc32: NativeModule = {
  version: '2.100',
  install(perl) {
    exportsOf(perl, 'String::CRC32', { always: ['crc32'] });
    perl.define('String::CRC32::crc32', (args) => {
      const data = args.get(0);
      const isHandle = data instanceof PerlGlob || data instanceof GlobValue;
      const bytes = isHandle ? readAll(perl, data) : str(data, 'subroutine entry');
      return crc32(bytes, args.length > 1 ? Number(int(args.get(1), 'subroutine entry')) : 0);
    });
  },
};
