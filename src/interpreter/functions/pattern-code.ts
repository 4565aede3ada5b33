/** What a code group of a literal pattern becomes (perlre, "(?{ code })"). */
import type { PerlCode } from '../../runtime/code.js';
import type { PerlValue } from '../../runtime/value.js';
import { notePatternCode } from '../regexp/pattern-code.js';
import type { CoreFunctionTable } from './core-function.js';

export const patternCodeFunctions: CoreFunctionTable = {
  patternCode: {
    operands: 'ss',
    returns: 's',
    fn: (_op, text: PerlValue, code: PerlValue) => notePatternCode(text as string, code as PerlCode),
  },
};
