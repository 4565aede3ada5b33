/**
 * Comments in a pattern under /x: from `#` to the end of the line, outside character classes. perl looks for no
 * variables in them (perlop, "Gory details of parsing quoted constructs").
 */
const PIECES = /\\.|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]|#[^\n]*/gs;

/** Where each comment begins, and where it ends. */
export function patternComments(text: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const piece of text.matchAll(PIECES))
    if (piece[0].startsWith('#')) found.set(piece.index, piece.index + piece[0].length);
  return found;
}
