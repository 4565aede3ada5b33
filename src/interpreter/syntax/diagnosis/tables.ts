/** The tables of perl's grammar, as the build has written them down (tools/parser-tables.mjs); without a build they are made. */
import { readFileSync } from 'node:fs';
import { perlGrammar } from './grammar.js';
import { type Action, type State, tables } from './lalr.js';

export interface Tables {
  readonly states: readonly State[];
  readonly rules: readonly ReducedBy[];
}

/** What the parser wants to know of a rule: how many symbols become what. */
interface ReducedBy {
  readonly left: string;
  readonly length: number;
  readonly action: string;
}

/** Symbols are numbers; a row is symbol, meaning, symbol, meaning... States have rows in common. */
export interface PackedTables {
  readonly symbols: readonly string[];
  readonly rules: readonly (readonly [left: number, length: number, action: string])[];
  readonly rows: readonly (readonly number[])[];
  readonly states: readonly (readonly [actions: number, gotos: number, fallback: number])[];
}

let known: Tables | null = null;

export function perlTables(): Tables {
  known ??= unpacked(fromBuild() ?? packedTables());
  return known;
}

function fromBuild(): PackedTables | null {
  let text: string;
  try {
    text = readFileSync(new URL('./perl.tables.json', import.meta.url), 'latin1');
  } catch {
    return null;
  }
  return (JSON.parse(text) as { tables: PackedTables }).tables;
}

/** A list in which each thing is once, by its text. */
class Register<T> {
  readonly list: T[] = [];
  readonly #numbers = new Map<string, number>();
  numberOf(thing: T): number {
    const key = String(thing);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.list.push(thing) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

export function packedTables(): PackedTables {
  const grammar = perlGrammar();
  const symbols = new Register<string>();
  const rows = new Register<number[]>();
  const row = <T>(map: ReadonlyMap<string, T>, code: (value: T) => number): number =>
    rows.numberOf([...map].flatMap(([symbol, value]) => [symbols.numberOf(symbol), code(value)]));
  const states = tables(grammar).map(
    ({ actions, gotos, fallback }) =>
      [row(actions, actionCode), row(gotos, (target) => target), fallback ?? -1] as const,
  );
  const rules = grammar.rules.map(({ left, right, action }) => [symbols.numberOf(left), right.length, action] as const);
  return { symbols: symbols.list, rules, rows: rows.list, states };
}

export function unpacked({ symbols, rules, rows, states }: PackedTables): Tables {
  const actionRows = rowsOf(symbols, rows, actionOf);
  const gotoRows = rowsOf(symbols, rows, (target) => target);
  return {
    rules: rules.map(([left, length, action]) => ({ left: symbols[left] as string, length, action })),
    states: states.map(([actions, gotos, fallback]) => ({
      actions: actionRows(actions),
      gotos: gotoRows(gotos),
      fallback: fallback < 0 ? null : fallback,
    })),
  };
}

function rowsOf<T>(
  symbols: readonly string[],
  rows: PackedTables['rows'],
  meaning: (code: number) => T,
): (number: number) => ReadonlyMap<string, T> {
  const made = new Map<number, ReadonlyMap<string, T>>();
  return (number) => {
    let row = made.get(number);
    if (row === undefined) {
      const codes = rows[number] ?? [];
      const filled = new Map<string, T>();
      for (let i = 0; i < codes.length; i += 2)
        filled.set(symbols[codes[i] as number] as string, meaning(codes[i + 1] as number));
      row = filled;
      made.set(number, row);
    }
    return row;
  };
}

/** Even: shift to a state; odd: reduce by a rule; negative: a mistake. */
function actionCode(action: Action): number {
  if (action === 'error') return -1;
  return 'shift' in action ? 2 * action.shift : 2 * action.reduce + 1;
}

function actionOf(code: number): Action {
  if (code < 0) return 'error';
  return code % 2 === 0 ? { shift: code / 2 } : { reduce: (code - 1) / 2 };
}
