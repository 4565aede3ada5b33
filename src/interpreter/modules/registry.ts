/** The modules written in TypeScript, by name. Everything else is looked for in @INC. */
import { constant } from './core/constant.js';
import { exporter } from './core/exporter.js';
import { digestMd5, digestSha } from './data/digest.js';
import { mimeBase64 } from './data/mime-base64.js';
import { stringCrc32 } from './data/string-crc32.js';
import type { NativeModule } from './native-module.js';
import { xsLoader } from '../sysv/xsloader.js';
import { posix } from './posix/posix.js';
import { errno } from './system/errno.js';
import { fcntl } from './system/fcntl.js';
import { hashUtil } from './util/hash-util.js';
import { listUtil } from './util/list-util.js';
import { mro } from './util/mro.js';
import { scalarUtil } from './util/scalar-util.js';

export const nativeModules: Record<string, NativeModule> = {
  constant,
  Exporter: exporter,
  'Digest::MD5': digestMd5,
  'Digest::SHA': digestSha,
  'MIME::Base64': mimeBase64,
  'String::CRC32': stringCrc32,
  POSIX: posix,
  Errno: errno,
  Fcntl: fcntl,
  'Hash::Util': hashUtil,
  'List::Util': listUtil,
  mro,
  'Scalar::Util': scalarUtil,
  XSLoader: xsLoader,
};
