/** A pattern tree as the source of a JavaScript RegExp; analyse.ts has found that it can be one. */
import { byteClass, escapeCode, wideClass, type CharSet } from './char-set.js';
import type { Assertion, Node } from './nodes.js';

/**
 * For targets of bytes (no flags), or for wide ones (flag `v`). Case is spelled out in classes, since /i can hold for
 * a part of the pattern only and means other things for bytes than JavaScript's `i`.
 */
export function translate(node: Node, wide: boolean): string {
  switch (node.type) {
    case 'Char':
      return escapeCode(node.code);
    case 'Set':
      return wide ? wideClass(node.set) : byteClass(node.set);
    case 'Sequence':
      return node.items
        .map((item) => (item.type === 'Alternation' ? whole(item, wide) : translate(item, wide)))
        .join('');
    case 'Alternation':
      return node.branches.map((branch) => translate(branch, wide)).join('|');
    case 'Group':
      return `(${translate(node.body, wide)})`;
    case 'Look':
      return `(?${node.behind ? '<' : ''}${node.negative ? '!' : '='}${translate(node.body, wide)})`;
    case 'Quantified':
      return `${atom(node.body, wide)}${quantifierText(node.min, node.max)}${node.lazy ? '?' : ''}`;
    case 'Assertion':
      return assertionText(node, wide);
    case 'BackReference':
      return `(?:\\${node.groups[0]!})`;
    case 'Fail':
      return '(?!)';
    case 'Empty':
      return '';
    default:
      throw new Error(`${node.type} has no JavaScript form`);
  }
}

function whole(node: Node, wide: boolean): string {
  return `(?:${translate(node, wide)})`;
}

function atom(node: Node, wide: boolean): string {
  const single = node.type === 'Char' || node.type === 'Set' || node.type === 'Group';
  return single ? translate(node, wide) : whole(node, wide);
}

function quantifierText(min: number, max: number): string {
  if (min === 0 && max === 1) return '?';
  if (max === Infinity) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

function assertionText(node: Assertion, wide: boolean): string {
  switch (node.kind) {
    case 'start':
      return '^';
    case 'end':
      return '$';
    case 'endOrNewline':
      return '(?=\\n?$)';
    case 'lineStart':
      return '(?:^|(?<=\\n)(?!$))';
    case 'lineEnd':
      return '(?=\\n|$)';
    case 'boundary':
    case 'noBoundary':
      return boundaryText(node.kind === 'boundary', node.word!, wide);
    default:
      throw new Error('\\G has no JavaScript form');
  }
}

/** JavaScript's own \b knows ASCII words only. */
function boundaryText(positive: boolean, word: CharSet, wide: boolean): string {
  const unicode = word.charset === 'u' || (wide && word.charset !== 'a' && word.charset !== 'aa');
  if (!unicode) return positive ? '\\b' : '\\B';
  const text = wide ? wideClass(word) : byteClass(word);
  return positive
    ? `(?:(?<=${text})(?!${text})|(?<!${text})(?=${text}))`
    : `(?:(?<=${text})(?=${text})|(?<!${text})(?!${text}))`;
}

/** The text a pattern stands for if it is nothing but literal characters. */
export function literalText(node: Node): string | null {
  if (node.type === 'Char') return String.fromCodePoint(node.code);
  if (node.type !== 'Sequence') return null;
  let text = '';
  for (const item of node.items) {
    if (item.type !== 'Char') return null;
    text += String.fromCodePoint(item.code);
  }
  return text;
}
