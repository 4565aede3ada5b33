/**
 * The tokens after which a state may reduce by a rule, by the method of DeRemer and Pennello ("Efficient Computation of
 * LALR(1) Look-Ahead Sets", 1982): sets that flow along two relations between the automaton's moves over nonterminals.
 */
import type { Automaton, Rule } from './states.js';

/** A move over a nonterminal. */
interface Move {
  readonly state: number;
  readonly symbol: string;
  readonly target: number;
}

/** A set of terminals by their numbers. */
class Tokens {
  readonly #bits: Uint32Array;
  constructor(size: number) {
    this.#bits = new Uint32Array((size + 31) >> 5);
  }
  add(token: number): void {
    (this.#bits[token >> 5] as number) |= 1 << (token & 31);
  }
  take(other: Tokens): void {
    const bits = other.#bits;
    for (let i = 0; i < bits.length; i++) (this.#bits[i] as number) |= bits[i] as number;
  }
  has(token: number): boolean {
    return ((this.#bits[token >> 5] as number) & (1 << (token & 31))) !== 0;
  }
}

/** For each state: rule -> tokens. */
export function lookaheads(
  machine: Automaton,
  rules: readonly Rule[],
  terminals: readonly string[],
): Map<number, string[]>[] {
  const nullable = nullables(rules);
  const numbers = machine.states.map(() => new Map<string, number>());
  const moves = movesOf(machine, numbers);
  const first = moves.map(({ target }) => directly(machine, target, terminals));
  const reads = moves.map(({ target }) =>
    [...(numbers[target] ?? [])].filter(([symbol]) => nullable.has(symbol)).map(([, move]) => move),
  );
  spread(first, reads);
  const includes: number[][] = moves.map(() => []);
  const lookback: { state: number; rule: number; move: number }[] = [];
  moves.forEach((move, number) => {
    for (const rule of machine.rulesOf.get(move.symbol) ?? []) {
      const right = rules[rule]?.right ?? [];
      let solid = right.length;
      while (solid > 0 && nullable.has(right[solid - 1] as string)) solid--;
      let state = move.state;
      right.forEach((symbol, i) => {
        if (i + 1 >= solid) {
          const inner = numbers[state]?.get(symbol);
          if (inner !== undefined) includes[inner]?.push(number);
        }
        state = machine.states[state]?.moves.get(symbol) ?? 0;
      });
      lookback.push({ state, rule, move: number });
    }
  });
  spread(first, includes);
  const found = machine.states.map(() => new Map<number, Tokens>());
  for (const { state, rule, move } of lookback) {
    const sets = found[state] as Map<number, Tokens>;
    let tokens = sets.get(rule);
    if (tokens === undefined) {
      tokens = new Tokens(terminals.length);
      sets.set(rule, tokens);
    }
    tokens.take(first[move] as Tokens);
  }
  return found.map(
    (sets) => new Map([...sets].map(([rule, tokens]) => [rule, terminals.filter((_, i) => tokens.has(i))])),
  );
}

function movesOf(machine: Automaton, numbers: Map<string, number>[]): Move[] {
  const moves: Move[] = [];
  machine.states.forEach((core, state) => {
    for (const [symbol, target] of core.moves) {
      if (machine.terminals.has(symbol)) continue;
      numbers[state]?.set(symbol, moves.push({ state, symbol, target }) - 1);
    }
  });
  return moves;
}

function nullables(rules: readonly Rule[]): Set<string> {
  const found = new Set<string>();
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const { left, right } of rules) if (right.every((symbol) => found.has(symbol))) found.add(left);
  }
  return found;
}

function directly(machine: Automaton, state: number, terminals: readonly string[]): Tokens {
  const found = new Tokens(terminals.length);
  const moves = machine.states[state]?.moves;
  terminals.forEach((symbol, i) => {
    if (moves?.has(symbol)) found.add(i);
  });
  return found;
}

/** Each set takes in the sets it is related to, through any number of steps; members of a circle have the same. */
function spread(sets: Tokens[], relation: readonly (readonly number[])[]): void {
  const depth = new Float64Array(sets.length);
  const stack: number[] = [];
  const visit = (x: number): void => {
    stack.push(x);
    const mine = stack.length;
    depth[x] = mine;
    const set = sets[x] as Tokens;
    for (const y of relation[x] ?? []) {
      if (depth[y] === 0) visit(y);
      depth[x] = Math.min(depth[x], depth[y] as number);
      if (x !== y) set.take(sets[y] as Tokens);
    }
    if (depth[x] !== mine) return;
    for (;;) {
      const y = stack.pop() as number;
      depth[y] = Number.POSITIVE_INFINITY;
      if (y === x) break;
      sets[y]?.take(set);
    }
  };
  for (let x = 0; x < sets.length; x++) if (depth[x] === 0) visit(x);
}
