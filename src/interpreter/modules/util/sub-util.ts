/** Sub::Util (perldoc Sub::Util): names and prototypes of subs. */
import { PerlCode } from '../../../runtime/code.js';
import { str } from '../../../runtime/convert.js';
import type { PerlValue } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { exportsOf, type NativeModule, words } from '../native-module.js';

function codeOf(perl: Interp, v: PerlValue): PerlCode {
  return v instanceof PerlCode ? v : perl.die('Not a subroutine reference');
}

export const subUtil: NativeModule = {
  version: '1.63',
  install(perl) {
    exportsOf(perl, 'Sub::Util', { onRequest: words('prototype set_prototype subname set_subname') });
    perl.define('Sub::Util::subname', (args) => {
      const code = codeOf(perl, args.get(0));
      return `${code.stash.name}::${code.name}`;
    });
    perl.define('Sub::Util::set_subname', (args) => {
      const name = str(args.get(0), 'set_subname');
      const given = codeOf(perl, args.get(1));
      const at = name.lastIndexOf('::');
      const stash = perl.stash(at < 0 ? 'main' : name.slice(0, at));
      const code = new PerlCode(stash, at < 0 ? name : name.slice(at + 2), given.fn);
      return Object.assign(code, {
        prototype: given.prototype,
        lvalue: given.lvalue,
        file: given.file,
        line: given.line,
        native: given.native,
      });
    });
    perl.define('Sub::Util::prototype', (args) => codeOf(perl, args.get(0)).prototype ?? undefined);
    perl.define('Sub::Util::set_prototype', (args) => {
      const code = codeOf(perl, args.get(1));
      code.prototype = args.get(0) === undefined ? null : str(args.get(0), 'set_prototype');
      return code;
    });
  },
};
