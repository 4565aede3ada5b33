/** Encode (perldoc Encode) for UTF-8, UTF-16, Latin-1 and ASCII. */
import type { PerlArray } from '../../../runtime/array.js';
import { PerlHash } from '../../../runtime/hash.js';
import { int, str } from '../../../runtime/convert.js';
import { bool, FlaggedString, type PerlValue } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { defineConstants, exportsOf, type NativeModule, words } from '../native-module.js';
import { type Codec, codecNamed } from './codecs.js';

const checks = {
  DIE_ON_ERR: 1,
  WARN_ON_ERR: 2,
  RETURN_ON_ERR: 4,
  LEAVE_SRC: 8,
  PERLQQ: 0x100,
  HTMLCREF: 0x200,
  XMLCREF: 0x400,
};
const FB = {
  FB_DEFAULT: 0,
  FB_CROAK: 1,
  FB_QUIET: 4,
  FB_WARN: 6,
  FB_PERLQQ: 0x108,
  FB_HTMLCREF: 0x208,
  FB_XMLCREF: 0x408,
};

/** A decoded text is flagged as characters even if all of them are small. */
function flagged(text: string): PerlValue {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is meant
  return /[^\x00-\x7f]/.test(text) && !/[^\x00-\xff]/.test(text) ? new FlaggedString(text) : text;
}

export const encode: NativeModule = {
  version: '3.21',
  install(perl) {
    const fallbacks = Object.keys(FB);
    exportsOf(perl, 'Encode', {
      always: words(
        'decode decode_utf8 encode encode_utf8 str2bytes bytes2str encodings find_encoding find_mime_encoding clone_encoding',
      ),
      onRequest: [
        ...words('_utf8_off _utf8_on define_encoding from_to is_16bit is_8bit is_utf8 perlio_ok resolve_alias utf8'),
        ...fallbacks,
        ...Object.keys(checks),
      ],
      tags: {
        all: words(
          'decode decode_utf8 encode encode_utf8 encodings find_encoding is_utf8 from_to _utf8_on _utf8_off',
        ).concat(fallbacks),
        default: words('decode decode_utf8 encode encode_utf8 encodings find_encoding'),
        fallbacks,
        fallback_all: [...fallbacks, ...Object.keys(checks)],
      },
    });
    defineConstants(perl, 'Encode', { ...checks, ...FB });
    defineFunctions(perl);
    defineObject(perl);
  },
};

function codec(perl: Interp, name: PerlValue): Codec {
  if (name instanceof PerlHash) return codec(perl, name.get('Name'));
  if (name === undefined) perl.die('Encoding name should not be undef');
  return codecNamed(str(name, 'encode')) ?? perl.die(`Unknown encoding '${str(name, 'encode')}'`);
}

const checkOf = (v: PerlValue): number => (v === undefined ? 0 : Number(int(typeof v === 'object' ? 1 : v, 'check')));

function toBytes(perl: Interp, name: PerlValue, text: PerlValue, check: number): PerlValue {
  if (text === undefined) return undefined;
  const used = codec(perl, name);
  return used.encode(str(text, 'encode'), (c) => {
    const hex = c.toString(16).padStart(4, '0');
    if (check & checks.DIE_ON_ERR) perl.die(`"\\x{${hex}}" does not map to ${used.name}`);
    if (check & checks.WARN_ON_ERR) perl.warnAlways(`"\\x{${hex}}" does not map to ${used.name}`);
    if (check & checks.PERLQQ) return `\\x{${hex}}`;
    if (check & checks.HTMLCREF) return `&#${c};`;
    return check & checks.XMLCREF ? `&#x${c.toString(16)};` : used.substitute;
  });
}

function toText(perl: Interp, name: PerlValue, bytes: PerlValue, check: number): PerlValue {
  if (bytes === undefined) return undefined;
  const used = codec(perl, name);
  const source = str(bytes, 'decode');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what a byte is
  if (/[^\x00-\xff]/.test(source)) perl.die('Cannot decode string with wide characters');
  return flagged(
    used.decode(source, (bad) => {
      const hex = [...bad].map((c) => `\\x${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`).join('');
      if (check & checks.DIE_ON_ERR) perl.die(`${shownName(used)} "${hex}" does not map to Unicode`);
      if (check & checks.WARN_ON_ERR) perl.warnAlways(`${shownName(used)} "${hex}" does not map to Unicode`);
      return check & checks.PERLQQ ? hex : '\ufffd';
    }),
  );
}

/** With a CHECK, and without LEAVE_SRC, what was converted is taken out of the source. */
function consuming(args: PerlArray, result: PerlValue): PerlValue {
  const check = checkOf(args.get(2));
  if (check !== 0 && typeof args.get(2) === 'number' && !(check & checks.LEAVE_SRC)) args.at(1).v = '';
  return result;
}

function defineFunctions(perl: Interp): void {
  for (const name of ['encode', 'str2bytes']) {
    perl.define(
      `Encode::${name}`,
      (args) => consuming(args, toBytes(perl, args.get(0), args.get(1), checkOf(args.get(2)))),
      '$$;$',
    );
  }
  for (const name of ['decode', 'bytes2str']) {
    perl.define(
      `Encode::${name}`,
      (args) => consuming(args, toText(perl, args.get(0), args.get(1), checkOf(args.get(2)))),
      '$$;$',
    );
  }
  perl.define('Encode::encode_utf8', (args) => toBytes(perl, 'utf8', args.get(0), 0), '$');
  perl.define('Encode::decode_utf8', (args) => toText(perl, 'utf8', args.get(0), checkOf(args.get(1))), '$;$');
  perl.define('Encode::is_utf8', (args) => bool(isFlagged(args.get(0))));
  perl.define('Encode::encodings', () => words('ascii iso-8859-1 utf8 utf-8-strict UTF-16 UTF-16BE UTF-16LE'));
  perl.define(
    'Encode::find_encoding',
    (args, want) => encodingObject(perl, args.get(0)) ?? (want === 2 ? [] : undefined),
  );
  perl.define('Encode::find_mime_encoding', (args) => encodingObject(perl, args.get(0)));
  perl.define('Encode::resolve_alias', (args) => codecNamed(str(args.get(0), 'resolve_alias'))?.name ?? '');
  perl.define('Encode::perlio_ok', () => 1);
  perl.define('Encode::from_to', (args) => {
    const text = toText(perl, args.get(1), args.get(0), 0);
    const bytes = toBytes(perl, args.get(2), text, checkOf(args.get(3)));
    args.at(0).v = bytes;
    return bytes === undefined ? undefined : str(bytes, 'from_to').length;
  });
  perl.define('Encode::_utf8_on', (args) => {
    const v = args.get(0);
    if (v === undefined) return undefined;
    const text = codecNamed('utf8')?.decode(str(v, '_utf8_on'), () => '\ufffd') ?? '';
    args.at(0).v = flagged(text);
    return bool(isFlagged(v));
  });
  perl.define('Encode::_utf8_off', (args) => {
    const v = args.get(0);
    if (v === undefined) return undefined;
    if (isFlagged(v)) args.at(0).v = toBytes(perl, 'utf8', v, 0);
    return bool(isFlagged(v));
  });
}

function isFlagged(v: PerlValue): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what a byte is
  return v instanceof FlaggedString || (typeof v === 'string' && /[^\x00-\xff]/.test(v));
}

function encodingObject(perl: Interp, name: PerlValue): PerlValue {
  if (name instanceof PerlHash) return name;
  const found = name === undefined ? undefined : codecNamed(str(name, 'find_encoding'));
  if (found === undefined) return undefined;
  const object = new PerlHash(new Map([['Name', found.name]]));
  object.blessed = perl.stash(found.name.startsWith('utf') ? 'Encode::utf8' : 'Encode::XS');
  return object;
}

function defineObject(perl: Interp): void {
  for (const cls of ['Encode::XS', 'Encode::utf8']) {
    if (cls === 'Encode::utf8') perl.glob('Encode::utf8::ISA').av.push('Encode::XS');
  }
  perl.define('Encode::XS::name', (args) => (args.get(0) as PerlHash).get('Name'));
  perl.define('Encode::XS::mime_name', (args) => codec(perl, args.get(0)).mime);
  perl.define('Encode::XS::encode', (args) => toBytes(perl, args.get(0), args.get(1), checkOf(args.get(2))));
  perl.define('Encode::XS::decode', (args) => toText(perl, args.get(0), args.get(1), checkOf(args.get(2))));
  perl.define('Encode::XS::perlio_ok', () => 1);
}

/** The name in complaints: strict UTF-8 goes by its common name there. */
const shownName = (used: Codec): string => (used.name === 'utf-8-strict' ? 'UTF-8' : used.name);
