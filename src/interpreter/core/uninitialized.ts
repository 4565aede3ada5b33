/**
 * The name in `Use of uninitialized value $x in addition (+)` (perldiag), by perl's rules: an operand that must be the
 * culprit is named in full; among several, only a variable or element that exists and is undefined.
 */
import { isPlainArray } from '../../runtime/arguments.js';
import { PerlArray } from '../../runtime/array.js';
import type { Op } from '../../runtime/active.js';
import { PerlHash } from '../../runtime/hash.js';
import type { ChoiceName, ElementName, OperandName } from './cops.js';
import type { Interp } from './interp.js';
import { shownKey } from './shown-key.js';

/** What compiled code noted last at each site: the container and subscript of an undefined element, a choice made. */
export class UndefinedNotes {
  readonly containers: (PerlArray | PerlHash)[] = [];
  readonly subscripts: (string | number)[] = [];

  element(site: number, container: PerlArray | PerlHash, subscript: string | number): void {
    this.containers[site] = container;
    this.subscripts[site] = subscript;
  }
  choice(site: number, index: number): void {
    this.subscripts[site] = index;
  }
}

export function uninitializedMessage(perl: Interp, op: Op, operand: unknown): string {
  if (typeof op === 'string') return `Use of uninitialized value in ${op}`;
  const info = perl.ops[op];
  if (info === undefined) return 'Use of uninitialized value in subroutine entry';
  const at = typeof operand === 'number' ? operand : info.names.length === 1 ? 0 : -1;
  const name = nameOf(perl.notes, info.names[at] ?? null, info.single);
  return `Use of uninitialized value ${name === '' ? '' : `${name} `}in ${info.text}`;
}

function nameOf(notes: UndefinedNotes, name: OperandName, certain: boolean): string {
  if (name === null) return '';
  if (typeof name === 'string') return name;
  return 'choices' in name ? chosenName(notes, name) : elementName(notes, name, certain);
}

function chosenName(notes: UndefinedNotes, { site, choices }: ChoiceName): string {
  return nameOf(notes, choices[Number(notes.subscripts[site])] ?? null, false);
}

function elementName(notes: UndefinedNotes, element: ElementName, certain: boolean): string {
  const { site, sigil, name, subscript } = element;
  const container = notes.containers[site];
  const key = notes.subscripts[site];
  if (container === undefined || key === undefined) return '';
  const exists = existsPlainly(container, key);
  if (!exists && !certain) return '';
  if (!exists && subscript === 'expression') return `within ${sigil}${name}`;
  if (sigil === '%') return `$${name}{${shownKey(String(key))}}`;
  const fromEnd = subscript !== 'constant' && Number(key) < 0 && exists;
  return `$${name}[${fromEnd ? Number(key) + (container as PerlArray).length : key}]`;
}

/** Perl does not look into tied arrays and hashes here. */
function existsPlainly(container: PerlArray | PerlHash, key: string | number): boolean {
  if (Object.getPrototypeOf(container) === PerlHash.prototype) return (container as PerlHash).exists(String(key));
  return container instanceof PerlArray && isPlainArray(container) && container.exists(Number(key));
}
