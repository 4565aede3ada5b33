/** Loops over single characters, which the engine runs without keeping a state for every turn. */
import { memberTest, type Step, type Subject } from './engine-characters.js';
import type { Char, Quantified, SetNode } from './nodes.js';

/** A quantified character or class. */
export interface Run extends Quantified {
  readonly body: Char | SetNode;
}

export function isRun(node: Quantified): node is Run {
  return node.body.type === 'Char' || node.body.type === 'Set';
}

/** Is the character at a place the one (or one of those) repeated? */
function test(subject: Subject, body: Char | SetNode): (at: number) => boolean {
  if (body.type === 'Set') return memberTest(subject, body.set);
  const { code } = body;
  if (code > 0xffff) return (at) => subject.input.codePointAt(at) === code;
  return (at) => subject.input.charCodeAt(at) === code;
}

/** Code units of the character at a place. */
export function sizeAt(subject: Subject, at: number): number {
  return subject.wide && subject.input.codePointAt(at)! > 0xffff ? 2 : 1;
}

/** The function that goes as far as it can from a place, at most `max` characters; -1 if there are less than `min`. */
function advance(subject: Subject, body: Char | SetNode, min: number, max: number): Step {
  const has = test(subject, body);
  return (from) => {
    const { length } = subject.input;
    let at = from;
    let count = 0;
    for (; count < max && at < length && has(at); count++) at += sizeAt(subject, at);
    return count < min ? -1 : at;
  };
}

/** X*+ and (?>X*): what was taken is never given back. */
export function possessiveRun(subject: Subject, { body, min, max }: Run, next: Step): Step {
  const far = advance(subject, body, min, max);
  return (from) => {
    const at = far(from);
    return at < 0 ? -1 : next(at);
  };
}

/** X* */
export function greedyRun(subject: Subject, { body, min, max }: Run, next: Step): Step {
  const far = advance(subject, body, min, max);
  const least = advance(subject, body, min, min);
  return (from) => {
    let at = far(from);
    if (at < 0) return -1;
    const first = min === 0 ? from : least(from);
    for (; at >= first; at -= at > first && isPairBefore(subject, at) ? 2 : 1) {
      const end = next(at);
      if (end >= 0) return end;
    }
    return -1;
  };
}

function isPairBefore(subject: Subject, at: number): boolean {
  return subject.wide && at > 1 && subject.input.codePointAt(at - 2)! > 0xffff;
}

/** X*? */
export function lazyRun(subject: Subject, { body, min, max }: Run, next: Step): Step {
  const least = advance(subject, body, min, min);
  const has = test(subject, body);
  return (from) => {
    let at = least(from);
    if (at < 0) return -1;
    for (let count = min; ; count++) {
      const end = next(at);
      if (end >= 0) return end;
      if (count >= max || at >= subject.input.length || !has(at)) return -1;
      at += sizeAt(subject, at);
    }
  };
}
