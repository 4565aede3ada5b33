/** MIME::Base64 and MIME::QuotedPrint's base64 half (perldoc MIME::Base64). */
import { str, truthy } from '../../../runtime/convert.js';
import type { PerlValue } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { decodeQuotedPrint, encodeQuotedPrint } from './quoted-print.js';
import { exportsOf, type NativeModule, words } from '../native-module.js';

export const mimeBase64: NativeModule = {
  version: '3.16',
  install(perl) {
    exportsOf(perl, 'MIME::Base64', {
      always: words('encode_base64 decode_base64'),
      onRequest: words('encode_base64url decode_base64url encoded_base64_length decoded_base64_length'),
    });
    const define = (
      name: string,
      prototype: string,
      fn: (text: string, eol: PerlValue, count: number) => PerlValue,
    ): void => {
      perl.define(
        `MIME::Base64::${name}`,
        (args) => fn(str(args.get(0), 'subroutine entry'), args.get(1), args.length),
        prototype,
      );
    };
    define('encode_base64', '$;$', (text, eol, count) =>
      encode(bytesOf(perl, text), count > 1 ? str(eol ?? '\n', 'eol') : '\n'),
    );
    define('decode_base64', '$', decode);
    define(
      'encoded_base64_length',
      '$;$',
      (text, eol, count) => encode(bytesOf(perl, text), count > 1 ? str(eol ?? '\n', 'eol') : '\n').length,
    );
    define('decoded_base64_length', '$', (text) => decode(text).length);
    define('encode_base64url', '$', (text) => Buffer.from(bytesOf(perl, text), 'latin1').toString('base64url'));
    define('decode_base64url', '$', (text) => decode(text.replace(/-/g, '+').replace(/_/g, '/')));
    for (const [short, name] of [
      ['encode', 'encode_base64'],
      ['decode', 'decode_base64'],
    ])
      perl.glob(`MIME::Base64::${short}`).c = perl.glob(`MIME::Base64::${name}`).c;
    defineQuotedPrint(perl);
  },
};

/** The C half of MIME::QuotedPrint, whose other half is a file. */
function defineQuotedPrint(perl: Interp): void {
  perl.define(
    'MIME::QuotedPrint::encode_qp',
    (args) => {
      const text = bytesOf(perl, str(args.get(0), 'subroutine entry'));
      const eol = args.get(1) === undefined ? '\n' : str(args.get(1));
      return encodeQuotedPrint(text, eol, truthy(args.get(2)));
    },
    '$;$$',
  );
  perl.define('MIME::QuotedPrint::decode_qp', (args) => decodeQuotedPrint(str(args.get(0), 'subroutine entry')), '$');
}

/** Only bytes can be encoded. */
export function bytesOf(perl: Interp, text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what a byte is
  if (/[^\x00-\xff]/.test(text)) perl.die('Wide character in subroutine entry');
  return text;
}

/** Lines of 76 characters, each ended by `eol`. */
function encode(text: string, eol: string): string {
  const all = Buffer.from(text, 'latin1').toString('base64');
  if (eol === '') return all;
  return all.replace(/.{1,76}/g, (line) => line + eol);
}

/** Foreign characters are skipped; `=` ends the data. */
function decode(text: string): string {
  const letters = text.replace(/[^A-Za-z0-9+/=]/g, '').replace(/=.*$/s, '');
  return Buffer.from(letters, 'base64').toString('latin1');
}
