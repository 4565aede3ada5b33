import type { BraceToken } from './flat.js';

/** perl's guess for a `{` where a statement may begin (perlref, "Anonymous hash constructors"): a word or a string first,
 *  then a comma, or nothing at all, make it a hash. */
export function looksLikeHash(braces: BraceToken): boolean {
  const [only] = braces.body;
  if (!only) return true;
  if (braces.body.length !== 1 || only.kind !== 'simple') return false;
  const [first, second] = only.items;
  const isKey = first?.kind === 'word' || (first?.kind === 'quote' && (first.op === 'q' || first.op === 'qq'));
  if (!isKey || second?.kind !== 'symbol') return false;
  if (second.text === '=>') return true;
  return second.text === ',' && (first.kind !== 'word' || /^[a-z]/.test(first.text));
}
