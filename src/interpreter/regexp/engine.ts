/**
 * A backtracking matcher for the patterns that JavaScript's RegExp can't run as Perl does (see analyse.ts). A node is
 * compiled, given what follows it, to a function from a position to the end of the match, or -1. Semantics: perlre.
 */
import { active } from '../../runtime/active.js';
import { byteMembers, otherCases, wideClass, type CharSet } from './char-set.js';
import { contains, unsettingGroup, width } from './analyse.js';
import { firstBytes } from './first-bytes.js';
import type { Assertion, BackReference, Conditional, Look, Node, ParsedPattern, Quantified } from './nodes.js';

type Step = (at: number) => number;

/** One general loop that is being run. */
interface Turn {
  readonly count: number;
  readonly from: number;
  readonly outer: Turn | null;
}

interface Return {
  readonly next: Step;
  readonly group: number;
  readonly at: number;
  readonly caps: number[];
  readonly outer: Return | null;
}

export class Engine {
  readonly #pattern: ParsedPattern;
  readonly #wide: boolean;
  readonly #start: Step;
  readonly #subs = new Map<number, Step>();
  readonly #first: Uint8Array | null;
  #input = '';
  /** start and end of every group, -1: unset */
  #caps: number[] = [];
  #turn: Turn | null = null;
  #return: Return | null = null;
  #position = 0;
  /** \K */
  #kept = -1;
  /** the match must not end here (-1: anywhere) */
  #notAt = -1;

  constructor(pattern: ParsedPattern, wide: boolean) {
    this.#pattern = pattern;
    this.#wide = wide;
    this.#first = wide ? null : firstBytes(pattern.root);
    this.#start = this.#compile(pattern.root, (at) => (at === this.#notAt ? -1 : at));
  }

  /**
   * The offsets of the first match at or after `from` (of one exactly there if `sticky`); `notAt`: it may not end
   * there; `position`: where \G is.
   */
  exec(input: string, from: number, sticky: boolean, notAt: number, position: number): number[] | null {
    this.#input = input;
    this.#position = position;
    this.#notAt = notAt;
    const unset: number[] = new Array(2 * this.#pattern.groupCount + 2).fill(-1);
    for (let at = from; at <= input.length; at += this.#size(at)) {
      if (this.#first !== null && this.#first[input.charCodeAt(at)] !== 1) {
        if (sticky) break;
        continue;
      }
      this.#caps = unset.slice();
      this.#turn = null;
      this.#return = null;
      this.#kept = -1;
      const end = this.#start(at);
      if (end >= 0) {
        this.#caps[0] = this.#kept >= 0 ? this.#kept : at;
        this.#caps[1] = end;
        return this.#caps;
      }
      if (sticky) break;
    }
    return null;
  }

  /** Code units of the character at a place. */
  #size(at: number): number {
    return this.#wide && this.#input.codePointAt(at)! > 0xffff ? 2 : 1;
  }

  #compile(node: Node, next: Step): Step {
    switch (node.type) {
      case 'Empty':
        return next;
      case 'Fail':
        return () => -1;
      case 'Char':
        return this.#char(node.code, next);
      case 'Set': {
        const has = this.#member(node.set);
        return (at) => (at < this.#input.length && has(at) ? next(at + this.#size(at)) : -1);
      }
      case 'Sequence':
        return node.items.reduceRight((after: Step, item) => this.#compile(item, after), next);
      case 'Alternation':
        return this.#alternation(node.branches, next);
      case 'Group':
        return this.#group(node.number, node.body, next);
      case 'Look':
        return this.#look(node, next);
      case 'Atomic':
        return this.#atomic(node.body, next);
      case 'Quantified':
        return this.#quantified(node, next);
      case 'Assertion': {
        const holds = this.#assertion(node);
        return (at) => (holds(at) ? next(at) : -1);
      }
      case 'Keep':
        return this.#keep(next);
      case 'BackReference':
        return this.#reference(node, next);
      case 'Recursion':
        return this.#recursion(node, next);
      case 'Conditional':
        return this.#conditional(node, next);
    }
  }

  #char(code: number, next: Step): Step {
    if (code > 0xffff) return (at) => (this.#input.codePointAt(at) === code ? next(at + 2) : -1);
    return (at) => (this.#input.charCodeAt(at) === code ? next(at + 1) : -1);
  }

  /** Is the character at a place in the set? */
  #member(set: CharSet): (at: number) => boolean {
    if (!this.#wide) {
      const bits = byteMembers(set);
      return (at) => bits[this.#input.charCodeAt(at)] === 1;
    }
    const pattern = new RegExp(wideClass(set), 'vy');
    return (at) => {
      pattern.lastIndex = at;
      return pattern.test(this.#input);
    };
  }

  #alternation(branches: Node[], next: Step): Step {
    const steps = branches.map((branch) => this.#compile(branch, next));
    return (at) => {
      for (const step of steps) {
        const end = step(at);
        if (end >= 0) return end;
      }
      return -1;
    };
  }

  #group(number: number, body: Node, next: Step): Step {
    const opened: number[] = [];
    const inner = this.#compile(body, (at) => {
      const caps = this.#caps;
      const before = caps[2 * number]!;
      const beforeEnd = caps[2 * number + 1]!;
      const start = opened.pop()!;
      caps[2 * number] = start;
      caps[2 * number + 1] = at;
      const end = next(at);
      if (end < 0) {
        this.#caps[2 * number] = before;
        this.#caps[2 * number + 1] = beforeEnd;
        opened.push(start);
      }
      return end;
    });
    return (at) => {
      opened.push(at);
      const end = inner(at);
      if (end < 0) opened.pop();
      return end;
    };
  }

  /** A sub-match of its own: where it ends, its choices forgotten. */
  #closed(body: Node): Step {
    const step = this.#compile(body, (at) => at);
    return (at) => {
      const turn = this.#turn;
      const back = this.#return;
      const end = step(at);
      this.#turn = turn;
      this.#return = back;
      return end;
    };
  }

  #atomic(body: Node, next: Step): Step {
    const inner = this.#closed(body);
    return (at) => {
      const caps = this.#caps.slice();
      const middle = inner(at);
      const end = middle < 0 ? -1 : next(middle);
      if (end < 0) this.#caps = caps;
      return end;
    };
  }

  #look(node: Look, next: Step): Step {
    const holds = node.behind ? this.#behind(node.body) : this.#closed(node.body);
    return (at) => {
      const caps = this.#caps.slice();
      const found = holds(at) >= 0;
      if (found === node.negative) {
        this.#caps = caps;
        return -1;
      }
      if (node.negative) this.#caps = caps;
      const end = next(at);
      if (end < 0) this.#caps = caps;
      return end;
    };
  }

  #behind(body: Node): Step {
    const { min, max } = width(body);
    let target = 0;
    const step = this.#compile(body, (at) => (at === target ? at : -1));
    return (at) => {
      const outer = target;
      const turn = this.#turn;
      let end = -1;
      for (let back = min; end < 0 && back <= at && back <= 2 * max; back++) {
        target = at;
        end = step(at - back);
      }
      target = outer;
      this.#turn = turn;
      return end;
    };
  }

  #quantified(node: Quantified, next: Step): Step {
    if (node.body.type === 'Char' || node.body.type === 'Set') return this.#run(node, next);
    const loop = this.#loop(node, next);
    const group = unsettingGroup(node);
    if (group === null) return loop;
    return (at) => {
      const end = this.#caps[2 * group + 1]!;
      this.#caps[2 * group + 1] = -1;
      const stop = loop(at);
      if (stop < 0) this.#caps[2 * group + 1] = end;
      return stop;
    };
  }

  /** A loop over single characters. */
  #run(node: Quantified, next: Step): Step {
    const one = this.#compile(node.body, (at) => at);
    const { min, max, lazy } = node;
    return (from) => {
      const stops = [from];
      let at = from;
      let count = 0;
      const forward = (): boolean => {
        const after = one(at);
        if (after < 0) return false;
        at = after;
        count++;
        return true;
      };
      while (count < min) if (!forward()) return -1;
      if (lazy) {
        for (;;) {
          const end = next(at);
          if (end >= 0) return end;
          if (count >= max || !forward()) return -1;
        }
      }
      stops[0] = at;
      while (count < max && forward()) if (this.#wide) stops.push(at);
      const first = stops[0]!;
      for (let i = this.#wide ? stops.length - 1 : at; i >= (this.#wide ? 0 : first); i--) {
        const end = next(this.#wide ? stops[i]! : i);
        if (end >= 0) return end;
      }
      return -1;
    };
  }

  #loop(node: Quantified, next: Step): Step {
    const { min, max, lazy } = node;
    const leave: Step = (at) => {
      const turn = this.#turn!;
      this.#turn = turn.outer;
      const end = next(at);
      if (end < 0) this.#turn = turn;
      return end;
    };
    const again: Step = (at) => {
      const turn = this.#turn!;
      this.#turn = { count: turn.count + 1, from: at, outer: turn.outer };
      const end = body(at);
      if (end < 0) this.#turn = turn;
      return end;
    };
    const decide: Step = (at) => {
      const { count, from } = this.#turn!;
      if (count < min) return again(at);
      if (count >= max || (at === from && count > 0)) return leave(at);
      const end = lazy ? leave(at) : again(at);
      if (end >= 0) return end;
      return lazy ? again(at) : leave(at);
    };
    const body = this.#compile(node.body, decide);
    return (at) => {
      const outer = this.#turn;
      this.#turn = { count: 0, from: -1, outer };
      const end = decide(at);
      if (end < 0) this.#turn = outer;
      return end;
    };
  }

  #assertion(node: Assertion): (at: number) => boolean {
    const newlineAt = (at: number): boolean => this.#input.charCodeAt(at) === 10;
    switch (node.kind) {
      case 'start':
        return (at) => at === 0;
      case 'end':
        return (at) => at === this.#input.length;
      case 'endOrNewline':
        return (at) => at === this.#input.length || (at === this.#input.length - 1 && newlineAt(at));
      case 'lineStart':
        return (at) => at === 0 || (newlineAt(at - 1) && at < this.#input.length);
      case 'lineEnd':
        return (at) => at === this.#input.length || newlineAt(at);
      case 'position':
        return (at) => at === this.#position;
      default: {
        const member = this.#member(node.word!);
        const word = (at: number): boolean => at >= 0 && at < this.#input.length && member(at);
        const wanted = node.kind === 'boundary';
        return (at) => (word(at - 1) !== word(at)) === wanted;
      }
    }
  }

  #keep(next: Step): Step {
    return (at) => {
      const before = this.#kept;
      this.#kept = at;
      const end = next(at);
      if (end < 0) this.#kept = before;
      return end;
    };
  }

  #reference(node: BackReference, next: Step): Step {
    return (at) => {
      const group = node.groups.find((number) => this.#caps[2 * number + 1]! >= 0);
      if (group === undefined) return -1;
      const text = this.#input.slice(this.#caps[2 * group], this.#caps[2 * group + 1]);
      const here = this.#input.substr(at, text.length);
      const same = here === text || (node.fold && here.length === text.length && this.#sameFolded(here, text));
      return same ? next(at + text.length) : -1;
    };
  }

  #sameFolded(a: string, b: string): boolean {
    for (let i = 0; i < a.length; i++) {
      const code = a.charCodeAt(i);
      if (code !== b.charCodeAt(i) && !otherCases(code, 'd', this.#wide).includes(b.charCodeAt(i))) return false;
    }
    return true;
  }

  /** The pattern or a group as a subroutine: its captures are undone when it returns (perlre, "(?PARNO)"). */
  #recursion(node: { group: number }, next: Step): Step {
    return (at) => {
      const outer = this.#return;
      for (let back = outer; back !== null && back.at === at; back = back.outer) {
        if (back.group === node.group) active().die('Infinite recursion in regex');
      }
      this.#return = { next, group: node.group, at, caps: this.#caps.slice(), outer };
      const end = this.#sub(node.group)(at);
      if (end < 0) this.#return = outer;
      return end;
    };
  }

  #sub(group: number): Step {
    let step = this.#subs.get(group);
    if (step === undefined) {
      const body = group === 0 ? this.#pattern.root : this.#findGroup(this.#pattern.root, group);
      step = this.#compile(body, (at) => this.#returned(at));
      this.#subs.set(group, step);
    }
    return step;
  }

  #returned(at: number): number {
    const back = this.#return!;
    const inside = this.#caps;
    this.#return = back.outer;
    this.#caps = back.caps.slice();
    const end = back.next(at);
    if (end < 0) {
      this.#return = back;
      this.#caps = inside;
    }
    return end;
  }

  #findGroup(root: Node, number: number): Node {
    let found: Node = { type: 'Fail' };
    contains(root, (node) => {
      if (node.type !== 'Group' || node.number !== number) return false;
      found = node;
      return true;
    });
    return found;
  }

  #conditional(node: Conditional, next: Step): Step {
    const yes = this.#compile(node.yes, next);
    const no = this.#compile(node.no, next);
    const { test } = node;
    if (test === 'define') return no;
    if ('look' in test) return this.#lookConditional(test.look, yes, no);
    if ('recursion' in test) {
      const holds = (): boolean =>
        this.#return !== null && (test.recursion < 0 || this.#return.group === test.recursion);
      return (at) => (holds() ? yes(at) : no(at));
    }
    return (at) => (test.groups.some((number) => this.#caps[2 * number + 1]! >= 0) ? yes(at) : no(at));
  }

  #lookConditional(look: Look, yes: Step, no: Step): Step {
    const holds = look.behind ? this.#behind(look.body) : this.#closed(look.body);
    return (at) => (holds(at) >= 0 === look.negative ? no(at) : yes(at));
  }
}
