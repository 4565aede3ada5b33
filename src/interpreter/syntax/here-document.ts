/** Here-documents (perlop, "<<EOF"): the one thing of Perl's text that no grammar can see, for bodies stand elsewhere. */
export interface HereDocument {
  readonly quote: '"' | "'" | '`';
  readonly body: string;
  /** line of the first line of the body */
  readonly line: number;
  /** number of the first line that lacks the terminator's indentation, or 0 */
  readonly unindented?: number;
}

export interface HereDocumentTag {
  readonly name: string;
  readonly quote: '"' | "'" | '`';
  /** `<<~` : the terminator's indentation is taken off */
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

/** A body as it is read; `end` is the place after the terminator's line. */
interface Body {
  readonly body: string;
  readonly end: number;
  /** number of the first line that lacks the terminator's indentation, or 0 */
  readonly unindented: number;
}

/** Takes the body that begins at `at` (a line start). */
export function readHereDocument(source: string, at: number, tag: HereDocumentTag): Body {
  const found = terminator(tag.name, tag.indented, source, at - 1);
  if (!found) return { body: source.slice(at), end: source.length, unindented: 0 };
  const body = source.slice(at, found.index).replaceAll('\r\n', '\n');
  const end = found.index + found[0].length;
  const line = found[0].replace(/\r?\n$/, '');
  const indent = tag.indented ? line.slice(0, line.length - tag.name.length) : '';
  if (indent === '') return { body, end, unindented: 0 };
  const lines = body.split('\n');
  const unindented = lines.findIndex((line) => line !== '' && !line.startsWith(indent)) + 1;
  return { body: lines.map((line) => line.slice(indent.length)).join('\n'), end, unindented };
}

/** What stands in the prepared text in place of the tag: two characters that are no text, around a number. */
export function hereDocumentMark(index: number): string {
  return `\u{FDD0}${index}\u{FDD1}`;
}
