/** Encode (perldoc Encode): its functions and what it exports. */
import type { PerlArray } from '../../../../runtime/array.js';
import { str, truthy } from '../../../../runtime/convert.js';
import { bool, LIST, type PerlValue, SCALAR } from '../../../../runtime/value.js';
import type { Interp } from '../../../core/interp.js';
import type { Codec } from '../../../encodings/codec.js';
import { allCodecs, codecNamed } from '../../../encodings/names.js';
import { defineConstants, exportsOf, type NativeModule, words } from '../../native-module.js';
import { CHECKS, FALLBACKS } from './check.js';
import { flagged, isFlagged, toBytes, toText } from './conversion.js';
import { codecOf, convertWith, defineAliases, defineClasses, findEncoding, registerEncoding } from './encodings.js';

const always = words(
  'decode decode_utf8 encode encode_utf8 str2bytes bytes2str encodings find_encoding find_mime_encoding clone_encoding',
);
const others = words(
  '_utf8_off _utf8_on define_encoding from_to is_16bit is_8bit is_utf8 perlio_ok resolve_alias utf8 define_alias',
);

export const encode: NativeModule = {
  version: '3.21',
  install(perl) {
    const fallbacks = Object.keys(FALLBACKS);
    const checks = Object.keys(CHECKS);
    exportsOf(perl, 'Encode', {
      always: [...always, ...fallbacks],
      onRequest: [...others, ...checks],
      tags: {
        all: [...always, ...others, ...fallbacks, ...checks],
        default: always,
        fallbacks,
        fallback_all: [...fallbacks, ...checks],
      },
    });
    defineConstants(perl, 'Encode', { ...CHECKS, ...FALLBACKS });
    defineClasses(perl);
    defineFunctions(perl);
    defineFlagFunctions(perl);
    const alias = perl.define('Encode::Alias::define_alias', (args) => {
      defineAliases(perl, args.list());
      return undefined;
    });
    perl.packages.define('Encode::define_alias', alias);
  },
};

/** Parts of Encode that are modules of their own there: they are there once it is. */
export const partOfEncode: NativeModule = {
  version: '3.21',
  install: (perl) => void perl.compiler.requireModule('Encode'),
};

export const encodeAlias: NativeModule = {
  version: '2.25',
  install(perl) {
    perl.compiler.requireModule('Encode');
    exportsOf(perl, 'Encode::Alias', {
      always: words('define_alias find_alias'),
      onRequest: words('init_aliases delete_aliases'),
    });
    perl.define('Encode::Alias::find_alias', (args) => findEncoding(perl, args.get(1)));
    for (const name of ['init_aliases', 'delete_aliases', 'undef_aliases'])
      perl.define(`Encode::Alias::${name}`, () => undefined);
  },
};

const utf8 = (): Codec => codecNamed('utf8') as Codec;

function defineFunctions(perl: Interp): void {
  const define = (name: string, prototype: string | null, fn: (args: PerlArray) => PerlValue): void =>
    void perl.define(`Encode::${name}`, fn, prototype);
  for (const name of ['encode', 'str2bytes'])
    define(name, '$$;$', (args) => convertWith(perl, 'encode', args.get(0), args, 1));
  for (const name of ['decode', 'bytes2str'])
    define(name, '$$;$', (args) => convertWith(perl, 'decode', args.get(0), args, 1));
  define('encode_utf8', '$', (args) => toBytes(perl, utf8(), args.get(0), 0));
  define('decode_utf8', '$;$', (args) => toText(perl, utf8(), args.get(0), args.get(1), args.at(0)));
  perl.define(
    'Encode::find_encoding',
    (args, want) => findEncoding(perl, args.get(0)) ?? (want === LIST ? [] : undefined),
    '$;$',
  );
  define('getEncoding', null, (args) => findEncoding(perl, args.get(1)));
  define('find_mime_encoding', '$;$', (args) => mimeEncoding(perl, str(args.get(0) ?? '')));
  define('clone_encoding', '$', (args) => findEncoding(perl, args.get(0)));
  define('resolve_alias', '$', (args) => {
    const object = findEncoding(perl, args.get(0));
    return object === undefined ? '' : (perl.callMethod(object, 'name', [], SCALAR) as PerlValue);
  });
  define('define_encoding', null, (args) => {
    const [object, ...names] = args.list();
    registerEncoding(perl, object, names);
    return object;
  });
  define('perlio_ok', null, (args) => bool(codecOf(findEncoding(perl, args.get(0))) !== undefined));
  define('from_to', '$$$;$', (args) => fromTo(perl, args));
  perl.define('Encode::encodings', (args) => names(perl, args));
}

/** `Encode->encodings(':all')`: what has been used, or all there is. */
function names(perl: Interp, args: PerlArray): PerlValue[] {
  const defined = perl.glob('Encode::Encoding').hv.keys();
  const used = ['ascii', 'ascii-ctrl', 'iso-8859-1', 'null', 'utf-8-strict', 'utf8', ...defined];
  const all = args.list().some((v) => v !== undefined && str(v) === ':all');
  const found = new Set(all ? [...used, ...[...allCodecs().values()].map((codec) => codec.name)] : used);
  return [...found].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

/** By the name that RFC 2978 registers, and no other. */
function mimeEncoding(perl: Interp, name: string): PerlValue {
  const found = [...allCodecs().values()].find((codec) => codec.mime?.toLowerCase() === name.toLowerCase());
  return found === undefined ? undefined : findEncoding(perl, found.name === 'utf8' ? 'utf-8-strict' : found.name);
}

/** from_to($octets, FROM, TO): in place; the new length, or undef. */
function fromTo(perl: Interp, args: PerlArray): PerlValue {
  const [source, from, to, check] = args.list();
  if (source === undefined) return undefined;
  const pick = (name: PerlValue): PerlValue => {
    const object = findEncoding(perl, name);
    return object ?? perl.die(`Unknown encoding '${str(name)}'`);
  };
  const text = perl.callMethod(pick(from), 'decode', [source], SCALAR) as PerlValue;
  const bytes = perl.callMethod(pick(to), 'encode', [text, check ?? 0], SCALAR) as PerlValue;
  args.at(0).v = bytes;
  return bytes === undefined ? undefined : str(bytes).length;
}

function defineFlagFunctions(perl: Interp): void {
  perl.define('Encode::is_utf8', (args) => {
    const v = args.get(0);
    return bool(isFlagged(v) && (!truthy(args.get(1)) || !/\ufffd/.test(utf8().encode(str(v), () => '').text)));
  });
  perl.define('Encode::_utf8_on', (args) => {
    const v = args.get(0);
    if (v === undefined) return undefined;
    if (!isFlagged(v)) args.at(0).v = flagged(utf8().decode(str(v, '_utf8_on'), () => '\ufffd').text);
    return bool(isFlagged(v));
  });
  perl.define('Encode::_utf8_off', (args) => {
    const v = args.get(0);
    if (v === undefined) return undefined;
    if (isFlagged(v)) args.at(0).v = toBytes(perl, utf8(), v, 0);
    return bool(isFlagged(v));
  });
}
