/** Which modules are written in TypeScript: `use X` looks here before it looks for a file. */
import { attributes } from './core/attributes.js';
import { builtin } from './core/builtin.js';
import { overload } from './core/overload-module.js';
import { constant } from './core/constant.js';
import { english } from './core/english.js';
import { exporter } from './core/exporter.js';
import { smallModules } from './core/small-modules.js';
import { dataDumper } from './data/dumper/data-dumper.js';
import { digestMd5, digestSha } from './data/digest.js';
import { encode, encodeAlias, partOfEncode } from './data/encode/encode.js';
import { json, jsonPp } from './data/json/json-pp.js';
import { mimeBase64 } from './data/mime-base64.js';
import { storable } from './data/storable/storable.js';
import { stringCrc32 } from './data/string-crc32.js';
import type { NativeModule } from './native-module.js';
import { posix } from './posix/posix.js';
import { config } from './system/config.js';
import { cwd } from './system/cwd.js';
import { errno } from './system/errno.js';
import { fcntl } from './system/fcntl.js';
import { socket } from './system/socket.js';
import { sysHostname } from './system/sys-hostname.js';
import { timeHiRes } from './system/time-hires.js';
import { b } from './util/b.js';
import { hashUtil } from './util/hash-util.js';
import { listUtil } from './util/list-util.js';
import { mro } from './util/mro.js';
import { re } from './util/re.js';
import { scalarUtil } from './util/scalar-util.js';
import { subUtil } from './util/sub-util.js';

export const nativeModules: Readonly<Record<string, NativeModule>> = {
  ...smallModules,
  attributes,
  B: b,
  builtin,
  Config: config,
  constant,
  Cwd: cwd,
  'Data::Dumper': dataDumper,
  'Digest::MD5': digestMd5,
  'Digest::SHA': digestSha,
  Encode: encode,
  'Encode::Alias': encodeAlias,
  'Encode::Byte': partOfEncode,
  'Encode::CN': partOfEncode,
  'Encode::Config': partOfEncode,
  'Encode::Encoding': partOfEncode,
  'Encode::JP': partOfEncode,
  'Encode::KR': partOfEncode,
  'Encode::TW': partOfEncode,
  'Encode::Unicode': partOfEncode,
  'Encode::Unicode::UTF7': partOfEncode,
  'Encode::XS': partOfEncode,
  English: english,
  Errno: errno,
  Exporter: exporter,
  Fcntl: fcntl,
  'Hash::Util': hashUtil,
  JSON: json,
  'JSON::PP': jsonPp,
  'List::Util': listUtil,
  'MIME::Base64': mimeBase64,
  mro,
  overload,
  POSIX: posix,
  re,
  'Scalar::Util': scalarUtil,
  Socket: socket,
  Storable: storable,
  'String::CRC32': stringCrc32,
  'Sub::Util': subUtil,
  'Sys::Hostname': sysHostname,
  'Time::HiRes': timeHiRes,
};
