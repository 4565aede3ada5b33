/** Functions for scalars or strings (perlfunc, "Perl Functions by Category"); sprintf, pack and vec have files of their own. */
import { active } from '../../runtime/active.js';
import type { CoreFunctionTable } from './core-function.js';
import { fc, lc, lcfirst, quotemeta, uc, ucfirst } from './strings-case.js';
import { chomp, chop } from './strings-chomp.js';
import { chr, index, length, lengthOf, ord, rindex } from './strings-search.js';
import { substr, substrOf, substrPut, substrReplace } from './strings-substr.js';

export const stringFunctions: CoreFunctionTable = {
  chomp: { operands: 'L', returns: 's', fn: chomp },
  chop: { operands: 'L', returns: 's', fn: chop },
  chr: { operands: 'd', returns: 's', fn: chr },
  /** perl's own sentence where the C library has no crypt */
  crypt: {
    operands: 'ss',
    returns: 's',
    fn: () => active().die('The crypt() function is unimplemented due to excessive paranoia.'),
  },
  fc: { operands: 'd', returns: 's', fn: fc },
  index: { operands: 'ss?s', returns: 's', fn: index },
  lc: { operands: 'd', returns: 's', fn: lc },
  lcfirst: { operands: 'd', returns: 's', fn: lcfirst },
  length: { operands: 'd', returns: 's', fn: length },
  /** of a variable: the compiler chooses this row then */
  lengthOf: { operands: 'S', returns: 's', fn: lengthOf },
  ord: { operands: 'd', returns: 's', fn: ord },
  quotemeta: { operands: 'd', returns: 's', fn: quotemeta },
  rindex: { operands: 'ss?s', returns: 's', fn: rindex },
  /** as a value, two or three operands */
  substr: { operands: 'ss?s', returns: 's', fn: substr },
  /** of a variable, like lengthOf */
  substrOf: { operands: 'Ss?s', returns: 's', fn: substrOf },
  /** with the fourth operand, the replacement: the compiler chooses this row then */
  substrReplace: { operands: 'Ssss', returns: 's', fn: substrReplace },
  /** the same in void context */
  substrPut: { operands: 'Ssss', returns: 's', fn: substrPut },
  uc: { operands: 'd', returns: 's', fn: uc },
  ucfirst: { operands: 'd', returns: 's', fn: ucfirst },
  study: { operands: 'd', returns: 's', fn: (_op, v) => (v === undefined || v === '' ? '' : 1) },
};
