/** An encoding of characters (JavaScript strings, surrogate pairs beyond U+FFFF) as bytes (strings of characters up to 0xFF). */
export interface Codec {
  readonly name: string;
  /** as RFC 2978 registers it, if it does */
  readonly mime: string | undefined;
  /** what stands for a character that the encoding lacks */
  readonly substitute: string;
  encode(text: string, unmappable: Unmappable): Converted;
  decode(bytes: string, malformed: Malformed): Converted;
}

/** What stands for a character that has no bytes; null ends the conversion before it. */
export type Unmappable = (codePoint: number) => string | null;
/** What stands for bytes that are no character; null ends the conversion before them. */
export type Malformed = (bytes: string) => string | null;

export interface Converted {
  readonly text: string;
  /** how much of the source was converted */
  readonly used: number;
}

/** A conversion in pieces: every match of the pattern is converted; null ends it. */
export function convert(source: string, pattern: RegExp, piece: (matched: string) => string | null): Converted {
  let text = '';
  for (const match of source.matchAll(pattern)) {
    const converted = piece(match[0]);
    if (converted === null) return { text, used: match.index };
    text += converted;
  }
  return { text, used: source.length };
}

export const EACH_CHARACTER = /[\s\S]/gu;
