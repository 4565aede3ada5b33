/**
 * The name in `Use of uninitialized value $x in addition (+)` (perldiag), by perl's rules: an operand that must be the
 * culprit is named in full; among several, only a variable or element that exists and is undefined.
 */
import { Arguments, isPlainArray } from '../../runtime/arguments.js';
import { PerlArray } from '../../runtime/array.js';
import type { Op } from '../../runtime/active.js';
import { PerlHash } from '../../runtime/hash.js';
import { immortalUndef } from '../../runtime/scalar.js';
import type { ChoiceName, ElementName, OperandName } from './cops.js';
import type { Interp } from './interp.js';
import { shownKey } from './shown-key.js';

/** Perl looks for the element only in arrays up to this length. */
const SEARCHED = 1001;

/** What compiled code noted last at each site: the container and subscript of an undefined element, a choice made. */
export class UndefinedNotes {
  readonly containers: (PerlArray | PerlHash)[] = [];
  readonly subscripts: (string | number)[] = [];

  element(site: number, container: PerlArray | PerlHash, subscript: string | number): void {
    this.containers[site] = container;
    this.subscripts[site] = subscript;
  }
  /** Value number `at` of the array or hash at a site, if it has so many; how many it has. */
  elementOfList(site: number, at: number): number {
    const list = this.containers[site];
    if (list === undefined) return 0;
    if (list instanceof PerlArray) {
      this.subscripts[site] = list.length > SEARCHED ? list.length : at;
      return list.length;
    }
    this.subscripts[site] = list.keys()[at >> 1] ?? '';
    return 2 * list.size;
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
  const name = nameOf(perl.notes, operandAt(perl.notes, info.names, at), info.single);
  return `Use of uninitialized value ${name === '' ? '' : `${name} `}in ${info.text}`;
}

/** Value number `at` of operands that may be whole arrays and hashes: which of their elements it is gets noted. */
function operandAt(notes: UndefinedNotes, names: readonly OperandName[], at: number): OperandName {
  let rest = at;
  for (const name of names) {
    if (name !== null && typeof name === 'object') {
      if ('uncounted' in name) return null;
      if ('subscript' in name && name.subscript === 'list') {
        const count = notes.elementOfList(name.site, rest);
        if (rest < count) return name;
        rest -= count;
        continue;
      }
    }
    if (rest === 0) return name;
    rest--;
  }
  return null;
}

function nameOf(notes: UndefinedNotes, name: OperandName, certain: boolean): string {
  if (name === null) return '';
  if (typeof name === 'string') return name;
  if ('uncounted' in name) return '';
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
  if (subscript === 'list' && isNobodys(container, name, key)) return '';
  const exists = existsPlainly(container, key);
  if (!exists && !certain) return '';
  if (!exists && (subscript === 'expression' || subscript === 'list')) return `within ${sigil}${name}`;
  if (sigil === '%') return `$${name}{${shownKey(String(key))}}`;
  const fromEnd = subscript !== 'constant' && Number(key) < 0 && exists;
  return `$${name}[${fromEnd ? Number(key) + (container as PerlArray).length : key}]`;
}

/** Perl finds elements by their scalars: `undef` as an argument has none of its own, nor have the offsets of a match. */
function isNobodys(container: PerlArray | PerlHash, name: string, key: string | number): boolean {
  if (container instanceof Arguments) return container.a[Number(key)] === immortalUndef;
  return container instanceof PerlArray && (name === '-' || name === '+');
}

/** Perl does not look into tied arrays and hashes here. */
function existsPlainly(container: PerlArray | PerlHash, key: string | number): boolean {
  if (Object.getPrototypeOf(container) === PerlHash.prototype) return (container as PerlHash).exists(String(key));
  return container instanceof PerlArray && isPlainArray(container) && container.exists(Number(key));
}
