/**
 * Pragmas asked for by running code: `strict->import` in a module's own import method, and `${^WARNING_BITS}`. They act
 * on what is being compiled at that moment (perlpragma).
 */
import { str } from '../../runtime/convert.js';
import { MagicScalar } from '../../runtime/scalar.js';
import type { PerlValue } from '../../runtime/value.js';
import { warningBits } from '../core/hints.js';
import type { Interp } from '../core/interp.js';
import { applyPragma, type CompileScope } from './pragmas.js';

const lexical = ['strict', 'warnings', 'feature', 'utf8', 'integer', 'bytes', 'locale', 'experimental', 'vars'];

export function installRunTimePragmas(perl: Interp): void {
  for (const pragma of lexical) {
    for (const no of [false, true]) {
      perl.define(`${pragma}::${no ? 'unimport' : 'import'}`, (args) => {
        const env = perl.compiling.at(-1) as CompileScope | undefined;
        if (env !== undefined) applyPragma(env, pragma, no, args.list().slice(1));
      });
    }
  }
  perl.glob('main::^WARNING_BITS').s = new WarningBits(perl);
}

class WarningBits extends MagicScalar {
  private readonly perl: Interp;
  constructor(perl: Interp) {
    super();
    this.perl = perl;
  }
  override fetch(): PerlValue {
    const env = this.perl.compiling.at(-1);
    return env === undefined ? undefined : warningBits(env.hints);
  }
  override store(v: PerlValue): void {
    const env = this.perl.compiling.at(-1);
    if (env === undefined) return;
    if (v === undefined) {
      env.hints = { ...env.hints, warnings: null, fatal: new Set() };
      return;
    }
    const [warnings = '', fatal = ''] = str(v).split('|');
    env.hints = { ...env.hints, warnings: words(warnings), fatal: words(fatal) };
  }
}
const words = (text: string): Set<string> => new Set(text === '' ? [] : text.split(','));
