/**
 * Which operators a class overloads (perldoc overload). overload.pm leaves its traces in the symbol table: a sub "(+"
 * for each operator, "((" or "()" to say that there is overloading at all, and the scalar of "()" for `fallback`. A
 * method given by name is a sub called overload::nil whose glob's scalar holds the name.
 */
import type { PerlCode } from '../../runtime/code.js';
import { str } from '../../runtime/convert.js';
import type { PerlGlob } from '../../runtime/glob.js';
import type { Stash } from '../../runtime/stash.js';
import { type PerlValue, referentOf } from '../../runtime/value.js';
import { type Interp, interp } from '../core/interp.js';

/** `fallback`: false forbids autogeneration, undef allows it, true also allows ignoring the overloading. */
export const NEVER = 1;
const NO_RULE = 2;
export const ALWAYS = 3;
export type Fallback = 1 | 2 | 3;

export interface OverloadTable {
  readonly className: string;
  readonly methods: Map<string, PerlCode>;
  readonly fallback: Fallback;
}

const tables = new WeakMap<Stash, OverloadTable>();

/** The table of the class that the value is blessed into, or null. */
export function overloadTable(v: PerlValue): OverloadTable | null {
  if (typeof v !== 'object') return null;
  const stash = referentOf(v)?.blessed;
  return stash ? tableOf(stash) : null;
}

function tableOf(stash: Stash): OverloadTable | null {
  const perl = interp();
  if (stash.overloadGeneration !== perl.packages.generation || stash.overloads === null) {
    stash.overloadGeneration = perl.packages.generation;
    stash.overloads = collect(perl, stash);
    if (stash.overloads) tables.set(stash, describe(stash, stash.overloads));
  }
  return stash.overloads === false ? null : (tables.get(stash) ?? null);
}

function describe(stash: Stash, methods: Map<string, PerlCode>): OverloadTable {
  const rule = stash.overloadFallback;
  const fallback = rule === undefined ? NO_RULE : rule !== '' && str(rule) !== '0' && str(rule) !== '' ? ALWAYS : NEVER;
  return { className: stash.name, methods, fallback };
}

/** Own and inherited operators, nearest class first. Most classes have none: then nobody looks through their symbols. */
function collect(perl: Interp, stash: Stash): Map<string, PerlCode> | false {
  stash.overloadFallback = undefined;
  const classes: Stash['globs'][] = [];
  for (const name of [...perl.packages.linearIsa(stash.name), 'UNIVERSAL']) {
    const globs = perl.packages.stashes.get(name)?.globs;
    if (globs !== undefined) classes.push(globs);
  }
  if (!classes.some((globs) => globs.get('()')?.c || globs.get('((')?.c)) return false;
  const methods = new Map<string, PerlCode>();
  for (const globs of classes) {
    const marker = globs.get('()');
    if (marker?.c && !methods.has('()')) {
      methods.set('()', marker.c);
      stash.overloadFallback = marker.s.v;
    }
    for (const [key, glob] of globs) if (key.startsWith('(')) addMethod(perl, stash, methods, key.slice(1), glob);
  }
  return methods;
}

function addMethod(perl: Interp, stash: Stash, methods: Map<string, PerlCode>, key: string, glob: PerlGlob): void {
  if (!glob.c || key === '(' || key === ')' || methods.has(key)) return;
  if (glob.c.name !== 'nil' || glob.c.stash.name !== 'overload') methods.set(key, glob.c);
  else methods.set(key, namedMethod(perl, stash, key, str(glob.s.v)));
}

/** `'+' => 'plus'`: looked up in the object's own class. */
function namedMethod(perl: Interp, stash: Stash, key: string, name: string): PerlCode {
  const code = perl.packages.findMethod(stash, name);
  return code ?? perl.die(`Can't resolve method "${name}" overloading "${key}" in package "${stash.name}"`);
}
