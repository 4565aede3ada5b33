/**
 * Calls of lvalue subs where the variables behind the result are wanted (perlsub "Lvalue subroutines"). The caller leaves
 * word in `perl.lvalueCall`, the sub its answer in `perl.lvalueSlots`: values that are no variables lie there as they are.
 */
import { PerlArray } from '../../runtime/array.js';
import type { PerlCode } from '../../runtime/code.js';
import { PerlHash } from '../../runtime/hash.js';
import { str } from '../../runtime/convert.js';
import { immortalUndef, Scalar } from '../../runtime/scalar.js';
import { LIST, type PerlValue, referentOf, SCALAR, type Slot, type Want } from '../../runtime/value.js';
import type { Interp, LvalueCall } from '../core/interp.js';
import { callMethod } from '../core/call-method.js';

type Target = Scalar | PerlArray | PerlHash | null;

/** An lvalue sub begins: how has it been called? */
export function lvalueCall(perl: Interp): LvalueCall {
  const how = perl.lvalueCall;
  perl.lvalueCall = 'value';
  return how;
}

type Result = PerlValue | PerlValue[] | void;

function slotsOf(perl: Interp, how: LvalueCall, call: (want: Want) => Result): Slot[] {
  perl.lvalueCall = how;
  perl.lvalueSlots = null;
  const result = call(how === 'assigned' || how === 'variable' ? SCALAR : LIST);
  perl.lvalueCall = 'value';
  const slots = perl.lvalueSlots as Slot[] | null;
  perl.lvalueSlots = null;
  return slots ?? (Array.isArray(result) ? result : [result as PerlValue]);
}

function oneSlot(perl: Interp, strict: boolean, call: (want: Want) => Result): Scalar {
  const slot = slotsOf(perl, strict ? 'assigned' : 'variable', call).at(-1);
  return strict ? assignable(perl, slot, true) : slot instanceof Scalar ? slot : temporary(perl, slot);
}

/** A variable of its own for a value. */
function temporary(perl: Interp, v: PerlValue): Scalar {
  return perl.lifetimes === null ? new Scalar(v) : perl.lifetimes.box(v);
}

/** Does the sub, or the AUTOLOAD that stands in for it, give lvalues? */
function givesLvalues(perl: Interp, code: PerlCode): boolean {
  return code.fn === null ? perl.packages.find(`${code.stash.name}::AUTOLOAD`)?.c?.lvalue === true : code.lvalue;
}

/** f() = ... and the like; `strict`: what cannot be assigned to is an error, otherwise a variable of its own. */
export function lvalueOfCall(perl: Interp, code: PerlCode, args: PerlArray, strict = false): Scalar {
  if (!givesLvalues(perl, code)) return ofPlainSub(perl, code, args, strict);
  return oneSlot(perl, strict, (want) => perl.callSub(code, args, want));
}

function ofPlainSub(perl: Interp, code: PerlCode, args: PerlArray, strict: boolean): Scalar {
  if (strict && code.fn !== null)
    perl.die(`Can't modify non-lvalue subroutine call of &${code.stash.name}::${code.name}`);
  return temporary(perl, perl.callSub(code, args, SCALAR) as PerlValue);
}

/** What `return` gave: perl's words for what is no variable. */
function assignable(perl: Interp, slot: Slot, single: boolean): Scalar {
  if (slot === immortalUndef && !single) return new Scalar(undefined);
  if (slot instanceof Scalar && slot !== immortalUndef && !slot.readonly) return slot;
  const what =
    slot === undefined || slot === immortalUndef
      ? 'undef'
      : slot instanceof Scalar
        ? 'a readonly value'
        : 'a temporary';
  return perl.die(`Can't return ${what} from lvalue subroutine`);
}

/** (f()) = LIST: arrays and hashes take all that is left. */
export function targetsOfCall(perl: Interp, code: PerlCode, args: PerlArray): Target[] {
  if (!givesLvalues(perl, code)) return [ofPlainSub(perl, code, args, true)];
  const slots = slotsOf(perl, 'targets', (want) => perl.callSub(code, args, want)) as (Slot | Target)[];
  return slots.map((slot) => (isContainer(slot) ? slot : assignable(perl, slot, false)));
}

const isContainer = (slot: Slot | Target): slot is PerlArray | PerlHash | null =>
  slot === null || slot instanceof PerlArray || slot instanceof PerlHash;

/** Arguments of another sub, and what foreach walks. */
export function aliasesOfCall(perl: Interp, code: PerlCode, args: PerlArray): Slot[] {
  if (!code.lvalue) return perl.callSub(code, args, LIST) as PerlValue[];
  return slotsOf(perl, 'aliases', (want) => perl.callSub(code, args, want));
}

/** The same for methods. */
export function lvalueOfMethod(
  perl: Interp,
  invocant: PerlValue,
  name: string,
  args: PerlArray,
  strict = false,
): Scalar {
  const cls = referentOf(invocant)?.blessed ?? perl.stash(str(invocant));
  const code = perl.findMethod(cls, name) ?? perl.findMethod(cls, 'AUTOLOAD');
  const call = (want: Want): Result => callMethod(perl, invocant, name, args, want);
  return code?.lvalue === true ? oneSlot(perl, strict, call) : temporary(perl, call(SCALAR) as PerlValue);
}
