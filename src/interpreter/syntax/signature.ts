export interface Parameter {
  readonly sigil: '$' | '@' | '%';
  /** null: a placeholder */
  readonly name: string | null;
  /** how the default is chosen, null for a mandatory parameter */
  readonly operator: '=' | '//=' | '||=' | null;
  /** text of the default and its place */
  readonly text: string;
  readonly at: number;
}

const PARAMETER = /^\s*([$@%])(\w*)\s*(?:(=|\/\/=|\|\|=)\s*([\s\S]*?))?\s*$/;

/** The parameters of a signature's text, which begins at offset `at`; null if it is none. */
export function splitSignature(text: string, at: number): Parameter[] | null {
  const found: Parameter[] = [];
  let offset = at;
  for (const piece of splitAtCommas(text.replace(/#.*/g, (comment) => ' '.repeat(comment.length)))) {
    if (piece.trim() !== '') {
      const match = PARAMETER.exec(piece);
      if (!match) return null;
      const [, sigil, name, operator, value] = match;
      const place = offset + (value === undefined ? 0 : piece.indexOf(value, piece.indexOf(operator ?? '')));
      found.push({
        sigil: sigil as Parameter['sigil'],
        name: name ? name : null,
        operator: (operator as Parameter['operator'] | undefined) ?? null,
        text: value ?? '',
        at: place,
      });
    }
    offset += piece.length + 1;
  }
  return found;
}

function splitAtCommas(text: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (c === '\\') i++;
    else if (quote !== '') quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'") quote = c;
    else if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c)) depth--;
    else if (c === ',' && depth === 0) {
      pieces.push(text.slice(start, i));
      start = i + 1;
    }
  }
  pieces.push(text.slice(start));
  return pieces;
}
