/**
 * What a pattern needs: can JavaScript's RegExp run it with Perl's results, or must the backtracking engine? The
 * differences that matter: JavaScript forgets captures at every turn of a loop, lets a reference to an unset group
 * match, refuses empty turns where Perl leaves the loop, and lacks atomic groups, conditionals, recursion, \K and \G.
 */
import type { Node, ParsedPattern, Quantified } from './nodes.js';

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
    case 'Deferred':
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

/**
 * A loop whose body is one group of fixed width without groups inside: perl (its CURLYM and CURLYN) unsets the group
 * when such a loop makes no turn, as JavaScript always does. Other loops leave captures of an earlier turn alone.
 */
export function unsettingGroup(node: Quantified): number | null {
  const { body } = node;
  if (body.type !== 'Group' || contains(body.body, isGroup)) return null;
  const { min, max } = width(body.body);
  return min === max && min > 0 ? body.number : null;
}

/** Must the backtracking engine run this pattern? */
export function needsEngine(pattern: ParsedPattern, root: Node): boolean {
  return pattern.branchReset || walk(root, { set: new Set(), settled: new Set() }) === null;
}

/** The groups surely set, and those whose state surely is of this turn of the loops around (set or unset). */
interface Known {
  readonly set: ReadonlySet<number>;
  readonly settled: ReadonlySet<number>;
}

function union(a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...a, ...b]);
}

function intersection(a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...a].filter((group) => b.has(group)));
}

/** What is known after a node, given what is known before it; null: not for JavaScript. */
function walk(node: Node, known: Known): Known | null {
  switch (node.type) {
    case 'Sequence':
      return walkSequence(node.items, known);
    case 'Alternation':
      return walkBranches(node.branches, known);
    case 'Group': {
      const after = walk(node.body, known);
      if (after === null) return null;
      const own = new Set([node.number]);
      return { set: union(after.set, own), settled: union(after.settled, own) };
    }
    case 'Look': {
      if (node.behind && contains(node.body, (n) => isGroup(n) || n.type === 'BackReference')) return null;
      const after = walk(node.body, known);
      return node.negative && after !== null ? known : after;
    }
    case 'Quantified':
      return walkLoop(node, known);
    case 'BackReference':
      return node.groups.length === 1 && !node.fold && known.set.has(node.groups[0]!) ? known : null;
    case 'Assertion':
      return node.kind === 'position' ? null : known;
    case 'Atomic':
    case 'Recursion':
    case 'Conditional':
    case 'Keep':
    case 'Code':
    case 'Deferred':
      return null;
    default:
      return known;
  }
}

function walkSequence(items: readonly Node[], known: Known): Known | null {
  let after: Known | null = known;
  for (const item of items) {
    after = walk(item, after);
    if (after === null) return null;
  }
  return after;
}

function walkBranches(branches: readonly Node[], known: Known): Known | null {
  let common: Known | null = null;
  for (const branch of branches) {
    const after = walk(branch, known);
    if (after === null) return null;
    const before: Known = common ?? after;
    common = { set: intersection(before.set, after.set), settled: intersection(before.settled, after.settled) };
  }
  return common;
}

function walkLoop(node: Quantified, known: Known): Known | null {
  const after = walk(node.body, known);
  if (after === null) return null;
  const groups = groupsIn(node.body);
  const empty = width(node.body).min === 0 && node.max > node.min;
  if (empty && (groups.length > 0 || contains(node.body, isChoice))) return null;
  if (node.max > 1 && groups.some((group) => !after.settled.has(group))) return null;
  if (node.min > 0) return after;
  return unsettingGroup(node) === null ? known : { set: known.set, settled: after.settled };
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
