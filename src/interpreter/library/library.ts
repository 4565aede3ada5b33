/** Everything compiled code can call, by the name it uses. */
import { lateProperty } from '../../runtime/late-property.js';
import { str, truthy } from '../../runtime/convert.js';
import { Arguments } from '../../runtime/arguments.js';
import { PerlArray } from '../../runtime/array.js';
import { LoopControl, PerlDie, ReturnControl } from '../../runtime/exceptions.js';
import { PerlHash } from '../../runtime/hash.js';
import { immortalUndef, ReadonlyScalar, Scalar } from '../../runtime/scalar.js';
import { bool, FloatInteger } from '../../runtime/value.js';
import { overloadedConstant } from '../core/overloaded-constants.js';
import { callDynamicMethod, callMethod, callQualified } from '../core/call-method.js';
import { formatRows } from '../formats/rows.js';
import { vecLvalue } from '../functions/bits.js';
import { VecLvalue } from '../functions/bits.js';
import { substrLvalue } from '../functions/strings-substr.js';
import {
  fileTest,
  fileTestLast,
  fileTestStacked,
  ioGlob,
  ioPrint,
  ioPrintf,
  ioReadline,
  ioSay,
} from '../functions/io-operators.js';
import { coreFunctions, lateNames } from '../functions/table.js';
import * as arithmetic from '../operators/arithmetic.js';
import * as bitwise from '../operators/bitwise.js';
import * as comparison from '../operators/comparison.js';
import * as concatenation from '../operators/concatenation.js';
import * as increment from '../operators/increment.js';
import * as integerArithmetic from '../operators/integer-arithmetic.js';
import { neg } from '../operators/negate.js';
import { range } from '../operators/range.js';
import { smartMatch } from '../operators/smartmatch.js';
import * as shift from '../operators/shift.js';
import * as wideProducts from '../operators/wide-products.js';
import * as regexp from '../regexp/ops.js';
import * as elementOperands from '../sysv/element-operand.js';
import * as assignment from './assignment.js';
import * as calls from './calls.js';
import * as dereference from './dereference.js';
import * as elements from './elements.js';
import * as errors from './errors.js';
import * as freedElements from './freed-elements.js';
import * as lists from './lists.js';
import * as load from './load.js';
import * as localise from './localise.js';
import * as lvalueCalls from './lvalue-calls.js';
import * as objects from './objects.js';
import * as refAliasing from './ref-aliasing.js';
import * as text from './text.js';
import * as tie from './tie.js';
import * as tries from './try.js';
import * as typeglobs from './typeglobs.js';

const rowName = (name: string): string => `f$${name}`;

export const library: Readonly<Record<string, unknown>> = {
  // A thousand properties: without this, V8 makes as many shapes of objects.
  __proto__: null,
  ...elementOperands,
  ...arithmetic,
  ...bitwise,
  ...comparison,
  ...concatenation,
  ...increment,
  ...integerArithmetic,
  ...shift,
  ...wideProducts,
  ...regexp,
  ...assignment,
  ...calls,
  ...dereference,
  ...elements,
  ...errors,
  ...freedElements,
  ...lists,
  ...load,
  ...localise,
  ...lvalueCalls,
  ...objects,
  ...refAliasing,
  ...text,
  ...tie,
  ...tries,
  ...typeglobs,
  neg,
  range,
  smartMatch,
  str,
  truthy,
  bool,
  FloatInteger,
  Arguments,
  PerlArray,
  PerlHash,
  Scalar,
  ReadonlyScalar,
  immortalUndef,
  LoopControl,
  PerlDie,
  ReturnControl,
  overloadedConstant,
  callMethod,
  callDynamicMethod,
  callQualified,
  substrLvalue,
  VecLvalue,
  vecLvalue,
  fileTest,
  fileTestLast,
  fileTestStacked,
  ioGlob,
  ioPrint,
  ioPrintf,
  ioReadline,
  ioSay,
};

const late: ReadonlySet<string> = new Set(lateNames);
for (const name of Object.keys(coreFunctions)) {
  if (!late.has(name)) (library as Record<string, unknown>)[rowName(name)] = coreFunctions[name]?.fn;
  else lateProperty(library, rowName(name), () => coreFunctions[name]?.fn);
}
lateProperty(library, 'formline', () => formatRows.formline.fn);
