import type { Expr } from './ast.js';
import type { WordToken } from './flat.js';
import type { Resolver } from './resolver.js';

/** perldiag: warnings that the text alone gives rise to, while it is read. */

/** `print (...) interpreted as function`: exactly one blank, and no end of the expression after the parentheses. */
export function warnFunctionParentheses(r: Resolver, word: WordToken): void {
  const text = r.prepared.text;
  if (r.foreign || text[word.end] !== ' ' || text[word.end + 1] !== '(') return;
  let depth = 1;
  let at = word.end + 2;
  for (; at < text.length && depth > 0; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
  }
  const after = /\S/.exec(text.slice(at, at + 200))?.[0];
  if (after !== undefined && ';&/|})]oairuwef!='.includes(after)) return;
  r.env.warn('syntax', `${word.text} (...) interpreted as function`, r.line(word.at));
}

export function warnWordList(r: Resolver, words: readonly string[], line: number): void {
  if (words.some((word) => word.includes(',') && word.length > 1)) {
    r.env.warn('qw', 'Possible attempt to separate words with commas', line);
  }
  if (words.some((word) => word.startsWith('#')))
    r.env.warn('qw', 'Possible attempt to put comments in qw() list', line);
}

export function warnUnknownEscape(r: Resolver, letter: string, line: number): void {
  if (/\w/.test(letter)) r.env.warn('misc', `Unrecognized escape \\${letter} passed through`, line);
}

/** `@x[0]` where `$x[0]` was meant. */
export function warnScalarSlice(r: Resolver, name: string, subscript: Expr, brackets: '[]' | '{}'): void {
  const key = sliceKey(subscript);
  if (key === null) return;
  const [open, close] = brackets;
  const element = `${name}${open}${key}${close}`;
  r.env.warn('syntax', `Scalar value @${element} better written as $${element}`, subscript.line);
}

function sliceKey(subscript: Expr): string | null {
  if (subscript.type === 'NumLit') return String(subscript.value);
  if (subscript.type === 'StrLit') return `"${subscript.value}"`;
  return subscript.type === 'Var' && subscript.sigil === '$' ? '...' : null;
}
