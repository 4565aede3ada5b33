/**
 * What a pattern needs: can JavaScript's RegExp run it with Perl's results, or must the backtracking engine? The
 * differences that matter: JavaScript forgets captures at every turn of a loop, lets a reference to an unset group
 * match, refuses empty turns where Perl leaves the loop, and lacks atomic groups, conditionals, recursion, \K and \G.
 */
import type { Node, Quantified } from './nodes.js';

export interface Width {
  readonly min: number;
  readonly max: number;
}

const NOTHING: Width = { min: 0, max: 0 };
const ANYTHING: Width = { min: 0, max: Infinity };

/** How many characters a node can match. */
export function width(node: Node): Width {
  switch (node.type) {
    case 'Char':
    case 'Set':
      return { min: 1, max: 1 };
    case 'Sequence':
      return node.items.map(width).reduce((a, b) => ({ min: a.min + b.min, max: a.max + b.max }), NOTHING);
    case 'Alternation':
      return widest(node.branches.map(width));
    case 'Group':
    case 'Atomic':
      return width(node.body);
    case 'Quantified': {
      const w = width(node.body);
      return { min: w.min * node.min, max: w.max === 0 ? 0 : w.max * node.max };
    }
    case 'Conditional':
      return widest([width(node.yes), width(node.no)]);
    case 'BackReference':
    case 'Recursion':
      return ANYTHING;
    default:
      return NOTHING;
  }
}

function widest(all: Width[]): Width {
  return { min: Math.min(...all.map((w) => w.min)), max: Math.max(...all.map((w) => w.max)) };
}

/** The nodes directly below. */
export function children(node: Node): readonly Node[] {
  switch (node.type) {
    case 'Sequence':
      return node.items;
    case 'Alternation':
      return node.branches;
    case 'Conditional':
      return typeof node.test === 'object' && 'look' in node.test
        ? [node.test.look, node.yes, node.no]
        : [node.yes, node.no];
    default:
      return 'body' in node ? [node.body] : [];
  }
}

/** Does a node below (or this one) pass the test? */
export function contains(node: Node, test: (node: Node) => boolean): boolean {
  return test(node) || children(node).some((child) => contains(child, test));
}

const isGroup = (node: Node): boolean => node.type === 'Group';
const isChoice = (node: Node): boolean =>
  node.type === 'Alternation' || (node.type === 'Quantified' && node.lazy) || node.type === 'Look';

/** Must the backtracking engine run this pattern? */
export function needsEngine(root: Node): boolean {
  return walk(root, new Set()) === null;
}

type Known = Set<number> | null;

/** The groups surely set after a node, given those surely set before it; null: not for JavaScript. */
function walk(node: Node, known: Set<number>): Known {
  switch (node.type) {
    case 'Sequence':
      return walkSequence(node.items, known);
    case 'Alternation':
      return walkBranches(node.branches, known);
    case 'Group': {
      const after = walk(node.body, known);
      return after === null ? null : new Set(after).add(node.number);
    }
    case 'Look': {
      if (node.behind && contains(node.body, (n) => isGroup(n) || n.type === 'BackReference')) return null;
      const after = walk(node.body, known);
      return node.negative && after !== null ? known : after;
    }
    case 'Quantified':
      return walkLoop(node, known);
    case 'BackReference':
      return node.groups.length === 1 && !node.fold && known.has(node.groups[0]!) ? known : null;
    case 'Assertion':
      return node.kind === 'position' ? null : known;
    case 'Atomic':
    case 'Recursion':
    case 'Conditional':
    case 'Keep':
      return null;
    default:
      return known;
  }
}

function walkSequence(items: readonly Node[], known: Set<number>): Known {
  let after: Known = known;
  for (const item of items) {
    after = walk(item, after);
    if (after === null) return null;
  }
  return after;
}

function walkBranches(branches: readonly Node[], known: Set<number>): Known {
  let common: Set<number> | null = null;
  for (const branch of branches) {
    const after = walk(branch, known);
    if (after === null) return null;
    const before: Set<number> = common ?? after;
    common = new Set([...before].filter((group) => after.has(group)));
  }
  return common;
}

function walkLoop(node: Quantified, known: Set<number>): Known {
  const after = walk(node.body, known);
  if (after === null) return null;
  if (node.max > 1) {
    const empty = width(node.body).min === 0;
    const groups = groupsIn(node.body);
    if (empty && (groups.length > 0 || contains(node.body, isChoice))) return null;
    if (groups.some((group) => !after.has(group))) return null;
  }
  return node.min === 0 ? known : after;
}

function groupsIn(node: Node): number[] {
  const below = children(node).flatMap(groupsIn);
  return node.type === 'Group' ? [node.number, ...below] : below;
}

/** The pattern without a leading \G, or null if it has none there (or has another elsewhere). */
export function withoutLeadingPosition(root: Node): Node | null {
  if (root.type !== 'Sequence') return isPosition(root) ? { type: 'Empty' } : null;
  const [first, ...rest] = root.items;
  if (first === undefined || !isPosition(first)) return null;
  const body: Node = { type: 'Sequence', items: rest };
  return contains(body, isPosition) ? null : body;
}

function isPosition(node: Node): boolean {
  return node.type === 'Assertion' && node.kind === 'position';
}
