/**
 * A backtracking matcher for the patterns that JavaScript's RegExp can't run as Perl does (see analyse.ts). A node is
 * compiled, given what follows it, to a function from a position to the end of the match, or -1. Semantics: perlre.
 */
import { active } from '../../runtime/active.js';
import { contains, unsettingGroup, width } from './analyse.js';
import { assertionTest, memberTest, sameFolded, type Step, type Subject } from './engine-characters.js';
import { greedyRun, isRun, lazyRun, possessiveRun, sizeAt } from './engine-runs.js';
import { LastMatch, matchState } from './match-state.js';
import { firstBytes } from './first-bytes.js';
import type { Pattern } from './pattern.js';
import { answeredPattern, lastCodeResult, runPatternCode } from './pattern-code.js';
import { matchFromOffsets } from './raw-match.js';
import type { PerlValue } from '../../runtime/value.js';
import type { BackReference, Conditional, Deferred, Look, Node, ParsedPattern, Quantified } from './nodes.js';

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
  /** whose match the code inside sees */
  readonly #owner: Pattern;
  #from = 0;
  readonly #subject: Subject;
  readonly #start: Step;
  readonly #subs = new Map<number, Step>();
  readonly #first: Uint8Array | null;
  /** start and end of every group, -1: unset */
  #caps: number[] = [];
  #turn: Turn | null = null;
  #return: Return | null = null;
  /** \K */
  #kept = -1;
  /** the match must not end here (-1: anywhere) */
  #notAt = -1;

  constructor(pattern: ParsedPattern, wide: boolean, owner: Pattern) {
    this.#owner = owner;
    this.#pattern = pattern;
    this.#subject = { input: '', wide, position: 0 };
    this.#first = wide ? null : firstBytes(pattern.root);
    this.#start = this.#compile(pattern.root, (at) => (at === this.#notAt ? -1 : at));
  }

  /**
   * The offsets of the first match at or after `from` (of one exactly there if `sticky`); `notAt`: it may not end
   * there; `position`: where \G is.
   */
  exec(input: string, from: number, sticky: boolean, notAt: number, position: number): number[] | null {
    this.#subject.input = input;
    this.#subject.position = position;
    this.#notAt = notAt;
    const unset: number[] = new Array(2 * this.#pattern.groupCount + 2).fill(-1);
    for (let at = from; at <= input.length; at += sizeAt(this.#subject, at)) {
      if (this.#first !== null && this.#first[input.charCodeAt(at)] !== 1) {
        if (sticky) break;
        continue;
      }
      this.#caps = unset.slice();
      this.#turn = null;
      this.#return = null;
      this.#kept = -1;
      this.#from = at;
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

  #compile(node: Node, next: Step): Step {
    switch (node.type) {
      case 'Empty':
        return next;
      case 'Fail':
        return () => -1;
      case 'Char':
        return this.#char(node.code, next);
      case 'Set': {
        const has = memberTest(this.#subject, node.set);
        return (at) => (at < this.#subject.input.length && has(at) ? next(at + sizeAt(this.#subject, at)) : -1);
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
        const holds = assertionTest(this.#subject, node);
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
      case 'Code':
        return this.#code(node.text, next);
      case 'Deferred':
        return this.#deferred(node, next);
    }
  }

  #char(code: number, next: Step): Step {
    if (code > 0xffff) return (at) => (this.#subject.input.codePointAt(at) === code ? next(at + 2) : -1);
    return (at) => (this.#subject.input.charCodeAt(at) === code ? next(at + 1) : -1);
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
    if (body.type === 'Quantified' && !body.lazy && isRun(body)) return possessiveRun(this.#subject, body, next);
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
    if (isRun(node)) return node.lazy ? lazyRun(this.#subject, node, next) : greedyRun(this.#subject, node, next);
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
      const text = this.#subject.input.slice(this.#caps[2 * group], this.#caps[2 * group + 1]);
      const here = this.#subject.input.substr(at, text.length);
      const same =
        here === text || (node.fold && here.length === text.length && sameFolded(here, text, this.#subject.wide));
      return same ? next(at + text.length) : -1;
    };
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

  /** Runs code, which sees what has matched so far. */
  #answer(text: string, at: number): PerlValue {
    const { last } = matchState;
    const { input } = this.#subject;
    const offsets = [this.#from, at, ...this.#caps.slice(2)];
    matchState.last = new LastMatch(this.#owner, input, matchFromOffsets(input, offsets), 0);
    try {
      return runPatternCode(text);
    } finally {
      matchState.last = last;
    }
  }

  /** What the code answers is a pattern of its own, whose groups nobody else sees; the match may come back into it. */
  #deferred({ text, flags }: Deferred, next: Step): Step {
    return (at) => {
      const pattern = answeredPattern(this.#answer(text, at), flags);
      return pattern.engine(this.#subject.wide).embedded(this.#subject, at, next);
    };
  }

  /** Matches at one place of somebody else's text, and goes on with what follows there. */
  embedded({ input, position }: Subject, at: number, next: Step): number {
    this.#subject.input = input;
    this.#subject.position = position;
    this.#from = at;
    this.#caps = new Array(2 * this.#pattern.groupCount + 2).fill(-1);
    return this.#compile(this.#pattern.root, next)(at);
  }

  /** The answer is $^R unless the match comes back here. */
  #code(text: string, next: Step): Step {
    return (at) => {
      const result = lastCodeResult();
      const before = result.v;
      result.v = this.#answer(text, at);
      const end = next(at);
      if (end < 0) result.v = before;
      return end;
    };
  }

  #lookConditional(look: Look, yes: Step, no: Step): Step {
    const holds = look.behind ? this.#behind(look.body) : this.#closed(look.body);
    return (at) => (holds(at) >= 0 === look.negative ? no(at) : yes(at));
  }
}
