/** Package builtin (perldoc builtin): functions that are always there, importable by name. */
import { PerlCode } from '../../../runtime/code.js';
import { str } from '../../../runtime/convert.js';
import { bool, Dual, NO, type PerlValue } from '../../../runtime/value.js';
import { toNumber } from '../../../runtime/convert.js';
import type { Interp } from '../../core/interp.js';
import type { NativeModule } from '../native-module.js';
import { LastHandleScalar } from './last-handle.js';
import { defineWarningsFunctions } from './warnings-functions.js';
import { blessed, refaddr, reftype } from '../util/scalar-util.js';
import { isWeak, unweaken, weaken } from '../util/weak-references.js';

export const builtin: NativeModule = {
  version: '0.019',
  install(perl) {
    const define = (name: string, prototype: string, fn: (v: PerlValue) => PerlValue): void => {
      perl.define(`builtin::${name}`, (args) => fn(args.get(0)), prototype);
    };
    defineWarningsFunctions(perl);
    perl.glob('main::^LAST_FH').s = new LastHandleScalar(perl);
    define('true', '', () => 1);
    define('false', '', () => NO);
    define('is_bool', '$', (v) => bool(v instanceof Dual && v === NO));
    define('blessed', '$', blessed);
    define('refaddr', '$', refaddr);
    define('reftype', '$', reftype);
    define('ceil', '$', (v) => Math.ceil(toNumber(v, 'ceil')));
    define('floor', '$', (v) => Math.floor(toNumber(v, 'floor')));
    define('trim', '$', (v) => str(v, 'trim').replace(/^\s+|\s+$/g, ''));
    define('stringify', '$', (v) => str(v, 'stringify'));
    define('created_as_number', '$', (v) => bool(typeof v === 'number' || typeof v === 'bigint'));
    define('created_as_string', '$', (v) => bool(typeof v === 'string'));
    perl.define('builtin::weaken', (args) => weaken(args.at(0)), '$');
    perl.define('builtin::unweaken', (args) => unweaken(args.at(0)), '$');
    perl.define('builtin::is_weak', (args) => bool(isWeak(args.at(0))), '$');
    perl.define('builtin::indexed', (args) => args.list().flatMap((v, i) => [i, v]), '@');
    perl.define('builtin::import', (args) => importInto(perl, args.list().slice(1)));
  },
};

function importInto(perl: Interp, names: PerlValue[]): void {
  for (const v of names) {
    const name = str(v, 'import');
    const bundle = name.startsWith(':');
    const wanted = bundle
      ? [
          'true',
          'false',
          'blessed',
          'refaddr',
          'reftype',
          'ceil',
          'floor',
          'trim',
          'weaken',
          'unweaken',
          'is_weak',
          'stringify',
          'indexed',
        ]
      : [name];
    for (const each of wanted) {
      const code = perl.packages.find(`builtin::${each}`)?.c;
      if (!(code instanceof PerlCode)) perl.die(`'${each}' is not recognised as a builtin function`);
      else perl.packages.define(`${perl.currentPackage()}::${each}`, code);
    }
  }
}
