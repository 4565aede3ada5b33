/** Data::Dumper (perldoc Data::Dumper): its object, configuration and functions. */
import { PerlArray } from '../../../../runtime/array.js';
import { PerlCode } from '../../../../runtime/code.js';
import { num, str, truthy } from '../../../../runtime/convert.js';
import { PerlHash } from '../../../../runtime/hash.js';
import { LIST, type PerlValue, referentOf, SCALAR, VOID, type Want } from '../../../../runtime/value.js';
import type { Interp } from '../../../core/interp.js';
import { exportsOf, type NativeModule } from '../../native-module.js';
import { Dump, type Options } from './dump.js';
import { doubleQuoted } from './quoting.js';

/** Configuration: method and package variable, and its value at first. */
const settings: Readonly<Record<string, PerlValue>> = {
  Indent: 2,
  Trailingcomma: 0,
  Purity: 0,
  Pad: '',
  Varname: 'VAR',
  Useqq: 0,
  Terse: 0,
  Freezer: '',
  Toaster: '',
  Deepcopy: 0,
  Quotekeys: 1,
  Bless: 'bless',
  Maxdepth: 0,
  Pair: ' => ',
  Useperl: 0,
  Sortkeys: 0,
  Deparse: 0,
  Sparseseen: 0,
  Maxrecurse: 1000,
};

export const dataDumper: NativeModule = {
  version: '2.189',
  install(perl) {
    exportsOf(perl, 'Data::Dumper', { always: ['Dumper'], onRequest: ['DumperX'] });
    for (const [name, value] of Object.entries(settings)) {
      const scalar = perl.scalar(`Data::Dumper::${name}`);
      if (scalar.v === undefined) scalar.v = value;
      defineSetting(perl, name);
    }
    const dump = (args: PerlArray, want: Want): PerlValue | PerlValue[] => dumpAll(perl, objectOf(perl, args), want);
    perl.define('Data::Dumper::new', (args) => newObject(perl, args.list()));
    for (const name of ['Dump', 'Dumpxs', 'Dumpperl']) perl.define(`Data::Dumper::${name}`, dump);
    const simple = (args: PerlArray, want: Want): PerlValue | PerlValue[] =>
      dumpAll(perl, newObject(perl, ['Data::Dumper', new PerlArray(args.list())]), want);
    for (const name of ['Dumper', 'DumperX']) perl.define(`Data::Dumper::${name}`, simple);
    perl.define('Data::Dumper::qquote', (args) =>
      doubleQuoted(str(args.get(0), 'qquote'), /[^\0-\xff]/.test(str(args.get(0), 'qquote'))),
    );
    defineListMethods(perl);
  },
};

function newObject(perl: Interp, [cls, values, names]: PerlValue[]): PerlHash {
  if (!(values instanceof PerlArray)) return perl.die('Usage:  PACKAGE->new(ARRAYREF [, ARRAYREF])');
  const object = new PerlHash();
  object.blessed = perl.stash(str(cls, 'new'));
  object.set('todump', values);
  object.set('names', names instanceof PerlArray ? names : new PerlArray());
  object.set('seen', new PerlHash());
  for (const name of Object.keys(settings)) object.set(name.toLowerCase(), perl.scalar(`Data::Dumper::${name}`).v);
  return object;
}

/** The invocant; a class makes an object of the other arguments first. */
function objectOf(perl: Interp, args: PerlArray): PerlHash {
  const self = args.get(0);
  return self instanceof PerlHash ? self : newObject(perl, args.list());
}

function defineSetting(perl: Interp, name: string): void {
  const key = name.toLowerCase();
  perl.define(`Data::Dumper::${name}`, (args) => {
    const self = args.get(0) as PerlHash;
    if (args.length < 2) return self.get(key);
    self.set(key, args.get(1));
    return self;
  });
}

function defineListMethods(perl: Interp): void {
  for (const [name, key] of [
    ['Values', 'todump'],
    ['Names', 'names'],
  ] as const) {
    perl.define(`Data::Dumper::${name}`, (args) => {
      const self = args.get(0) as PerlHash;
      if (args.length < 2) return (self.get(key) as PerlArray).list();
      const list = args.get(1);
      self.set(key, list instanceof PerlArray ? new PerlArray(list.list()) : new PerlArray());
      return self;
    });
  }
  perl.define('Data::Dumper::Reset', (args) => {
    (args.get(0) as PerlHash).set('seen', new PerlHash());
    return args.get(0);
  });
  perl.define('Data::Dumper::Seen', (args) => {
    const self = args.get(0) as PerlHash;
    const given = args.get(1);
    if (!(given instanceof PerlHash)) return [];
    const seen = self.get('seen') as PerlHash;
    for (const key of given.keys()) seen.set(key.replace(/^(?![*$\\@%&])/, '$').replace(/^\*/, '$'), given.get(key));
    return self;
  });
}

function optionsOf(perl: Interp, self: PerlHash): Options {
  const text = (key: string): string => str(self.get(key) ?? '', 'Dumper');
  const flag = (key: string): boolean => truthy(self.get(key));
  const count = (key: string): number => Number(num(self.get(key) ?? 0, 'Dumper'));
  const freezer = text('freezer');
  return {
    indent: count('indent'),
    terse: flag('terse'),
    purity: flag('purity'),
    pad: text('pad'),
    useqq: flag('useqq'),
    quotekeys: flag('quotekeys'),
    deepcopy: flag('deepcopy'),
    bless: text('bless'),
    maxdepth: count('maxdepth'),
    maxrecurse: count('maxrecurse'),
    pair: text('pair'),
    trailingcomma: flag('trailingcomma'),
    toaster: text('toaster'),
    freeze(object) {
      const cls = referentOf(object)?.blessed;
      if (freezer === '' || !cls || perl.findMethod(cls, freezer) === null) return;
      perl.callMethod(object, freezer, [], VOID);
    },
    keysOf: (hash) => keysOf(perl, hash, self.get('sortkeys')),
    warn: (message) => perl.warnAlways(message),
    die: (message) => perl.die(message),
  };
}

function keysOf(perl: Interp, hash: PerlHash, sorting: PerlValue): string[] {
  if (sorting instanceof PerlCode) {
    const list = perl.call(sorting, [hash], SCALAR);
    if (list instanceof PerlArray) return list.list().map((key) => str(key, 'Dumper'));
    perl.warnAlways('Sortkeys subroutine did not return ARRAYREF\n');
    return [];
  }
  const keys = hash.keys();
  return truthy(sorting) ? keys.sort((a, b) => (a < b ? -1 : 1)) : keys;
}

/** The name a value is dumped under: `$VAR1`, `$given`, or for `*given` the sigil that fits. */
function nameOf(given: PerlValue, v: PerlValue, varname: string, i: number): string {
  const name = given === undefined ? '' : str(given, 'Dumper');
  if (name === '') return `$${varname}${i + 1}`;
  if (name.startsWith('*')) {
    if (v instanceof PerlArray) return `@${name.slice(1)}`;
    if (v instanceof PerlHash) return `%${name.slice(1)}`;
    return v instanceof PerlCode ? name : `$${name.slice(1)}`;
  }
  return name.startsWith('$') ? name : `$${name}`;
}

function dumpAll(perl: Interp, self: PerlHash, want: Want): PerlValue | PerlValue[] {
  const options = optionsOf(perl, self);
  const names = self.get('names') as PerlArray;
  const varname = str(self.get('varname') ?? 'VAR', 'Dumper');
  const dump = new Dump(options, namesSeen(self));
  const parts = (self.get('todump') as PerlArray)
    .list()
    .map((v, i) => dump.top(v, nameOf(names.get(i), v, varname, i)));
  return want === LIST ? parts : parts.join('');
}

/** What Seen() was told: name => reference. */
function namesSeen(self: PerlHash): Map<object, string> {
  const seen = new Map<object, string>();
  const given = self.get('seen');
  if (!(given instanceof PerlHash)) return seen;
  for (const key of given.keys()) {
    const referent = referentOf(given.get(key));
    if (referent !== null) seen.set(referent, key);
  }
  return seen;
}
