/** Here-documents (perlop, "<<EOF"): the one thing of Perl's text that no grammar can see, for bodies stand elsewhere. */
export interface HereDocument {
  readonly quote: '"' | "'" | '`';
  readonly body: string;
  /** line of the first line of the body */
  readonly line: number;
}

export interface HereDocumentTag {
  readonly name: string;
  readonly quote: '"' | "'" | '`';
  /** `<<~` : common indentation is taken off */
  readonly indented: boolean;
  /** place after the tag */
  readonly end: number;
  /** does a later line hold the terminator? */
  readonly terminated: boolean;
}

const TAG = /<<(~?)(?:\s*("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|`[^`\n]*`)|\\?([A-Za-z_]\w*))/y;

/** The tag that begins at `at`, if what stands there looks like one. */
export function readTag(source: string, at: number): HereDocumentTag | null {
  TAG.lastIndex = at;
  const found = TAG.exec(source);
  if (!found) return null;
  const [text, tilde, literal, word] = found;
  const name = literal === undefined ? (word ?? '') : literal.slice(1, -1);
  const quote = literal === undefined ? (text.includes('\\') ? "'" : '"') : (literal[0] as '"' | "'" | '`');
  const indented = tilde === '~';
  const end = at + text.length;
  return { name, quote, indented, end, terminated: terminator(name, indented, source, end) !== null };
}

function terminator(name: string, indented: boolean, source: string, from: number): RegExpExecArray | null {
  const escaped = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const line = new RegExp(`^${indented ? '[ \\t]*' : ''}${escaped}(?:\\r?\\n|\\r?$(?![\\s\\S]))`, 'gm');
  const newline = source.indexOf('\n', from);
  line.lastIndex = newline < 0 ? source.length : newline + 1;
  const found = line.exec(source);
  return found && found.index > 0 && source[found.index - 1] === '\n' ? found : null;
}

/** Takes the body that begins at `at` (a line start); `end` is the place after the terminator's line. */
export function readHereDocument(source: string, at: number, tag: HereDocumentTag): { body: string; end: number } {
  const found = terminator(tag.name, tag.indented, source, at - 1);
  if (!found) return { body: source.slice(at), end: source.length };
  const body = source.slice(at, found.index).replaceAll('\r\n', '\n');
  return { body: tag.indented ? unindent(body) : body, end: found.index + found[0].length };
}

/** `<<~` removes the smallest indentation of the lines that aren't blank. */
function unindent(body: string): string {
  const lines = body.split('\n');
  let common: string | null = null;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
    if (common === null || indent.length < common.length) common = indent;
  }
  const width = common?.length ?? 0;
  return lines
    .map((line) => (line.trim() === '' ? line.slice(Math.min(width, line.length)) : line.slice(width)))
    .join('\n');
}

/** What stands in the prepared text in place of the tag: two characters that are no text, around a number. */
export function hereDocumentMark(index: number): string {
  return `\u{FDD0}${index}\u{FDD1}`;
}
