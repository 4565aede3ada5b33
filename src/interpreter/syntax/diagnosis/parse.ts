/** The automaton at work: it reads a wrong program as perl's parser does, and goes on after mistakes as that does. */
import { actions, Recover } from './actions.js';
import { END } from './grammar.js';
import { MISTAKE, type State } from './lalr.js';
import type { Lexer } from './lexer.js';
import { type Node, NONE } from './nodes.js';
import { perlTables, type Tables } from './tables.js';

interface Frame {
  readonly state: number;
  readonly value: Node;
  /** what has been saved up to here stays when the parser falls back to this */
  readonly mark: number;
}

export class Parser {
  readonly lexer: Lexer;
  readonly #states: Tables['states'];
  readonly #rules: Tables['rules'];
  readonly #stack: Frame[];
  #ahead: Node = NONE;
  /** tokens still to be shifted before another mistake is reported */
  #recovering = 0;

  constructor(lexer: Lexer) {
    this.lexer = lexer;
    const { states, rules } = perlTables();
    this.#states = states;
    this.#rules = rules;
    this.#stack = [{ state: 0, value: NONE, mark: 0 }];
  }

  /** Reads all; true if the program could be read to its end. */
  run(): boolean {
    for (;;) {
      const state = this.#states[this.#stack.at(-1)?.state ?? 0] as State;
      let rule = state.fallback;
      if (state.actions.size > 0) {
        const action = state.actions.get(this.#look());
        if (action === 'error' || (action === undefined && rule === null)) {
          if (!this.#stumble()) return false;
          continue;
        }
        if (action !== undefined && 'shift' in action) {
          if (this.lexer.lookahead === END) return true;
          this.#shift(action.shift);
          continue;
        }
        if (action !== undefined) rule = action.reduce;
      }
      if (rule === null) {
        if (!this.#stumble()) return false;
      } else if (!this.#reduce(rule)) return false;
    }
  }

  #look(): string {
    if (this.lexer.lookahead === '') {
      const { type, value } = this.lexer.next();
      this.lexer.lookahead = type;
      this.#ahead = value;
    }
    return this.lexer.lookahead;
  }
  #shift(state: number): void {
    this.#stack.push({ state, value: this.#ahead, mark: this.lexer.saves.length });
    this.lexer.lookahead = '';
    if (this.#recovering > 0) this.#recovering--;
  }
  #reduce(number: number): boolean {
    const rule = this.#rules[number] as Tables['rules'][number];
    const count = rule.length;
    const kids = count === 0 ? [] : this.#stack.slice(-count).map((frame) => frame.value);
    let value: Node;
    try {
      value = actions[rule.action]?.(this.lexer, kids, (depth) => this.#stack.at(-1 - depth)?.value ?? NONE) ?? {
        op: rule.action,
        kids,
        text: '',
      };
    } catch (e) {
      if (!(e instanceof Recover)) throw e;
      this.#stack.length -= count;
      return this.#recover();
    }
    this.#stack.length -= count;
    const target = this.#states[this.#stack.at(-1)?.state ?? 0]?.gotos.get(rule.left) ?? 0;
    this.#stack.push({ state: target, value, mark: this.lexer.saves.length });
    return true;
  }
  /** The token that has been read can't follow. */
  #stumble(): boolean {
    if (this.#recovering === 0) this.lexer.mistake('syntax error');
    if (this.#recovering === 3) {
      if (this.lexer.lookahead === END) return false;
      this.lexer.lookahead = '';
    }
    return this.#recover();
  }
  /** Falls back to where a rule allows for a mistake. */
  #recover(): boolean {
    this.#recovering = 3;
    this.lexer.barewords.clear();
    this.lexer.keepsLine = true;
    for (;;) {
      const top = this.#stack.at(-1) as Frame;
      const action = this.#states[top.state]?.actions.get(MISTAKE);
      if (action !== undefined && action !== 'error' && 'shift' in action) {
        this.#stack.push({ state: action.shift, value: this.#ahead, mark: this.lexer.saves.length });
        return true;
      }
      if (this.#stack.length === 1) return false;
      this.lexer.leaveTo(top.mark);
      this.#stack.pop();
    }
  }
}
