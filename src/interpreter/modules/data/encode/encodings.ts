/** Encodings as objects (perldoc Encode::Encoding): those that are built in, and those that programs define. */
import type { PerlArray } from '../../../../runtime/array.js';
import { PerlCode } from '../../../../runtime/code.js';
import { str } from '../../../../runtime/convert.js';
import { PerlHash } from '../../../../runtime/hash.js';
import { type PerlValue, referentOf, SCALAR } from '../../../../runtime/value.js';
import type { Interp } from '../../../core/interp.js';
import type { Codec } from '../../../encodings/codec.js';
import { allCodecs, codecNamed } from '../../../encodings/names.js';
import { callPerl } from '../handles.js';
import { toBytes, toText } from './conversion.js';

/** Encodings that are modules in Perl. */
const ofModules: Readonly<Record<string, string>> = {
  'mime-header': 'Encode::MIME::Header',
  'mime-b': 'Encode::MIME::Header',
  'mime-q': 'Encode::MIME::Header',
  'mime-header-iso_2022_jp': 'Encode::MIME::Header::ISO_2022_JP',
  guess: 'Encode::Guess',
};

function classOf(codec: Codec): string {
  if (codec.name === 'utf8' || codec.name === 'utf-8-strict') return 'Encode::utf8';
  if (codec.name === 'UTF-7') return 'Encode::Unicode::UTF7';
  return /^U(?:TF|CS)-/.test(codec.name) ? 'Encode::Unicode' : 'Encode::XS';
}

/** The codec of an object of ours, or undefined. */
export function codecOf(object: PerlValue): Codec | undefined {
  if (!(object instanceof PerlHash) || !/^Encode::(?:utf8|XS|Unicode.*)$/.test(object.blessed?.name ?? ''))
    return undefined;
  const name = object.get('Name');
  return name === undefined ? undefined : allCodecs().get(str(name).toLowerCase());
}

/** The object for a name: known, aliased, of a module that is loaded now, or built in. */
export function findEncoding(perl: Interp, given: PerlValue): PerlValue {
  if (given === undefined) return undefined;
  if (referentOf(given) !== null) return given;
  const name = str(given, 'find_encoding');
  const defined = perl.glob('Encode::Encoding').hv;
  const lower = name.toLowerCase();
  const known = defined.get(name) ?? defined.get(lower);
  if (known !== undefined) return known;
  const aliased = aliasOf(perl, name);
  if (aliased !== undefined) return aliased;
  const module = ofModules[lower];
  if (module !== undefined) {
    perl.compiler.requireModule(module);
    const key = defined.keys().find((candidate) => candidate.toLowerCase() === lower);
    if (key !== undefined) return defined.get(key);
  }
  const codec = codecNamed(name);
  return codec === undefined ? undefined : objectFor(perl, codec);
}

function objectFor(perl: Interp, codec: Codec): PerlValue {
  const defined = perl.glob('Encode::Encoding').hv;
  const known = defined.get(codec.name);
  if (known !== undefined) return known;
  const object = new PerlHash(new Map<string, PerlValue>([['Name', codec.name]]));
  if (codec.name === 'utf-8-strict') object.set('strict_utf8', 1);
  object.blessed = perl.stash(classOf(codec));
  defined.set(codec.name, object);
  return object;
}

interface Alias {
  readonly pattern: PerlValue;
  readonly target: PerlValue;
}

const aliases = new WeakMap<Interp, Alias[]>();

/** define_alias(PATTERN => NAME, ...): a name, a qr// or code (perldoc Encode::Alias). */
export function defineAliases(perl: Interp, list: readonly PerlValue[]): void {
  const added: Alias[] = [];
  for (let i = 0; i + 1 < list.length; i += 2) added.push({ pattern: list[i], target: list[i + 1] });
  aliases.set(perl, [...added.reverse(), ...(aliases.get(perl) ?? [])]);
}

function aliasOf(perl: Interp, name: string): PerlValue {
  for (const { pattern, target } of aliases.get(perl) ?? []) {
    const found = aliasTarget(perl, name, pattern, target);
    if (found !== undefined) return findEncoding(perl, found);
  }
  return undefined;
}

function aliasTarget(perl: Interp, name: string, pattern: PerlValue, target: PerlValue): PerlValue {
  if (pattern instanceof PerlCode) return perl.callScalar(pattern, [name]);
  if (referentOf(pattern) === null) return str(pattern).toLowerCase() === name.toLowerCase() ? target : undefined;
  // A target may be code that mentions what the pattern captured: '"iso-8859-$1"'.
  return callPerl(perl, 'my $code = $_[2] =~ /[$][0-9]/; $_[0] =~ $_[1] or return; $code ? eval $_[2] : $_[2]', [
    name,
    pattern,
    target,
  ]);
}

/** Encodes or decodes by name or object; objects of others by their methods. */
export function convertWith(
  perl: Interp,
  direction: 'encode' | 'decode',
  name: PerlValue,
  args: PerlArray,
  at: number,
): PerlValue {
  if (name === undefined) perl.die('Encoding name should not be undef');
  const object = findEncoding(perl, name);
  if (object === undefined) perl.die(`Unknown encoding '${str(name)}'`);
  const source = args.get(at);
  const check = args.get(at + 1);
  const codec = codecOf(object);
  if (codec === undefined) return perl.callMethod(object, direction, [source, check ?? 0], SCALAR) as PerlValue;
  const place = at < args.length && !args.at(at).readonly ? args.at(at) : undefined;
  return direction === 'encode'
    ? toBytes(perl, codec, source, check, place)
    : toText(perl, codec, source, check, place);
}

/** The methods of encoding objects, and the class that those of programs inherit from. */
export function defineClasses(perl: Interp): void {
  for (const cls of ['XS', 'utf8', 'Unicode']) perl.glob(`Encode::${cls}::ISA`).av.assign(['Encode::Encoding']);
  perl.glob('Encode::Unicode::UTF7::ISA').av.assign(['Encode::Encoding']);
  const define = (name: string, fn: (args: PerlArray) => PerlValue): void =>
    void perl.define(`Encode::Encoding::${name}`, fn);
  const field = (args: PerlArray, name: string): PerlValue => {
    const self = args.get(0);
    return self instanceof PerlHash ? self.get(name) : undefined;
  };
  define('name', (args) => field(args, 'Name'));
  define('mime_name', (args) => (codecOf(args.get(0)) ?? codecNamed(str(field(args, 'Name') ?? '')))?.mime);
  define('renew', (args) => args.get(0));
  define('renewed', (args) => field(args, 'renewed') ?? 0);
  define('DEBUG', () => 0);
  define('perlio_ok', () => 1);
  define('needs_lines', () => '');
  define('Define', (args) => defineEncoding(perl, args));
  for (const direction of ['encode', 'decode'] as const) {
    for (const name of [direction, direction === 'encode' ? 'fromUnicode' : 'toUnicode'])
      define(name, (args) => {
        const object = args.get(0);
        if (codecOf(object) === undefined)
          perl.die(
            `${str((referentOf(object) as { blessed?: { name: string } } | null)?.blessed?.name ?? object)}->${direction} is not defined`,
          );
        return convertWith(perl, direction, object, args, 1);
      });
  }
}

/** Class->Define(NAME, ...): an object of the class under each name. */
function defineEncoding(perl: Interp, args: PerlArray): undefined {
  const [cls, name, ...rest] = args.list();
  const object = new PerlHash(new Map([['Name', name]]));
  object.blessed = perl.stash(str(cls));
  registerEncoding(perl, object, [name, ...rest]);
  return undefined;
}

export function registerEncoding(perl: Interp, object: PerlValue, names: readonly PerlValue[]): void {
  const defined = perl.glob('Encode::Encoding').hv;
  for (const name of names) defined.set(str(name), object);
}
