/**
 * Exporter (perldoc Exporter). Plain names and tags, the everyday import, are settled here without compiling any Perl;
 * patterns, versions, names that fail and every error go to Exporter/Heavy.pm, whose frames Carp then sees.
 */
import { existsSync } from 'node:fs';
import { PerlArray } from '../../../runtime/array.js';
import { PerlCode } from '../../../runtime/code.js';
import { str, truthy as isTrue } from '../../../runtime/convert.js';
import type { PerlGlob } from '../../../runtime/glob.js';
import { type PerlValue, SCALAR, VOID, type Want } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { isNoteworthy } from '../../core/redefinition.js';
import type { NativeModule } from '../native-module.js';
import { callAs } from './call-as.js';

const plainName = /^\w+$/;

export const exporter: NativeModule = {
  version: '5.77',
  install(perl) {
    perl.scalar('Exporter::ExportLevel').v = 0;
    perl.scalar('Exporter::Verbose').v = 0;
    const code = perl.define('Exporter::import', (args) => importInto(perl, code, args));
    perl.define('Exporter::export_fail', (args) => args.list().slice(1));
    for (const name of ['export', 'export_to_level', 'export_tags', 'export_ok_tags']) {
      perl.define(`Exporter::${name}`, (args, want) => perl.callSub(heavySub(perl, `heavy_${name}`), args, want));
    }
    perl.define('Exporter::require_version', (args, want) =>
      perl.callMethod(args.get(0), 'VERSION', [args.get(1)], want),
    );
  },
};

function importInto(perl: Interp, code: PerlCode, args: PerlArray): void {
  const pkg = str(args.get(0), 'subroutine entry');
  const target = importer(perl);
  const asked = args
    .list()
    .slice(1)
    .map((name) => str(name, 'subroutine entry'));
  if (pkg === 'Exporter' && asked[0] === 'import') {
    perl.packages.define(`${target}::import`, code);
    return;
  }
  const exports = listOf(perl, pkg, 'EXPORT');
  const names = asked.length > 0 ? expandTags(perl, pkg, asked, exports) : exports;
  if (names === null || isOdd(perl, pkg, names, exports, asked.length > 0)) {
    heavy(perl, code, 'heavy_export', [pkg, target, ...asked], VOID);
    return;
  }
  if (names.some((name) => isNoticed(perl, pkg, target, name))) {
    if ([...asked, ...names].every((word) => plainName.test(word))) importLoudly(perl, code, [pkg, target, ...names]);
    else heavy(perl, code, 'heavy_export', [pkg, target, ...asked], VOID);
    return;
  }
  for (const name of names) importName(perl, pkg, target, name);
}

/** Does the import put another sub in the place of one that the program may be warned about? */
function isNoticed(perl: Interp, pkg: string, target: string, symbol: string): boolean {
  if (!plainName.test(symbol) && !symbol.startsWith('&')) return false;
  const name = symbol.replace(/^&/, '');
  const old = perl.packages.find(`${target}::${name}`)?.c;
  if (!old) return false;
  return isNoteworthy(perl, old, perl.packages.find(`${pkg}::${name}`)?.c ?? { prototype: null, constant: null });
}

/** The import in Perl, as if at the place in perl's Exporter that its warnings name. */
function importLoudly(perl: Interp, code: PerlCode, args: PerlValue[]): void {
  const source = `sub {
    my ($package, $target, @names) = @_;
    local $SIG{__WARN__} = sub { require Carp; &Carp::carp } unless $SIG{__WARN__};
#line 63 "${perlsOwnFile(perl, 'Exporter.pm')}"
    *{"\${target}::$_"} = \\&{"\${package}::$_"} for @names;
  }`;
  const sub = perl.compiler.evalIn(source, 'Exporter', SCALAR) as PerlCode;
  callAs(perl, 'Exporter', code, () => perl.callSub(sub, new PerlArray(args), VOID));
}

/** Where perl keeps a module that is built in here. */
function perlsOwnFile(perl: Interp, file: string): string {
  const folders = perl
    .glob('main::INC')
    .av.list()
    .map((folder) => str(folder, 'list'));
  return folders.map((folder) => `${folder}/${file}`).find((path) => existsSync(path)) ?? file;
}

/** The package that gets the names: the caller, or one further out ($Exporter::ExportLevel). */
function importer(perl: Interp): string {
  const level = Number(perl.scalar('Exporter::ExportLevel').v ?? 0);
  return level > 0 ? (perl.caller(level - 1)?.pkg ?? 'main') : perl.currentPackage();
}

function listOf(perl: Interp, pkg: string, variable: string): string[] {
  const list = perl.packages.find(`${pkg}::${variable}`)?.a;
  return list ? list.list().map((name) => str(name, 'list')) : [];
}

/** Import words with `:tag` replaced by its names; null if a word needs Exporter::Heavy. */
function expandTags(perl: Interp, pkg: string, asked: readonly string[], exports: readonly string[]): string[] | null {
  if (!asked.some((word) => word.startsWith(':'))) return [...asked];
  const tags = perl.packages.find(`${pkg}::EXPORT_TAGS`)?.h;
  const names = new Set<string>();
  for (const word of asked) {
    if (word.startsWith('!') || word.startsWith('/')) return null;
    if (!word.startsWith(':')) names.add(word);
    else if (word === ':DEFAULT') for (const name of exports) names.add(name);
    else {
      const tag = tags?.get(word.slice(1));
      if (!(tag instanceof PerlArray)) return null;
      for (const name of tag.list()) names.add(str(name, 'list'));
    }
  }
  return [...names];
}

/** Does anything here need the full treatment: an unknown name, a version, names that fail, verbosity? */
function isOdd(
  perl: Interp,
  pkg: string,
  names: readonly string[],
  exports: readonly string[],
  asked: boolean,
): boolean {
  if (isTrue(perl.scalar('Exporter::Verbose').v)) return true;
  const failing = perl.packages.find(`${pkg}::EXPORT_FAIL`)?.a;
  if (failing && failing.length > 0) return true;
  if (!asked) return false;
  const known = new Set([...exports, ...listOf(perl, pkg, 'EXPORT_OK')].map((name) => name.replace(/^&/, '')));
  return names.some((name) => !known.has(name.replace(/^&/, '')) && !known.has(name));
}

/** Makes `target` share one variable or sub of `pkg`. */
function importName(perl: Interp, pkg: string, target: string, symbol: string): void {
  const plain = plainName.test(symbol) || symbol.startsWith('&');
  const name = symbol.replace(/^[$@%&*]/, '');
  const from = perl.glob(`${pkg}::${name}`);
  const to = perl.glob(`${target}::${name}`);
  if (plain) return importSub(perl, from, `${target}::${name}`, to);
  const sigil = symbol[0] as string;
  to.imported += sigil;
  if (sigil === '$') to.s = from.s;
  else if (sigil === '@') to.a = from.av;
  else if (sigil === '%') to.h = from.hv;
  else importGlob(perl, from, target, name);
}

/** A sub that isn't there yet is promised: AUTOLOAD of its package supplies it at the first call. */
function importSub(perl: Interp, from: PerlGlob, fullName: string, to: PerlGlob): void {
  if (from.c === null) {
    from.c = new PerlCode(from.stash, from.name, null);
    from.c.declared = true;
  }
  if (!to.imported.includes('&')) to.imported += '&';
  if (to.c === from.c) return;
  perl.packages.define(fullName, from.c);
  if (!to.imported.includes('&')) to.imported += '&';
}

/** The glob itself under another name. */
function importGlob(perl: Interp, from: PerlGlob, target: string, name: string): void {
  from.imported += '$@%';
  perl.stash(target).globs.set(name, from);
  perl.packages.forget(`${target}::${name}`);
}

/** A sub of Exporter::Heavy, which is loaded when first needed. */
function heavySub(perl: Interp, name: string): PerlCode {
  perl.compiler.requireModule('Exporter::Heavy');
  return perl.glob(`Exporter::Heavy::${name}`).c as PerlCode;
}

function heavy(
  perl: Interp,
  code: PerlCode,
  name: string,
  args: PerlArray['a'],
  want: Want,
): PerlValue | PerlValue[] | void {
  const sub = heavySub(perl, name);
  return callAs(perl, 'Exporter', code, () => perl.callSub(sub, new PerlArray(args), want));
}
