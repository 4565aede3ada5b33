/** JSON::PP (perldoc JSON::PP), and JSON over it. */
import { PerlArray } from '../../../../runtime/array.js';
import { PerlCode } from '../../../../runtime/code.js';
import { num, str, truthy } from '../../../../runtime/convert.js';
import { PerlHash } from '../../../../runtime/hash.js';
import { Scalar } from '../../../../runtime/scalar.js';
import { bool, type PerlValue, referentOf, SCALAR, ScalarRef, VOID } from '../../../../runtime/value.js';
import type { Interp } from '../../../core/interp.js';
import { codecNamed } from '../../../encodings/names.js';
import { exportsOf, type NativeModule, words } from '../../native-module.js';
import { Decoder } from './decode.js';
import { Encoder } from './encode.js';

const flags =
  words(`ascii latin1 utf8 indent canonical space_before space_after relaxed allow_nonref allow_blessed convert_blessed
  allow_unknown allow_bignum allow_tags loose escape_slash allow_barekey allow_singlequote shrink unblessed_bool core_bools`);

interface Booleans {
  readonly true: PerlValue;
  readonly false: PerlValue;
}

export const jsonPp: NativeModule = {
  version: '4.16',
  install(perl) {
    exportsOf(perl, 'JSON::PP', {
      always: words('encode_json decode_json from_json to_json'),
      onRequest: words('is_bool'),
    });
    const booleans = defineBooleans(perl);
    defineFlags(perl);
    defineMethods(perl, booleans);
    const utf8 = (): PerlHash => newObject(perl, 'JSON::PP', { utf8: 1 });
    const plain = (): PerlHash => newObject(perl, 'JSON::PP', {});
    perl.define('JSON::PP::encode_json', (args) => encode(perl, utf8(), args.get(0)), '$');
    perl.define('JSON::PP::decode_json', (args) => decode(perl, utf8(), booleans, args.get(0)), '$');
    perl.define('JSON::PP::to_json', (args) => encode(perl, withOptions(plain(), args.get(1)), args.get(0)));
    perl.define('JSON::PP::from_json', (args) =>
      decode(perl, withOptions(plain(), args.get(1)), booleans, args.get(0)),
    );
  },
};

function withOptions(self: PerlHash, options: PerlValue): PerlHash {
  if (options instanceof PerlHash) for (const key of options.keys()) self.set(key, options.get(key));
  if (options instanceof PerlHash && truthy(options.get('pretty'))) setPretty(self, 1);
  return self;
}

/** JSON::PP::true and false: objects that are 1 and 0 to every operator. */
function defineBooleans(perl: Interp): Booleans {
  const cls = 'JSON::PP::Boolean';
  const make = (n: number): PerlValue => {
    const scalar = new Scalar(n);
    scalar.blessed = perl.stash(cls);
    return new ScalarRef(scalar);
  };
  const booleans = { true: make(1), false: make(0) };
  const value = (args: PerlArray): PerlValue => (args.get(0) as ScalarRef).target.v;
  for (const name of ['((', '()', '(0+', '(++', '(--']) perl.define(`${cls}::${name}`, value);
  perl.scalar(`${cls}::()`).v = 1;
  perl.define(`${cls}::TO_JSON`, (args) => args.get(0));
  perl.scalar('JSON::PP::true').v = booleans.true;
  perl.scalar('JSON::PP::false').v = booleans.false;
  perl.define('JSON::PP::true', () => booleans.true);
  perl.define('JSON::PP::false', () => booleans.false);
  perl.define('JSON::PP::null', () => undefined);
  perl.define('JSON::PP::is_bool', (args) => {
    const stash = referentOf(args.get(0))?.blessed;
    return bool(
      !!stash && (perl.packages.isa(stash.name, cls) || perl.packages.isa(stash.name, 'Types::Serialiser::Boolean')),
    );
  });
  return booleans;
}

function newObject(perl: Interp, cls: string, values: Record<string, PerlValue>): PerlHash {
  const self = new PerlHash(
    new Map(Object.entries<PerlValue>({ max_depth: 512, indent_length: 3, allow_nonref: 1, ...values })),
  );
  self.blessed = perl.stash(cls);
  return self;
}

function setPretty(self: PerlHash, on: PerlValue): void {
  for (const flag of ['indent', 'space_before', 'space_after']) self.set(flag, on);
}

function defineFlags(perl: Interp): void {
  for (const flag of flags) {
    perl.define(`JSON::PP::${flag}`, (args) => {
      const self = args.get(0) as PerlHash;
      self.set(flag, args.length < 2 || truthy(args.get(1)) ? 1 : 0);
      return self;
    });
    perl.define(`JSON::PP::get_${flag}`, (args) => bool(truthy((args.get(0) as PerlHash).get(flag))));
  }
  for (const [name, otherwise] of [
    ['max_depth', 0x8000_0000],
    ['max_size', 0],
    ['indent_length', 3],
    ['sort_by', 1],
  ] as const) {
    perl.define(`JSON::PP::${name}`, (args) => {
      const self = args.get(0) as PerlHash;
      self.set(name, args.get(1) ?? otherwise);
      return self;
    });
    perl.define(`JSON::PP::get_${name}`, (args) => (args.get(0) as PerlHash).get(name));
  }
  for (const name of ['filter_json_object', 'filter_json_single_key_object', 'boolean_values']) {
    perl.define(`JSON::PP::${name}`, (args) => {
      const self = args.get(0) as PerlHash;
      self.set(name, new PerlArray(args.list().slice(1)));
      return self;
    });
  }
  perl.define('JSON::PP::pretty', (args) => {
    setPretty(args.get(0) as PerlHash, args.length < 2 || truthy(args.get(1)) ? 1 : 0);
    return args.get(0);
  });
}

function defineMethods(perl: Interp, booleans: Booleans): void {
  const self = (args: PerlArray): PerlHash => args.get(0) as PerlHash;
  perl.define('JSON::PP::new', (args) => newObject(perl, str(args.get(0), 'new'), {}));
  perl.define('JSON::PP::encode', (args) => encode(perl, self(args), args.get(1)));
  perl.define('JSON::PP::decode', (args) => decode(perl, self(args), booleans, args.get(1)));
  perl.define('JSON::PP::decode_prefix', (args) => {
    const decoder = decoderFor(perl, self(args), booleans, args.get(1));
    return [decoder.value(), decoder.at];
  });
  perl.define('JSON::PP::incr_parse', (args, want) => {
    const state = self(args);
    const text =
      str(state.get('incr_text') ?? '', 'incr_parse') + (args.length > 1 ? str(args.get(1) ?? '', 'incr_parse') : '');
    state.set('incr_text', text);
    if (want === VOID || !isComplete(text)) return undefined;
    const decoder = decoderFor(perl, state, booleans, text);
    const value = decoder.value();
    decoder.skip();
    state.set('incr_text', text.slice(decoder.at));
    return value;
  });
  perl.define('JSON::PP::incr_text', (args) => self(args).get('incr_text'));
  perl.define('JSON::PP::incr_skip', (args) => void self(args).set('incr_text', ''));
  perl.define('JSON::PP::incr_reset', (args) => void self(args).set('incr_text', ''));
}

/** Are all brackets and strings of a text closed, and is there anything in it? */
function isComplete(text: string): boolean {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/gs, 's');
  if (bare.includes('"') || !/\S/.test(bare)) return false;
  let depth = 0;
  for (const c of bare) {
    if (c === '[' || c === '{') depth++;
    else if ((c === ']' || c === '}') && --depth === 0) return true;
  }
  return depth === 0 && !/^[\s]*[[{]/.test(bare) && /\s$/.test(bare);
}

function encode(perl: Interp, self: PerlHash, v: PerlValue): PerlValue {
  const flag = (name: string): boolean => truthy(self.get(name));
  const sortBy = self.get('sort_by');
  const encoder = new Encoder({
    ascii: flag('ascii'),
    latin1: flag('latin1'),
    indent: flag('indent'),
    spaceBefore: flag('space_before'),
    spaceAfter: flag('space_after'),
    escapeSlash: flag('escape_slash'),
    allowBlessed: flag('allow_blessed'),
    allowUnknown: flag('allow_unknown'),
    indentLength: Number(num(self.get('indent_length') ?? 3, 'encode')),
    maxDepth: Number(num(self.get('max_depth') ?? 512, 'encode')),
    keysOf: (hash) => keysOf(perl, hash, flag('canonical'), sortBy),
    convert: (object) => convert(perl, object, flag('convert_blessed')),
    die: (message) => perl.die(message),
  });
  if (referentOf(v) === null && !flag('allow_nonref'))
    perl.die('hash- or arrayref expected (not a simple scalar, use allow_nonref to allow this)');
  const text = encoder.value(v) + (flag('indent') ? '\n' : '');
  return flag('utf8') ? (codecNamed('utf8')?.encode(text, () => '').text ?? text) : text;
}

function convert(perl: Interp, object: PerlValue, wanted: boolean): { value: PerlValue } | null {
  const cls = referentOf(object)?.blessed;
  if (!wanted || !cls || perl.findMethod(cls, 'TO_JSON') === null) return null;
  return { value: perl.callMethod(object, 'TO_JSON', [], SCALAR) as PerlValue };
}

function keysOf(perl: Interp, hash: PerlHash, canonical: boolean, sortBy: PerlValue): string[] {
  const keys = hash.keys();
  if (sortBy instanceof PerlCode) {
    const [a, b] = [perl.scalar('JSON::PP::a'), perl.scalar('JSON::PP::b')];
    return keys.sort((x, y) => {
      a.v = x;
      b.v = y;
      return Number(num(perl.callScalar(sortBy, []), 'sort'));
    });
  }
  return canonical || truthy(sortBy) ? keys.sort((a, b) => (a < b ? -1 : 1)) : keys;
}

function decoderFor(perl: Interp, self: PerlHash, booleans: Booleans, v: PerlValue): Decoder {
  const flag = (name: string): boolean => truthy(self.get(name));
  if (v === undefined || referentOf(v) !== null)
    perl.die(
      'malformed JSON string, neither array, object, number, string or atom, at character offset 0 (before "(end of string)")',
    );
  const chosen = self.get('boolean_values');
  const [no, yes] = chosen instanceof PerlArray && chosen.length >= 2 ? chosen.list() : [booleans.false, booleans.true];
  return new Decoder(charactersOf(perl, str(v, 'decode'), flag('utf8')), {
    relaxed: flag('relaxed'),
    loose: flag('loose'),
    maxDepth: Number(num(self.get('max_depth') ?? 512, 'decode')),
    true: yes,
    false: no,
    object: (hash) => filtered(perl, self, hash),
    die: (message) => perl.die(message),
  });
}

function charactersOf(perl: Interp, text: string, isUtf8: boolean): string {
  if (!isUtf8) return text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what a byte is
  if (/[^\x00-\xff]/.test(text)) perl.die('Wide character in subroutine entry');
  const malformed = (): string =>
    perl.die(
      `malformed UTF-8 character in JSON string, at character offset ${text.search(/[\x80-\xff]/)} (before "${shownBytes(text)}")`,
    );
  return codecNamed('utf8')?.decode(text, malformed).text ?? text;
}

/** The text from its first character that is not ASCII on, as complaints show it. */
function shownBytes(text: string): string {
  const rest = text.slice(Math.max(0, text.search(/[\x80-\xff]/)));
  return rest.replace(/[^ -~]/g, (c) => `\\x{${c.charCodeAt(0).toString(16)}}`).slice(0, 60);
}

/** What filter_json_object makes of a decoded hash. */
function filtered(perl: Interp, self: PerlHash, hash: PerlHash): PerlValue {
  const single = self.get('filter_json_single_key_object');
  if (single instanceof PerlArray && hash.size === 1) {
    const key = hash.keys()[0] as string;
    const code = single.get(1);
    if (str(single.get(0), 'decode') === key && code instanceof PerlCode) {
      const result = perl.call(code, [hash.get(key)], 2) as PerlValue[];
      if (result.length > 0) return result[0];
    }
  }
  const filter = self.get('filter_json_object');
  const code = filter instanceof PerlArray ? filter.get(0) : undefined;
  if (!(code instanceof PerlCode)) return hash;
  const result = perl.call(code, [hash], 2) as PerlValue[];
  return result.length > 0 ? result[0] : hash;
}

function decode(perl: Interp, self: PerlHash, booleans: Booleans, v: PerlValue): PerlValue {
  const decoder = decoderFor(perl, self, booleans, v);
  const value = decoder.value();
  decoder.skip();
  const text = charactersOf(perl, str(v, 'decode'), truthy(self.get('utf8')));
  if (decoder.at < text.length) decoder.failAfter('garbage after JSON object');
  if (referentOf(value) === null && !truthy(self.get('allow_nonref'))) {
    perl.die(
      'JSON text must be an object or array (but found number, string, true, false or null, use allow_nonref to allow this)',
    );
  }
  return value;
}

export const json: NativeModule = {
  version: '4.10',
  install(perl) {
    perl.compiler.requireModule('JSON::PP');
    exportsOf(perl, 'JSON', {
      always: words('from_json to_json jsonToObj objToJson encode_json decode_json'),
      onRequest: ['is_bool'],
    });
    perl.glob('JSON::ISA').av.push('JSON::PP');
    for (const name of words('from_json to_json encode_json decode_json true false null is_bool')) {
      const code = perl.glob(`JSON::PP::${name}`).c;
      if (code) perl.packages.define(`JSON::${name}`, code);
    }
    perl.scalar('JSON::true').v = perl.scalar('JSON::PP::true').v;
    perl.scalar('JSON::false').v = perl.scalar('JSON::PP::false').v;
    perl.define('JSON::backend', () => 'JSON::PP');
    perl.define('JSON::is_pp', () => 1);
    perl.define('JSON::is_xs', () => 0);
    const importer = perl.glob('Exporter::import').c as PerlCode;
    // `use JSON -support_by_pp, -no_export`: the words with a dash choose nothing here.
    perl.define('JSON::import', (args, want) => {
      const names = args.list().filter((word) => !str(word, 'import').startsWith('-'));
      if (args.list().some((word) => str(word, 'import') === '-no_export')) return undefined;
      return perl.call(importer, names, want);
    });
  },
};
