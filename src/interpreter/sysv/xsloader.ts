/** XSLoader (perldoc XSLoader): the only extension with a native half that a file asks for is IPC::SysV. */
import { str } from '../../runtime/convert.js';
import type { Interp } from '../core/interp.js';
import type { NativeModule } from '../modules/native-module.js';
import { loadIpcSysV } from './extension.js';

const extensions: Readonly<Record<string, (perl: Interp) => void>> = { 'IPC::SysV': loadIpcSysV };

export const xsLoader: NativeModule = {
  version: '0.32',
  install(perl) {
    perl.define('XSLoader::load', (args) => {
      const name = args.length > 0 ? str(args.get(0)) : perl.currentPackage();
      const load = extensions[name];
      if (load === undefined) return perl.die(`Can't locate loadable object for module ${name} in @INC`);
      load(perl);
      return 1;
    });
  },
};
