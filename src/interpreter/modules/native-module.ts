/** Modules written in TypeScript: what `use X` finds in the registry instead of a file. */
import { PerlArray } from '../../runtime/array.js';
import type { PerlValue } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';

export interface NativeModule {
  /** what `$X::VERSION` says */
  readonly version: string;
  /** defines the subs and variables of the module */
  install(perl: Interp): void;
}

/** What a module lets others import (perldoc Exporter). */
export interface Exports {
  readonly always?: readonly string[];
  readonly onRequest?: readonly string[];
  readonly tags?: Readonly<Record<string, readonly string[]>>;
}

/** Fills @EXPORT, @EXPORT_OK and %EXPORT_TAGS, and inherits from Exporter. */
export function exportsOf(perl: Interp, pkg: string, { always = [], onRequest = [], tags = {} }: Exports): void {
  perl.compiler.requireModule('Exporter');
  perl.glob(`${pkg}::ISA`).av.pushList(['Exporter']);
  perl.glob(`${pkg}::EXPORT`).av.assign([...always]);
  perl.glob(`${pkg}::EXPORT_OK`).av.assign([...onRequest]);
  const table = perl.glob(`${pkg}::EXPORT_TAGS`).hv;
  for (const [tag, names] of Object.entries(tags)) table.set(tag, new PerlArray([...names]));
}

/** A constant sub: prototype `()`, and a value the compiler may inline. */
export function defineConstant(perl: Interp, fullName: string, value: PerlValue): void {
  const code = perl.define(fullName, () => value, '');
  code.constant = { value };
}

export function defineConstants(perl: Interp, pkg: string, values: Readonly<Record<string, PerlValue>>): void {
  for (const [name, value] of Object.entries(values)) defineConstant(perl, `${pkg}::${name}`, value);
}

/** The words of a list written as text. */
export function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
