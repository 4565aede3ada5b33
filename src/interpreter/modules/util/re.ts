/** The functions of the module re (perldoc re): asking about qr// objects. */
import { str } from '../../../runtime/convert.js';
import { refType } from '../../../runtime/stringify-ref.js';
import { bool, NO, type PerlValue, referentOf } from '../../../runtime/value.js';
import { exportsOf, type NativeModule, words } from '../native-module.js';

const isRegExp = (v: PerlValue): boolean => referentOf(v) !== null && refType(v) === 'REGEXP';

export const re: NativeModule = {
  version: '0.47',
  install(perl) {
    const names = words('is_regexp regexp_pattern regmust regname regnames regnames_count');
    exportsOf(perl, 're', { onRequest: names });
    perl.define('re::is_regexp', (args) => bool(isRegExp(args.get(0))), '$');
    perl.define(
      're::regexp_pattern',
      (args, want) => {
        const v = args.get(0);
        if (!isRegExp(v)) return want === 2 ? [] : NO;
        const text = patternText(v);
        const [, flags = '', pattern = text] = /^\(\?\^?([a-z]*)(?:-[a-z]*)?:(.*)\)$/s.exec(text) ?? [];
        return want === 2 ? [pattern, flags] : text;
      },
      '$',
    );
    perl.define('re::regmust', () => [undefined, undefined], '$');
    const importNames = perl.glob('Exporter::import').c;
    // Flags and debugging are settled by the compiler or not at all; only names of functions are imported.
    perl.define('re::import', (args, want) => {
      const asked = args.list().filter((word, i) => i === 0 || names.includes(str(word, 'import')));
      return importNames && asked.length > 1 ? perl.call(importNames, asked, want) : undefined;
    });
    perl.define('re::unimport', () => undefined);
  },
};

function patternText(v: PerlValue): string {
  const referent = referentOf(v) as { blessed?: unknown };
  const { blessed } = referent;
  // The text of the pattern itself, whatever class it was blessed into.
  void blessed;
  return str(v, 'regexp_pattern');
}
