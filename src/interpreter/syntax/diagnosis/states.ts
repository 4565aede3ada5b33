/** The LR(0) automaton of a grammar: which rules may be under way after which symbols. */

export interface Rule {
  readonly left: string;
  readonly right: readonly string[];
  /** the terminal whose precedence the rule has */
  readonly precedence: string | null;
  /** what is done when it has been read */
  readonly action: string;
}

interface Item {
  readonly rule: number;
  readonly dot: number;
}

interface Core {
  readonly items: readonly Item[];
  readonly moves: Map<string, number>;
}

export interface Automaton {
  readonly states: readonly Core[];
  readonly terminals: ReadonlySet<string>;
  /** rules by their left side */
  readonly rulesOf: ReadonlyMap<string, readonly number[]>;
}

export function automaton(rules: readonly Rule[], terminals: ReadonlySet<string>): Automaton {
  const rulesOf = new Map<string, number[]>();
  rules.forEach((rule, i) => {
    const known = rulesOf.get(rule.left);
    if (known) known.push(i);
    else rulesOf.set(rule.left, [i]);
  });
  const states: Core[] = [{ items: [{ rule: 0, dot: 0 }], moves: new Map() }];
  const known = new Map<string, number>([[keyOf(states[0]?.items ?? []), 0]]);
  for (let i = 0; i < states.length; i++) {
    const state = states[i] as Core;
    for (const [symbol, items] of advanced(rules, rulesOf, state.items)) {
      const key = keyOf(items);
      let target = known.get(key);
      if (target === undefined) {
        target = states.push({ items, moves: new Map() }) - 1;
        known.set(key, target);
      }
      state.moves.set(symbol, target);
    }
  }
  return { states, terminals, rulesOf };
}

function keyOf(items: readonly Item[]): string {
  return items.map(({ rule, dot }) => `${rule}.${dot}`).join(' ');
}

/** What the items and all they begin with become when a symbol has been read. */
function advanced(
  rules: readonly Rule[],
  rulesOf: ReadonlyMap<string, readonly number[]>,
  items: readonly Item[],
): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  const opened = new Set<string>();
  const queue = [...items];
  for (let i = 0; i < queue.length; i++) {
    const { rule, dot } = queue[i] as Item;
    const symbol = rules[rule]?.right[dot];
    if (symbol === undefined) continue;
    const next = { rule, dot: dot + 1 };
    const known = found.get(symbol);
    if (known) known.push(next);
    else found.set(symbol, [next]);
    if (opened.has(symbol)) continue;
    opened.add(symbol);
    for (const each of rulesOf.get(symbol) ?? []) queue.push({ rule: each, dot: 0 });
  }
  for (const list of found.values()) list.sort((a, b) => a.rule - b.rule || a.dot - b.dot);
  return found;
}
