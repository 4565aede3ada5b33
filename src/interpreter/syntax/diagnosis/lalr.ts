/**
 * LALR(1) tables for a grammar with precedences, as yacc makes them. That perl's parser is such an automaton can be seen
 * whenever a program is wrong: in the token at which it stumbles, and in what it takes up again afterwards.
 */
import { lookaheads } from './lookaheads.js';
import { type Automaton, automaton, type Rule } from './states.js';

export interface Grammar {
  readonly terminals: readonly string[];
  readonly rules: readonly Rule[];
  /** binding strength and associativity of terminals */
  readonly precedence: ReadonlyMap<string, Precedence>;
}

export interface Precedence {
  readonly level: number;
  readonly kind: 'left' | 'right' | 'nonassoc';
}

/** What to do in a state: shift to a state, reduce by a rule, or accept. */
export type Action = { readonly shift: number } | { readonly reduce: number } | 'error';

export interface State {
  readonly actions: ReadonlyMap<string, Action>;
  /** the rule by which to reduce whatever comes; null: there is none */
  readonly fallback: number | null;
  readonly gotos: ReadonlyMap<string, number>;
}

/** The token that stands for a mistake in rules that go on after one. */
export const MISTAKE = 'error';

export function tables(grammar: Grammar): State[] {
  const machine = automaton(grammar.rules, new Set(grammar.terminals));
  const follow = lookaheads(machine, grammar.rules, grammar.terminals);
  return machine.states.map((_, number) => stateOf(grammar, machine, follow, number));
}

function stateOf(
  grammar: Grammar,
  machine: Automaton,
  follow: ReadonlyMap<number, readonly string[]>[],
  number: number,
): State {
  const actions = new Map<string, Action>();
  const gotos = new Map<string, number>();
  for (const [symbol, target] of machine.states[number]?.moves ?? []) {
    if (machine.terminals.has(symbol)) actions.set(symbol, { shift: target });
    else gotos.set(symbol, target);
  }
  const reductions = [...(follow[number] ?? [])].sort(([a], [b]) => a - b);
  for (const [rule, tokens] of reductions) {
    for (const token of tokens) settle(grammar, actions, rule, token);
  }
  return { actions, gotos, fallback: takeFallback(actions, reductions) };
}

/** Shift or reduce: the precedence of the rule and of the token decide, else shifting does; the earlier rule wins. */
function settle(grammar: Grammar, actions: Map<string, Action>, rule: number, token: string): void {
  const known = actions.get(token);
  if (known === undefined) {
    actions.set(token, { reduce: rule });
    return;
  }
  if (known === 'error' || 'reduce' in known) return;
  const name = grammar.rules[rule]?.precedence;
  const mine = name === null || name === undefined ? undefined : grammar.precedence.get(name);
  const theirs = grammar.precedence.get(token);
  if (mine === undefined || theirs === undefined || mine.level < theirs.level) return;
  if (mine.level > theirs.level || theirs.kind === 'left') actions.set(token, { reduce: rule });
  else if (theirs.kind === 'nonassoc') actions.set(token, 'error');
}

/** yacc reduces by the rule that most tokens call for without looking closer, except where it could go on after a mistake. */
function takeFallback(actions: Map<string, Action>, reductions: [number, readonly string[]][]): number | null {
  const mistake = actions.get(MISTAKE);
  if (mistake !== undefined && mistake !== 'error' && 'shift' in mistake) return null;
  let best: number | null = null;
  let most = 0;
  for (const [rule] of reductions) {
    let count = 0;
    for (const action of actions.values())
      if (action !== 'error' && 'reduce' in action && action.reduce === rule) count++;
    if (count > most) {
      most = count;
      best = rule;
    }
  }
  if (best === null) return null;
  for (const [token, action] of actions) {
    if (action !== 'error' && 'reduce' in action && action.reduce === best) actions.delete(token);
  }
  return best;
}
