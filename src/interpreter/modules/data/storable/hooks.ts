/** STORABLE_freeze, STORABLE_thaw and STORABLE_attach of an object's class (perldoc Storable, "Hooks"). */
import { str } from '../../../../runtime/convert.js';
import { LIST, type PerlValue, referentOf, SCALAR, VOID } from '../../../../runtime/value.js';
import type { Interp } from '../../../core/interp.js';

export interface Frozen {
  readonly text: string;
  /** references to what else belongs to the object */
  readonly inside: PerlValue[];
}

/** null: the class has no hook, or it declines. `cloning`: 4 for dclone, as in Storable.xs. */
export function freezeByHook(perl: Interp, object: PerlValue, cloning: 0 | 4): Frozen | null {
  const cls = referentOf(object)?.blessed;
  if (!cls || perl.findMethod(cls, 'STORABLE_freeze') === null) return null;
  const [text, ...inside] = perl.callMethod(object, 'STORABLE_freeze', [cloning], LIST) as PerlValue[];
  return text === undefined && inside.length === 0 ? null : { text: str(text), inside };
}

/** The object from what was frozen: filled by its class, or made by it. */
export function thawByHook(
  perl: Interp,
  object: PerlValue,
  text: string,
  inside: PerlValue[],
  cloning: 0 | 4,
): PerlValue {
  const cls = referentOf(object)?.blessed;
  if (!cls) return object;
  if (inside.length === 0 && perl.findMethod(cls, 'STORABLE_attach') !== null) {
    const attached = perl.callMethod(cls.name, 'STORABLE_attach', [cloning, text], SCALAR) as PerlValue;
    const made = referentOf(attached)?.blessed;
    if (!made || !perl.packages.linearIsa(made.name).includes(cls.name))
      perl.die(`STORABLE_attach did not return a ${cls.name} object`);
    return attached;
  }
  if (perl.findMethod(cls, 'STORABLE_thaw') === null) requireClass(perl, cls.name);
  perl.callMethod(object, 'STORABLE_thaw', [cloning, text, ...inside], VOID);
  return object;
}

function requireClass(perl: Interp, name: string): void {
  perl.compiler.requireModule(name);
  if (perl.findMethod(perl.stash(name), 'STORABLE_thaw') === null)
    perl.die(`No STORABLE_thaw defined for objects of class ${name} (even after a "require ${name};")`);
}
