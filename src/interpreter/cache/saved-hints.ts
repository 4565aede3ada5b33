/** Pragmas as text: equal pragmas have equal texts. */
import type { Hints } from '../core/hints.js';

const texts = new WeakMap<Hints, string>();
const known = new Map<string, Hints>();

export function hintsText(hints: Hints): string {
  let text = texts.get(hints);
  if (text === undefined) {
    text = JSON.stringify(Object.entries(hints).map(([name, value]) => [name, plain(value)]));
    texts.set(hints, text);
  }
  return text;
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function plain(value: unknown): unknown {
  if (value instanceof Set) return { set: [...(value as Set<string>)].sort(byCodeUnits) };
  return value instanceof Map
    ? { map: [...(value as Map<string, string>)].sort(([a], [b]) => byCodeUnits(a, b)) }
    : value;
}

/** One object for all statements that have these pragmas, in whatever file. */
export function hintsOf(text: string): Hints {
  let hints = known.get(text);
  if (hints === undefined) {
    hints = Object.fromEntries(
      (JSON.parse(text) as [string, unknown][]).map(([name, value]) => [name, whole(value)]),
    ) as unknown as Hints;
    known.set(text, hints);
    texts.set(hints, text);
  }
  return hints;
}

function whole(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if ('set' in value) return new Set(value.set as string[]);
  return 'map' in value ? new Map(value.map as [string, string][]) : value;
}

/** Without their texts: each `use strict` and `use warnings` of a file that is loaded asks. */
export function sameHints(a: Hints, b: Hints): boolean {
  if (a === b) return true;
  const names = Object.keys(a) as (keyof Hints)[];
  return names.length === Object.keys(b).length && names.every((name) => sameValue(a[name], b[name]));
}

function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((member) => b.has(member));
  if (a instanceof Map && b instanceof Map)
    return a.size === b.size && [...a].every(([name, value]) => b.has(name) && b.get(name) === value);
  return JSON.stringify(a) === JSON.stringify(b);
}
