/** With which characters can a match begin? Lets the engine pass over places where none can. */
import { byteMembers } from './char-set.js';
import type { Node } from './nodes.js';

interface First {
  /** a match can begin with these (of byte targets) */
  readonly bytes: Uint8Array;
  /** the node can match nothing, so what follows counts too */
  readonly open: boolean;
}

const ANY: First = { bytes: new Uint8Array(256).fill(1), open: true };
const NONE = new Uint8Array(256);

/** One flag a byte, or null if every character can begin a match. */
export function firstBytes(root: Node): Uint8Array | null {
  const { bytes, open } = first(root);
  return open || bytes.every((bit) => bit === 1) ? null : bytes;
}

function first(node: Node): First {
  switch (node.type) {
    case 'Char':
      return { bytes: NONE.map((_, code) => (code === node.code ? 1 : 0)), open: false };
    case 'Set':
      return { bytes: byteMembers(node.set), open: false };
    case 'Sequence':
      return inSequence(node.items);
    case 'Alternation':
      return node.branches.map(first).reduce(either);
    case 'Group':
    case 'Atomic':
      return first(node.body);
    case 'Quantified':
      return node.min > 0 ? first(node.body) : { ...first(node.body), open: true };
    case 'Empty':
    case 'Assertion':
    case 'Look':
    case 'Keep':
      return { bytes: NONE, open: true };
    case 'Fail':
      return { bytes: NONE, open: false };
    default:
      return ANY;
  }
}

function either(a: First, b: First): First {
  return { bytes: a.bytes.map((bit, code) => bit | b.bytes[code]!), open: a.open || b.open };
}

function inSequence(items: readonly Node[]): First {
  let all: First = { bytes: NONE, open: true };
  for (const item of items) {
    const next = first(item);
    all = { bytes: either(all, next).bytes, open: next.open };
    if (!next.open) return all;
  }
  return all;
}
