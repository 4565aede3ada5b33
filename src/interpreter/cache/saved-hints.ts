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

export function sameHints(a: Hints, b: Hints): boolean {
  return a === b || hintsText(a) === hintsText(b);
}
