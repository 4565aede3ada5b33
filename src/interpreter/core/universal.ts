/** Package UNIVERSAL and the few subs that are always there (perldoc UNIVERSAL, Internals). */
import { looksLikeReference, str, toNumber } from '../../runtime/convert.js';
import { PerlGlob } from '../../runtime/glob.js';
import { bool, type PerlValue, referentOf } from '../../runtime/value.js';
import type { Interp } from './interp.js';

/** The I/O layers there are (perldoc PerlIO). */
const layers = /^(?:unix|perlio|stdio|crlf|utf8|bytes|raw|pop|scalar|encoding)$/;

function classNameOf(v: PerlValue): string | null {
  const referent = referentOf(v);
  if (referent instanceof PerlGlob && referent.io !== null && !referent.blessed) return 'IO::File';
  if (referent !== null) return referent.blessed?.name ?? null;
  return v === undefined || looksLikeReference(v) ? null : str(v);
}

export function installUniversal(perl: Interp): void {
  perl.define('UNIVERSAL::isa', (args) => {
    if (args.length !== 2) return perl.die('Usage: isa(reference, kind)');
    const kind = str(args.get(1));
    const cls = classNameOf(args.get(0));
    const isA = cls !== null && cls !== '' && (perl.packages.isa(cls, kind.replace(/^::|^main::/, '')) || cls === kind);
    return bool(isA || (perl.referenceType(args.get(0)) === kind && kind !== ''));
  });
  perl.define('UNIVERSAL::DOES', (args) => {
    if (args.length !== 2) return perl.die('Usage: invocant->DOES(kind)');
    return perl.callMethod(args.get(0), 'isa', [args.get(1)], 1);
  });
  perl.define('UNIVERSAL::can', (args) => {
    if (args.length !== 2) return perl.die('Usage: can(object-ref, method)');
    const cls = classNameOf(args.get(0));
    if (cls === null || cls === '') return undefined;
    const stash = perl.packages.stashes.get(cls);
    if (stash === undefined) return undefined;
    return perl.findMethod(stash, str(args.get(1))) ?? undefined;
  });
  perl.define('UNIVERSAL::VERSION', (args) => {
    const cls = classNameOf(args.get(0)) ?? '';
    const have = perl.packages.find(`${cls}::VERSION`)?.s.v;
    if (args.length > 1) requireModuleVersion(perl, cls, have, args.get(1));
    return have;
  });
  // There in every perl that can load object code; programs tell miniperl by it.
  perl.define('DynaLoader::boot_DynaLoader', () => undefined);
  perl.define('PerlIO::Layer::find', (args) => (layers.test(str(args.get(1))) ? 1 : undefined));
  perl.define('Internals::SvREADONLY', () => bool(false), '\\[$%@];$');
  perl.define('Internals::SvREFCNT', () => 1, '\\[$%@];$');
}

/** `Foo version 3 required--this is only version 2` */
function requireModuleVersion(perl: Interp, cls: string, have: PerlValue, want: PerlValue): void {
  if (have === undefined) {
    if (perl.packages.stashes.get(cls)?.globs.size)
      perl.die(`${cls} does not define $${cls}::VERSION--version check failed`);
    perl.die(`${cls} defines neither package nor VERSION--version check failed`);
  }
  const a = versionNumber(str(have));
  const b = versionNumber(str(want));
  if (a < b) perl.die(`${cls} version ${str(want)} required--this is only version ${str(have)}`);
}
function versionNumber(text: string): number {
  const clean = text.replace(/_/g, '');
  if (/^v|\..*\./.test(clean))
    return clean
      .replace(/^v/, '')
      .split('.')
      .reduce((sum, part, i) => sum + Number(part) / 1000 ** i, 0);
  return toNumber(clean);
}
