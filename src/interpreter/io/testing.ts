/** For the tests of this folder and its neighbours: a Perl that runs nothing, and collects its warnings. */
import { setActive } from '../../runtime/active.js';
import { PerlGlob } from '../../runtime/glob.js';
import { Interp } from '../core/interp.js';
import { installProcessVariables } from '../process/environment-scalars.js';
import { installIoVariables } from './variables.js';

export interface TestPerl {
  readonly perl: Interp;
  readonly warnings: string[];
}

export function startTestPerl(): TestPerl {
  const perl = new Interp();
  setActive(perl);
  const warnings: string[] = [];
  perl.warnAll = true;
  perl.writeError = (text) => void warnings.push(text.replace(/ at .*/s, ''));
  installProcessVariables(perl, 'test');
  installIoVariables(perl);
  return { perl, warnings };
}

/** A handle without an entry in a symbol table, as `open my $fh` makes it. */
export function lexicalGlob(perl: Interp, name = '$fh'): PerlGlob {
  return new PerlGlob(perl.stash('main'), name);
}
