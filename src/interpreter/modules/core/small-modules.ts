/** Modules of a few lines: pragmas that the compiler settles, and names that only have to be loadable. */
import { NO, type PerlValue } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { extensions } from '../extensions/table.js';
import { exportsOf, type NativeModule, words } from '../native-module.js';

const empty = (version: string, install: (perl: Interp) => void = () => {}): NativeModule => ({ version, install });

export const smallModules: Readonly<Record<string, NativeModule>> = {
  'warnings::register': empty('1.05', (perl) => perl.compiler.requireModule('warnings')),
  warnings: empty('1.70'),
  strict: empty('1.13'),
  bytes: empty('1.09'),
  utf8: empty('1.27'),
  integer: empty('1.01'),
  feature: empty('1.89', (perl) => perl.define('feature::feature_enabled', () => NO)),
  experimental: empty('0.035'),
  XSLoader: empty('0.32', (perl) => {
    perl.define('XSLoader::load', () => loadObjectCode(perl));
    perl.define('XSLoader::bootstrap_inherit', () => loadObjectCode(perl));
  }),
  DynaLoader: empty('1.56', (perl) => {
    perl.define('DynaLoader::bootstrap', () => loadObjectCode(perl));
    perl.define('DynaLoader::bootstrap_inherit', () => loadObjectCode(perl));
    perl.define('DynaLoader::dl_load_flags', () => 0);
  }),
  threads: empty('2.40', (perl) => perl.die('This Perl not built to support threads\nCompilation failed in require')),
  'threads::shared': empty('1.69', (perl) => {
    exportsOf(perl, 'threads::shared', {
      always: words('share shared_clone is_shared cond_wait cond_timedwait cond_signal cond_broadcast'),
    });
    perl.define('threads::shared::share', (args) => args.get(0), '\\[$@%]');
    perl.define('threads::shared::shared_clone', (args) => args.get(0));
    perl.define('threads::shared::is_shared', () => undefined);
    for (const name of words('cond_wait cond_timedwait cond_signal cond_broadcast'))
      perl.define(`threads::shared::${name}`, () => undefined);
  }),
  PerlIO: empty('1.12', (perl) => perl.define('PerlIO::import', () => undefined)),
  'PerlIO::scalar': empty('0.31'),
  'PerlIO::encoding': empty('0.30'),
  overloading: empty('0.02'),
  Internals: empty('1.00'),
  UNIVERSAL: empty('1.17', (perl) => perl.define('UNIVERSAL::import', (args) => refuseImport(perl, args.length))),
  'Tie::Hash::NamedCapture': empty('0.13'),
};

/** The part of a module that is in C elsewhere; modules whose part this project does not provide can't be loaded. */
function loadObjectCode(perl: Interp): PerlValue {
  const module = perl.currentPackage();
  const load = extensions[module];
  load?.(perl);
  if (load !== undefined) return 1;
  return perl.die(`Can't locate loadable object for module ${module} in @INC (this perl has no C extensions)`);
}

function refuseImport(perl: Interp, count: number): undefined {
  if (count > 1) perl.die('UNIVERSAL does not export anything');
  return undefined;
}
